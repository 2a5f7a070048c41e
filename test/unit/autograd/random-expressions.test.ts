import fc from 'fast-check';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { gradientsOf } from '../../../src/training/autograd/tape/backward.ts';
import { newElements } from '../../../src/training/backend/dtype.ts';
import { closeScope, openScope } from '../../../src/training/tensor/scope.ts';
import { fromElements, type Tensor } from '../../../src/training/tensor/tensor.ts';
import { engine, ModelArithmetic } from './expression-arithmetics.ts';
import { valuesOf } from './finite-differences.ts';
import { elementsOf, modelArray } from './model-array.ts';
import { evaluate, type Instruction } from './random-expression.ts';

/** Counterexamples of earlier runs: they are tried first, and a new one is added by itself. */
const KEPT = path.join(import.meta.dirname, 'random-expressions.kept.json');
const RUNS = Number(process.env['EXPRESSIONS'] ?? 300);
const SECONDS = 60;
const STEP = 1e-5;
/** Nearer to a kink than this, a difference quotient is not the derivative. */
const KINK = 1e-3;

interface Expression {
  readonly shapes: readonly (readonly number[])[];
  readonly start: number;
  readonly program: readonly Instruction[];
}

const number = fc.nat({ max: 255 });
const expressions: fc.Arbitrary<Expression> = fc.record({
  shapes: fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  }),
  start: fc.integer({ min: 0, max: 1000 }),
  program: fc.array(fc.tuple(number, number, number, number), { minLength: 1, maxLength: 12 }),
});

/** Numbers between -2 and 2, all different. */
function inputsOf({ shapes, start }: Expression): number[][] {
  let count = start;
  return shapes.map((shape) =>
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => ((++count * 0.6180339887) % 1) * 4 - 2),
  );
}

const weight = (value: number, element: number): number => Math.sin(1 + 3 * value + element);

function byModel(expression: Expression, inputs: readonly number[][]) {
  const arithmetic = new ModelArithmetic();
  const arrays = expression.shapes.map((shape, i) => modelArray(shape, inputs[i] ?? []));
  const values = evaluate(arithmetic, arrays, expression.program);
  const total = values
    .slice(arrays.length)
    .reduce((sum, value, k) => sum + elementsOf(value).reduce((s, x, i) => s + weight(k, i) * x, 0), 0);
  return { values, total, nearestKink: arithmetic.nearestKink };
}

function byEngine(expression: Expression, dtype: 'float32' | 'float64') {
  const leaves = inputsOf(expression).map((elements, i) => {
    const own = newElements(dtype, elements.length);
    own.set(elements);
    const leaf = fromElements(own, dtype, expression.shapes[i] ?? []);
    leaf.requiresGrad = true;
    return leaf;
  });
  return { leaves, values: evaluate(engine, leaves, expression.program) };
}

/** The gradient of the weighted sum of all values that were made. */
function gradientsByTape({
  leaves,
  values,
}: {
  leaves: readonly Tensor[];
  values: readonly Tensor[];
}): number[][] {
  const made = values.slice(leaves.length);
  const weights = made.map(({ shape, numel }, k) =>
    fromElements(
      Float64Array.from({ length: numel }, (_, i) => weight(k, i)),
      'float64',
      shape,
    ),
  );
  const options = { retainGraph: false, createGraph: false };
  const gradients = gradientsOf(made, weights, leaves, options, true);
  return leaves.map((leaf, i) => {
    const gradient = gradients[i];
    return gradient ? [...valuesOf(gradient)] : new Array<number>(leaf.numel).fill(0);
  });
}

function gradientsByDifferences(expression: Expression): number[][] {
  const inputs = inputsOf(expression);
  return inputs.map((elements) =>
    elements.map((value, i) => {
      const at = (moved: number): number => {
        elements[i] = moved;
        const { total } = byModel(expression, inputs);
        elements[i] = value;
        return total;
      };
      return (at(value + STEP) - at(value - STEP)) / (2 * STEP);
    }),
  );
}

function expectNear(
  actual: readonly number[],
  expected: readonly number[],
  tolerance: number,
  what: string,
): void {
  expect(actual, what).toHaveLength(expected.length);
  const scale = Math.max(1, ...expected.map(Math.abs));
  expected.forEach((value, i) => {
    const distance = Math.abs((actual[i] as number) - value);
    expect(distance <= tolerance * scale, `${what}, element ${i}: ${actual[i]}, but ${value}`).toBe(true);
  });
}

function scoped(body: () => void): void {
  const mark = openScope();
  try {
    body();
  } finally {
    closeScope(mark);
  }
}

function expectValues(expression: Expression, dtype: 'float32' | 'float64', tolerance: number): void {
  scoped(() => {
    const expected = byModel(expression, inputsOf(expression)).values;
    const { values } = byEngine(expression, dtype);
    expect(values.map((value) => value.shape)).toEqual(expected.map((value) => value.shape));
    values.forEach((value, k) => {
      expect(value.dtype).toBe(dtype);
      expectNear([...valuesOf(value)], elementsOf(expected[k] as never), tolerance, `value ${k}`);
    });
  });
}

function expectGradients(expression: Expression): void {
  fc.pre(byModel(expression, inputsOf(expression)).nearestKink > KINK);
  scoped(() => {
    const byTape = gradientsByTape(byEngine(expression, 'float64'));
    gradientsByDifferences(expression).forEach((expected, i) => {
      expectNear(byTape[i] ?? [], expected, 1e-5, `gradient of input ${i}`);
    });
  });
}

/** Tries kept counterexamples and then random expressions; keeps what fails, in its smallest form. */
function holds(property: (expression: Expression) => void): void {
  const kept = JSON.parse(readFileSync(KEPT, 'utf8')) as Expression[];
  const outcome = fc.check(fc.property(expressions, property), {
    numRuns: RUNS + kept.length,
    examples: kept.map((expression) => [expression]),
    interruptAfterTimeLimit: SECONDS * 1000,
  });
  const found = outcome.counterexample?.[0];
  if (!outcome.failed || found === undefined) return;
  if (!kept.some((expression) => JSON.stringify(expression) === JSON.stringify(found)))
    writeFileSync(KEPT, `${JSON.stringify([...kept, found])}\n`);
  throw new Error(`${fc.defaultReportMessage(outcome)}\nkept in ${path.basename(KEPT)}`, {
    cause: outcome.errorInstance,
  });
}

describe('random expressions', { timeout: 1000 * SECONDS + 30_000 }, () => {
  it('have in float64 the values of plain loops', () => {
    holds((expression) => expectValues(expression, 'float64', 1e-11));
  });

  it('have in float32 nearly the same values', () => {
    holds((expression) => expectValues(expression, 'float32', 1e-4));
  });

  it('have the gradients of difference quotients', () => {
    holds(expectGradients);
  });
});
