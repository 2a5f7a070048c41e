/** The protocol under anything that could arrive: the page's messages are not ours, and a run's events come in any order. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_FIGURE } from '../../src/training/protocol/figure.ts';
import type { Real, RunEvent } from '../../src/training/protocol/protocol.ts';
import { MAX_POINTS } from '../../src/run-model/fit.ts';
import { MESSAGES } from '../../src/webview/protocol/messages.ts';
import { readMessage } from '../../src/webview/protocol/read-message.ts';
import { TYPES, messagesOf, spoiledMessagesOf } from './made-up-messages.ts';
import { reduce } from '../../src/run-model/reduce.ts';
import { MAX_OUTPUT, headAndTail, type Output } from '../../src/run-model/output.ts';
import { EMPTY_STATE, MAX_FIGURES, type PanelState } from '../../src/run-model/state.ts';

/** The fields of all messages, and what every object has. */
const names = fc.constantFrom(
  ...new Set(Object.values(MESSAGES).flatMap((fields) => Object.keys(fields))),
  ...['type', '__proto__', 'constructor', 'toString'],
);
const types = fc.constantFrom(...TYPES, 'hasOwnProperty', '__proto__', 'sweep');

describe('what the page sends', () => {
  it('is one of our messages or nothing, whatever it is', () => {
    const fields = fc.dictionary(names, fc.anything({ withBigInt: true, withDate: true, withMap: true }));
    const message = fc.tuple(types, fields).map(([type, others]) => ({ ...others, type }));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), message), (data) => {
        const read = readMessage(data);
        if (read === undefined) return;
        expect(JSON.parse(JSON.stringify(read))).toEqual(read);
        expect(readMessage(read)).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });

  it.each(TYPES)('is taken as it is where it is ours, without anything else in it: %s', (type) => {
    fc.assert(
      fc.property(messagesOf(type), (message) => {
        expect(readMessage({ ...message, command: 'rm' })).toEqual(message);
      }),
      { numRuns: 50 },
    );
  });

  it.each(TYPES.filter((type) => spoiledMessagesOf(type) !== null))(
    'is refused with a field that is not what it should be: %s',
    (type) => {
      const messages = spoiledMessagesOf(type) ?? fc.constant(null);
      fc.assert(
        fc.property(messages, (message) => {
          expect(readMessage(message)).toBeUndefined();
        }),
        { numRuns: 50 },
      );
    },
  );
});

/** JSON, by which messages come, has no -0. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const real: fc.Arbitrary<Real> = fc.oneof(number, fc.constantFrom<Real>('inf', '-inf', 'nan'));
const run = fc.integer({ min: 1, max: 3 });
const fit = fc.nat(3);
const text = fc.string({ maxLength: 20 });

const events: fc.Arbitrary<RunEvent> = fc.oneof(
  fc.record({ type: fc.constant('started' as const), run, seed: fc.nat() }),
  fc.record({
    type: fc.constant('output' as const),
    run,
    stream: fc.constantFrom('stdout' as const, 'stderr' as const, 'displayed' as const),
    text,
  }),
  fc.record({ type: fc.constant('fitStarted' as const), run, fit, model: text, epochs: fc.nat(9) }),
  fc.record({
    type: fc.constant('points' as const),
    run,
    fit,
    curves: fc.array(fc.record({ label: text, points: fc.array(fc.tuple(real, real), { maxLength: 5 }) }), {
      maxLength: 3,
    }),
  }),
  fc.record({
    type: fc.constant('fitEnded' as const),
    run,
    fit,
    epochs: fc.nat(9),
    weights: fc.constant([]),
  }),
  fc.record({
    type: fc.constant('outputTail' as const),
    run,
    leftOut: fc.record({ characters: fc.nat(9), lines: fc.nat(3) }),
    parts: fc.array(fc.record({ stream: fc.constant('stdout' as const), text: fc.string() }), {
      maxLength: 3,
    }),
  }),
  fc.record({ type: fc.constant('figure' as const), run, figure: fc.constant(EMPTY_FIGURE) }),
  fc.record({
    type: fc.constant('ended' as const),
    run,
    status: fc.constantFrom('ok' as const, 'error' as const, 'stopped' as const, 'timeout' as const),
    backend: fc.constant('js' as const),
    operations: fc.constant({ tensorflow: 0, wasm: 0, js: 1 }),
    milliseconds: fc.double({ min: 0, max: 1e6, noNaN: true }),
    displayed: fc.constant(null),
    outputDropped: fc.nat(5),
    error: fc.constant(null),
  }),
);

const after = (sequence: readonly RunEvent[], from: PanelState = EMPTY_STATE): PanelState =>
  sequence.reduce(reduce, from);

describe("a run's events", () => {
  it('leave a state that is JSON and bounded, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (sequence) => {
        const state = after(sequence);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        const { outputs, outputTail, figures, fits } = state.results;
        const kept = [...outputs, ...(outputTail?.parts ?? [])];
        expect(kept.reduce((sum, part) => sum + part.text.length, 0)).toBeLessThanOrEqual(2 * MAX_OUTPUT);
        expect(figures.length).toBeLessThanOrEqual(MAX_FIGURES);
        for (const { points } of fits.flatMap(({ curves }) => curves))
          expect(points.length).toBeLessThanOrEqual(MAX_POINTS);
      }),
    );
  });

  it('count every character and line of an output, kept or left out', () => {
    const stream = fc.constantFrom('stdout' as const, 'stderr' as const);
    const parts = fc.array(fc.record({ stream, text: fc.stringMatching(/^[ab\n]{0,9}$/) }), { maxLength: 9 });
    const leftOut = fc.record({ characters: fc.constantFrom(0, 7), lines: fc.constant(0) });
    const outputs = fc.record({ outputs: parts, outputTail: fc.option(fc.record({ leftOut, parts })) });
    const sums = ({ outputs: head, outputTail: tail }: Output): readonly number[] => {
      const text = [...head, ...(tail?.parts ?? [])].map((part) => part.text).join('');
      const out = tail?.leftOut ?? { characters: 0, lines: 0 };
      return [text.length + out.characters, text.split('\n').length - 1 + out.lines];
    };
    fc.assert(
      fc.property(outputs, fc.nat(30), (output, most) => {
        const kept = headAndTail(output, most);
        expect(sums(kept)).toEqual(sums(output));
        const lengths = [...kept.outputs, ...(kept.outputTail?.parts ?? [])].map(({ text }) => text.length);
        expect(lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('of another run change nothing', () => {
    fc.assert(
      fc.property(
        fc.array(events, { maxLength: 40 }),
        fc.array(events, { maxLength: 20 }),
        (before, others) => {
          const state = after([...before, { type: 'started', run: 9, seed: 0 }]);
          const foreign = others.filter(({ type }) => type !== 'started');
          expect(after(foreign, state)).toBe(state);
        },
      ),
    );
  });
});
