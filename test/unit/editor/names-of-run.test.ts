import { describe, expect, it } from 'vitest';
import { NamesOfRun, type NamesHolder } from '../../../src/editor/variables/names-of-run.ts';
import type { EndedMessage, Question, RunError, RunEvent } from '../../../src/training/protocol/protocol.ts';

const END: EndedMessage = {
  type: 'ended',
  run: 7,
  status: 'ok',
  backend: 'js',
  operations: { tensorflow: 0, wasm: 0, js: 0 },
  milliseconds: 1,
  displayed: null,
  outputDropped: 0,
  error: null,
};

type Reply = readonly [events: readonly RunEvent[], end?: Partial<EndedMessage>];

/** An engine that answers by the question's text, a turn later; it notes when questions begin and end. */
function engine(replies: Readonly<Record<string, Reply>>): { holder: NamesHolder; notes: string[] } {
  const notes: string[] = [];
  const ask: NamesHolder['ask'] = ({ question }, onEvent) => {
    const text = textOf(question);
    notes.push(`begin ${text}`);
    let stopped = false;
    const ended = new Promise<EndedMessage>((resolve) => {
      setTimeout(() => {
        notes.push(`end ${text}`);
        const [events, end] = replies[text] ?? [[]];
        events.forEach(onEvent);
        resolve({ ...END, ...end, ...(stopped ? { status: 'stopped' } : {}) });
      });
    });
    const stop = (): void => void (stopped = true);
    return Promise.resolve({ id: 7, ended, stop, extend: () => undefined, command: () => undefined });
  };
  return { holder: { ask }, notes };
}

function textOf(question: Question | undefined): string {
  if (question?.kind === 'evaluate') return question.expression;
  if (question?.kind === 'watch') return question.expressions.join('; ');
  return question?.kind === 'complete' ? question.text : '';
}

const raised = (type: string, message: string): Partial<EndedMessage> => ({
  status: 'error',
  error: { type, message } as RunError,
});

const VARIABLES = { type: 'variables', run: 7, variables: [] } as const;

describe('questions about the names of a run', () => {
  it('are asked one after the other', async () => {
    const { holder, notes } = engine({ a: [[VARIABLES]], b: [[VARIABLES]] });
    const names = new NamesOfRun(3, holder);
    await Promise.all([names.evaluate('a'), names.evaluate('b')]);
    expect(notes).toEqual(['begin a', 'end a', 'begin b', 'end b']);
  });

  it('leave out completions of what has been typed on', async () => {
    const { holder, notes } = engine({
      slow: [[VARIABLES]],
      net: [[{ type: 'answer', run: 7, completions: ['net'] }]],
    });
    const names = new NamesOfRun(3, holder);
    void names.evaluate('slow');
    const found = await Promise.all([names.complete('n'), names.complete('ne'), names.complete('net')]);
    expect(found).toEqual([[], [], ['net']]);
    expect(notes).toEqual(['begin slow', 'end slow', 'begin net', 'end net']);
  });

  it('end well, in Python’s words, by Stop, or with the names gone', async () => {
    const { holder } = engine({
      good: [[VARIABLES]],
      bad: [[], raised('NameError', 'no x')],
      lost: [[], raised('EngineError', 'the engine ended')],
      gone: [[{ type: 'answer', run: 7, isGone: true }]],
      late: [[], { status: 'timeout' }],
    });
    const names = new NamesOfRun(3, holder);
    expect(await names.evaluate('good')).toEqual({ kind: 'answered', value: [] });
    expect(await names.evaluate('bad')).toEqual({ kind: 'failed', text: 'NameError: no x' });
    expect(await names.evaluate('lost')).toEqual({ kind: 'gone' });
    expect(await names.evaluate('gone')).toEqual({ kind: 'gone' });
    expect((await names.evaluate('late')).kind).toBe('failed');
    expect(await new NamesOfRun(3, { ask: () => Promise.resolve(null) }).evaluate('x')).toEqual({
      kind: 'gone',
    });
  });

  it('are of several expressions at once', async () => {
    const { holder, notes } = engine({ 'a; b': [[VARIABLES]] });
    expect(await new NamesOfRun(3, holder).watch(['a', 'b'])).toEqual({ kind: 'answered', value: [] });
    expect(notes).toEqual(['begin a; b', 'end a; b']);
  });

  it('are stopped by whoever asked', async () => {
    const { holder } = engine({ slow: [[]] });
    const listeners: (() => void)[] = [];
    const cancellation = {
      isCancellationRequested: false,
      onCancellationRequested: (listener: () => void) => {
        listeners.push(listener);
        return { dispose: () => undefined };
      },
    };
    const asked = new NamesOfRun(3, holder).evaluate('slow', cancellation);
    await Promise.resolve().then(() => undefined);
    await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
    listeners.forEach((stop) => stop());
    expect(await asked).toEqual({ kind: 'stopped' });
  });
});
