/** What the tests of this folder share: a document that can be edited, a session that does as it is told. */
import type { EndedMessage, RunEvent, RunId } from '../../../src/training/protocol/protocol.ts';
import type { Run, RunRequest } from '../../../src/training/threads/session.ts';
import type { TextChange } from '../../../src/editor/overrides/text-changes.ts';
import type { PlainPosition } from '../../../src/editor/run-problems.ts';
import type { SourceDocument } from '../../../src/editor/source-document.ts';
import type { Translate } from '../../../src/advice/translate.ts';

export const english: Translate = (message, ...values) =>
  message.replace(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));

export const WORKBOOK = `# %% Set-up
import torch
rate = 0.5

# %% [3.4.1] Zero
a = 1

# %% [3.4.6] Learning rates
lr = 0.03
trainer.fit(model, data)
`;

/** Lines that come or go are whole ones, as an editor tells them; else the edit is no larger than need be. */
function changeBetween(before: string, after: string): TextChange {
  const [old, now] = [before, after].map((text) => text.split(/(?<=\n)/)) as [string[], string[]];
  const [from, to] = old.length === now.length ? [[...before], [...after]] : [old, now];
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < most - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const lengthOf = (parts: readonly string[]): number => parts.join('').length;
  const range = {
    start: positionAt(before, lengthOf(from.slice(0, start))),
    end: positionAt(before, lengthOf(from.slice(0, from.length - end))),
  };
  return { range, text: to.slice(start, to.length - end).join('') };
}

export function positionAt(text: string, offset: number): PlainPosition {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: (lines.at(-1) ?? '').length };
}

/** A document in memory; `write` makes a new version of it. */
export class MemoryDocument implements SourceDocument {
  readonly kind = 'python';
  version = 1;

  constructor(
    private content: string,
    readonly title = 'book.py',
  ) {}

  get name(): string {
    return `/w/${this.title}`;
  }

  get uri(): string {
    return `file://${this.name}`;
  }

  text(): string {
    return this.content;
  }

  /** Returns the edit, no larger than need be, as the editor would tell it. */
  write(content: string): readonly TextChange[] {
    const before = this.content;
    this.content = content;
    this.version += 1;
    return [changeBetween(before, content)];
  }
}

export interface StartedRun {
  readonly id: RunId;
  readonly request: RunRequest;
  readonly send: (event: RunEvent) => void;
  readonly end: (end?: Partial<EndedMessage>) => Promise<void>;
  stopped: boolean;
  /** Seconds that it was given beyond its limit. */
  extended: number;
  /** By their types. */
  readonly commands: string[];
}

/** Records the runs it is asked for; the test sends their events. */
export class ScriptedSession {
  readonly runs: StartedRun[] = [];

  get last(): StartedRun {
    const run = this.runs.at(-1);
    if (run === undefined) throw new Error('no run was started');
    return run;
  }

  start(request: RunRequest, onEvent: (event: RunEvent) => void): Run {
    const id = this.runs.length + 1;
    let resolve: (message: EndedMessage) => void = () => undefined;
    const ended = new Promise<EndedMessage>((settle) => (resolve = settle));
    const run: StartedRun = {
      id,
      request,
      stopped: false,
      extended: 0,
      commands: [],
      send: onEvent,
      end: async (end = {}) => {
        const message = endedMessage(id, end);
        onEvent(message);
        resolve(message);
        await ended;
      },
    };
    this.runs.push(run);
    return {
      id,
      ended,
      stop: () => void (run.stopped = true),
      extend: (seconds) => void (run.extended += seconds),
      command: ({ type }) => void run.commands.push(type),
    };
  }
}

export function endedMessage(run: RunId, end: Partial<EndedMessage> = {}): EndedMessage {
  return {
    type: 'ended',
    run,
    status: 'ok',
    backend: 'js',
    operations: { tensorflow: 0, wasm: 0, js: 5 },
    milliseconds: 7.9,
    displayed: null,
    outputDropped: 0,
    error: null,
    ...end,
  };
}
