/**
 * Every operation on every backend: value, gradient and second derivative in float32 are those of the `js` kernels, whose
 * own gradients are held against differences in gradients.test.ts.
 */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { beginCounting, connectBackends, operationCounts } from '../../../src/training/backend/choice.ts';
import { connectHeap, heapState } from '../../../src/training/backend/wasm/heap.ts';
import type { BackendName } from '../../../src/training/protocol/protocol.ts';
import { closeScope, openScope } from '../../../src/training/tensor/scope.ts';
import { Tensor } from '../../../src/training/tensor/tensor.ts';
import { heapModules } from '../backend/heap-modules.ts';
import { hasNative, NATIVE_SKIPPED, nativeKernels } from '../backend/remote-kernels.ts';
import { inDType, type Sample } from './arguments.ts';
import { evaluation, gradientByTape, gradientOf, valuesOf, type Evaluate } from './finite-differences.ts';
import { tried } from './samples.ts';

/** Of float32's rounding, through the few steps of a second derivative. */
const TOLERANCE = 2e-5;

const inFloat32 =
  (sample: Sample): Sample =>
  () =>
    sample().map(toFloat32);

function toFloat32(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toFloat32);
  return value instanceof Tensor && value.dtype === 'float64' ? inDType(value, 'float32') : value;
}

const compared = tried.map(
  ([entry, declaration, samples]) =>
    [entry, samples.map((sample) => evaluation(declaration, inFloat32(sample)))] as const,
);

/** Value, gradient and second derivative. */
function everything(evaluate: Evaluate): Float64Array[][] {
  return [
    evaluate(null).results.map(valuesOf),
    gradientByTape(evaluate),
    gradientByTape(gradientOf(evaluate)),
  ];
}

function onBackend(backend: BackendName, evaluate: Evaluate): Float64Array[][] {
  const mark = openScope();
  beginCounting(backend);
  try {
    return everything(evaluate);
  } finally {
    closeScope(mark);
  }
}

const PARTS = ['value', 'gradient', 'second derivative'];

function expectClose(actual: Float64Array[][], expected: Float64Array[][]): void {
  expected.forEach((arrays, part) => {
    arrays.forEach((wanted, k) => {
      const got = actual[part]?.[k] ?? new Float64Array(0);
      expect(got).toHaveLength(wanted.length);
      const scale = wanted.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      wanted.forEach((value, i) => {
        const about = `${PARTS[part]} ${k}, element ${i}: ${got[i]} instead of ${value}`;
        expect(Math.abs((got[i] as number) - value), about).toBeLessThanOrEqual(TOLERANCE * scale);
      });
    });
  });
}

let mark = 0;
beforeEach(() => {
  mark = openScope();
});
afterEach(() => {
  closeScope(mark);
});

function compare(backend: BackendName, connect: () => void | Promise<void>): void {
  // Compiling the kernels for the first time takes a while.
  beforeAll(connect, 120_000);

  afterAll(() => {
    beginCounting('js');
    connectBackends(() => null);
    connectHeap(null);
  });

  it.each(compared)('%s', (_entry, evaluations) => {
    for (const evaluate of evaluations) {
      const expected = onBackend('js', evaluate);
      const actual = onBackend(backend, evaluate);
      expectClose(actual, expected);
    }
  });

  it('and nothing stays in the heap', () => {
    expect(heapState().used).toBe(0);
  });

  it('and the backend itself computes a good part of it', () => {
    let computed = 0;
    for (const [, evaluations] of compared) {
      for (const evaluate of evaluations) {
        onBackend(backend, evaluate);
        computed += operationCounts()[backend];
      }
    }
    expect(computed).toBeGreaterThan(5000);
  });
}

for (const { name, compile } of heapModules) {
  describe(`on wasm (${name}) every operation gives what it gives on js:`, () => {
    compare('wasm', async () => connectHeap(await compile()));
  });
}

const native = hasNative();
const note = native ? '' : NATIVE_SKIPPED;
describe.skipIf(!native)(`on tensorflow every operation gives what it gives on js${note}:`, () => {
  compare('tensorflow', () => {
    const kernels = nativeKernels();
    connectBackends(() => kernels);
  });
});
