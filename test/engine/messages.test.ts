/** The generated checks: what the protocol's types allow passes, and nothing makes them throw or lets a stranger's shape in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MessageCheck, NoMessage } from '../../src/training/threads/message-check.ts';
import type { RunEvent } from '../../src/training/protocol/protocol.ts';
import { distribution } from './engine.ts';

const check = new MessageCheck(distribution);

const real = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom('nan', 'inf', '-inf'),
);
const run = fc.nat();
const fit = fc.nat({ max: 499 });
const good: fc.Arbitrary<object> = fc.oneof(
  fc.record({ type: fc.constant('started'), run, seed: fc.nat() }),
  fc.record({
    type: fc.constant('output'),
    run,
    stream: fc.constantFrom('stdout', 'stderr', 'displayed'),
    text: fc.string(),
  }),
  fc.record({
    type: fc.constant('points'),
    run,
    fit,
    curves: fc.array(
      fc.record({ label: fc.string(), points: fc.array(fc.tuple(real, real), { maxLength: 5 }) }),
      { maxLength: 5 },
    ),
  }),
  fc.record({
    type: fc.constant('fitEnded'),
    run,
    fit,
    epochs: fc.nat(),
    weights: fc.array(
      fc.record({
        name: fc.string(),
        shape: fc.array(fc.nat()),
        learned: fc.array(real),
        true: fc.oneof(fc.constant(null), fc.array(real)),
        difference: fc.constant(null),
      }),
    ),
  }),
  fc.record({ type: fc.constant('log'), level: fc.constantFrom('info', 'warn', 'error'), text: fc.string() }),
);

/** Every place in a value, as the keys that lead to it. */
function placesIn(value: unknown, way: readonly string[] = []): string[][] {
  const here = way.length > 0 ? [[...way]] : [];
  if (typeof value !== 'object' || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...way, key]))];
}

function withAt(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = withAt(copy[key], rest, put);
  return copy;
}

describe('the checks', () => {
  test('let pass what the types allow', () => {
    fc.assert(
      fc.property(good, (message) => {
        const text = JSON.stringify(message);
        expect(JSON.stringify(check.read(text))).toBe(text);
      }),
    );
  });

  test('refuse a message with a place that holds an object of another kind', () => {
    const strange = fc.constantFrom<unknown>({}, { a: 1 }, true, [[[]]], [{}]);
    fc.assert(
      fc.property(good, fc.nat(), strange, (message, at, put) => {
        const places = placesIn(message);
        const changed = withAt(message, places[at % places.length] ?? [], put);
        expect(() => check.read(JSON.stringify(changed))).toThrow(NoMessage);
      }),
    );
  });

  test('never fail otherwise, whatever comes', () => {
    const anything = fc.oneof(
      fc.json(),
      fc.string(),
      fc.jsonValue().map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(anything, (text) => {
        try {
          check.read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(NoMessage);
        }
      }),
    );
  });

  test('hold every type of the protocol to its bounds', () => {
    const fits = (number: number) =>
      JSON.stringify({ type: 'fitStarted', run: 1, fit: number, model: '', epochs: 0 });
    expect((check.read(fits(499)) as RunEvent).type).toBe('fitStarted');
    for (const wrong of [500, -1, 1.5, 3e9]) expect(() => check.read(fits(wrong))).toThrow(NoMessage);
    const label = (length: number) =>
      JSON.stringify({ type: 'points', run: 1, fit: 0, curves: [{ label: 'x'.repeat(length), points: [] }] });
    expect(check.read(label(10_000))).toBeTruthy();
    expect(() => check.read(label(10_001))).toThrow(
      'its points/curves/0/label is not as it must be (maxLength)',
    );
  });

  test('hold the variables of a run to their bounds', () => {
    const tensor = { shape: [2], dtype: 'float32', requiresGrad: false, elements: [1, 2] };
    const variable = { name: 'x', parent: -1, type: 'Tensor', text: '', tensor };
    const text = (change: object, count = 1): string => {
      const variables = Array<object>(count).fill({ ...variable, ...change });
      return JSON.stringify({ type: 'variables', run: 1, variables });
    };
    expect(check.read(text({}, 2000))).toBeTruthy();
    expect(() => check.read(text({}, 2001))).toThrow(NoMessage);
    for (const wrong of [
      { name: 'x'.repeat(201) },
      { parent: -2 },
      { parent: 0.5 },
      { members: [variable] },
      { text: 'x'.repeat(401) },
      { tensor: { ...tensor, elements: Array<number>(4097).fill(1) } },
      { tensor: { ...tensor, shape: Array<number>(65).fill(1) } },
    ])
      expect(() => check.read(text(wrong)), JSON.stringify(wrong).slice(0, 60)).toThrow(NoMessage);
  });

  test('hold what is told of lines to its bounds', () => {
    const summary = { head: [1], least: 1, most: 1, mean: 1, nans: 0, infinities: 0, histogram: [1] };
    const told = { document: 'a.py', line: 1, kind: 'assigned', name: 'x', shapes: [[2]], dtype: 'float32' };
    const value = {
      ...told,
      count: 1,
      requiresGrad: false,
      gradFn: '',
      summary: { ...summary, execution: 1 },
    };
    const text = (change: object, count = 1): string =>
      JSON.stringify({
        type: 'lineValues',
        run: 1,
        values: Array<object>(count).fill({ ...value, ...change }),
        broadcasts: [],
        isLast: true,
      });
    expect(check.read(text({}, 1000))).toBeTruthy();
    expect(() => check.read(text({}, 1001))).toThrow(NoMessage);
    for (const wrong of [
      { name: 'x'.repeat(101) },
      { shapes: Array<number[]>(9).fill([1]) },
      { shapes: [Array<number>(65).fill(1)] },
      { line: 1.5 },
      { kind: 'other' },
      { summary: { ...value.summary, head: Array<number>(13).fill(1) } },
      { summary: { ...value.summary, histogram: Array<number>(17).fill(1) } },
      { dtype: 'x'.repeat(41) },
    ])
      expect(() => check.read(text(wrong)), JSON.stringify(wrong).slice(0, 60)).toThrow(NoMessage);
  });
});
