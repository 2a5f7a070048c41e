/** Wants about what a run printed: the workbook's starts print their answers with a label each. */

import type { RunResult } from '../training/protocol/protocol.ts';
import { say, type Said, type Want } from './check.ts';

const NUMBER = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|[-+]?inf|nan)(?!\w)/i;

/** The numbers that stand right behind `label`, in the order in which they were printed. */
export function printedNumbers({ stdout }: Pick<RunResult, 'stdout'>, label: string): readonly number[] {
  return stdout
    .split(label)
    .slice(1)
    .flatMap((rest) => {
      const found = NUMBER.exec(rest)?.[1];
      return found === undefined ? [] : [numberOf(found)];
    });
}

function numberOf(text: string): number {
  const lower = text.toLowerCase();
  if (!lower.endsWith('inf')) return Number(lower);
  return lower.startsWith('-') ? -Infinity : Infinity;
}

/**
 * Wants something of the number that was last printed behind `label`.
 *
 * @param missing the sentence, in which `{0}` is the number, shortened; or what to say of that number
 */
export function wantPrinted(
  label: string,
  accept: (value: number) => boolean,
  missing: string | ((value: string) => Said),
): Want {
  return (run) => {
    const value = printedNumbers(run, label).at(-1);
    if (value === undefined) return notPrinted(label);
    if (accept(value)) return null;
    const text = short(value);
    return typeof missing === 'string' ? say(missing, text) : missing(text);
  };
}

/** Wants the number behind `label` to be `expected`, up to `tolerance` of its own size (of 1 where it is smaller). */
export function wantNumber(label: string, expected: number, missing: string, tolerance = 1e-3): Want {
  const reach = tolerance * Math.max(1, Math.abs(expected));
  return wantPrinted(label, (value) => Math.abs(value - expected) <= reach, missing);
}

/** Wants two results that the start compares to be the same, up to rounding. */
export function wantNoDifference(hint: string): Want {
  return wantPrinted(
    'largest difference:',
    (difference) => difference < 1e-3,
    (difference) => say('The two differ by up to {0}: {1}', difference, say(hint)),
  );
}

/** Wants the run to have printed `line`. */
export function wantLine(line: string, missing: string): Want {
  return ({ stdout }) => (stdout.includes(line) ? null : say(missing));
}

/** For an answer whose line the learner has taken away. */
export function notPrinted(label: string): Said {
  const words = label.replace(/[\s:=]+$/, '');
  return say('The run prints no "{0}": put the line that does back, so that your answer can be seen.', words);
}

/** Four digits of a number. */
export function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : String(value).toLowerCase();
}
