/** What a run printed, its middle left out where it is too much: pure functions. */

import type { LeftOut, OutputMessage, OutputTailMessage } from '../training/protocol/protocol.ts';

export interface OutputPart {
  readonly stream: OutputMessage['stream'];
  readonly text: string;
}

/** The end of an output, and how much is left out before it. */
export interface OutputTail {
  readonly leftOut: LeftOut;
  readonly parts: readonly OutputPart[];
}

export interface Output {
  readonly outputs: readonly OutputPart[];
  /** What follows `outputs` with a gap between them; null: nothing is left out. */
  readonly outputTail: OutputTail | null;
}

/** Characters that are kept, the displayed value apart; the engine sends no more. */
export const MAX_OUTPUT = 100_000;

/** The output with a text at its end. */
export function addText({ outputs, outputTail }: Output, { stream, text }: OutputPart): Output {
  if (outputTail === null) return bounded({ outputs: joined(outputs, stream, text), outputTail });
  return bounded({ outputs, outputTail: { ...outputTail, parts: joined(outputTail.parts, stream, text) } });
}

/** The output with another end. */
export function withTail({ outputs }: Output, { leftOut, parts }: OutputTailMessage): Output {
  return bounded({ outputs, outputTail: { leftOut, parts } });
}

/** At most so many characters of an output: half of its beginning and half of its end. */
export function headAndTail({ outputs, outputTail }: Output, most: number): Output {
  const after = outputTail?.parts ?? [];
  if (lengthOf(outputs) + lengthOf(after) <= most) return { outputs, outputTail };
  const half = Math.floor(most / 2);
  const [head, rest] = splitAt(outputs, half);
  const known = outputTail?.leftOut ?? { characters: 0, lines: 0 };
  const hasGap = known.characters > 0;
  const end = hasGap ? after : [...rest, ...after];
  const [middle, tail] = splitAt(end, Math.max(0, lengthOf(end) - half));
  const cut = hasGap ? [...rest, ...middle] : middle;
  const leftOut: LeftOut = {
    characters: known.characters + lengthOf(cut),
    lines: known.lines + cut.reduce((sum, { text }) => sum + text.split('\n').length - 1, 0),
  };
  return { outputs: head, outputTail: { leftOut, parts: tail } };
}

/** What no engine of ours sends is not kept either. */
function bounded(output: Output): Output {
  return headAndTail(output, 2 * MAX_OUTPUT);
}

function joined(
  parts: readonly OutputPart[],
  stream: OutputPart['stream'],
  text: string,
): readonly OutputPart[] {
  const newest = parts.at(-1);
  if (newest?.stream !== stream || stream === 'displayed') return [...parts, { stream, text }];
  return [...parts.slice(0, -1), { stream, text: newest.text + text }];
}

function lengthOf(parts: readonly OutputPart[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0);
}

/** The first so many characters, and the others. */
function splitAt(
  parts: readonly OutputPart[],
  characters: number,
): readonly [readonly OutputPart[], readonly OutputPart[]] {
  let left = characters;
  const before: OutputPart[] = [];
  const after: OutputPart[] = [];
  for (const { stream, text } of parts) {
    const taken = Math.min(left, text.length);
    left -= taken;
    if (taken > 0) before.push({ stream, text: text.slice(0, taken) });
    if (taken < text.length) after.push({ stream, text: text.slice(taken) });
  }
  return [before, after];
}
