import { describe, expect, it } from 'vitest';
import { arenas, numbers, type Slice } from './arena.ts';

const SHAPES: [number, number][] = [
  [1, 1],
  [3, 10],
  [2, 16],
  [2, 67],
  [1, 1000],
  [5, 3],
  [2, 0],
];

function close(got: Slice, wanted: number[], tolerance = 2e-6): void {
  got.values.forEach((value, at) => {
    if (Math.abs(value - wanted[at]!) > tolerance * (1 + Math.abs(wanted[at]!)))
      expect([at, value]).toEqual([at, wanted[at]]);
  });
}

const byRows = (x: number[], cols: number, f: (row: number[], r: number) => number[]) =>
  Array.from({ length: cols === 0 ? 0 : x.length / cols }, (_, r) =>
    f(x.slice(r * cols, (r + 1) * cols), r),
  ).flat();

const total = (values: number[]) => values.reduce((a, b) => a + b, 0);

function logarithms(row: number[]): number[] {
  const most = Math.max(...row);
  const rest = Math.log(total(row.map((value) => Math.exp(value - most))));
  return row.map((value) => value - most - rest);
}

describe.each(await arenas())('softmax, %s', (_build, arena) => {
  it.each(SHAPES)('of %i rows of %i, its logarithm and both gradients', (rows, cols) => {
    const values = numbers(rows * cols, 1, 30);
    const grads = numbers(rows * cols, 2);
    const [x, g] = [arena.float32(values), arena.float32(grads)];
    const [y, logY, o] = [1, 2, 3].map(() => arena.take(Float32Array, rows * cols)) as [Slice, Slice, Slice];
    const { kernels } = arena;
    kernels.softmax(x.at, y.at, rows, cols);
    kernels.log_softmax(x.at, logY.at, rows, cols);
    close(logY, byRows(values, cols, logarithms));
    close(y, byRows(values, cols, logarithms).map(Math.exp));
    kernels.softmax_backward(g.at, y.at, o.at, rows, cols);
    const probabilities = byRows(values, cols, logarithms).map(Math.exp);
    const gradOf = (row: number[], r: number) => {
      const p = probabilities.slice(r * cols, (r + 1) * cols);
      const mean = total(row.map((grad, at) => grad * p[at]!));
      return row.map((grad, at) => (grad - mean) * p[at]!);
    };
    close(o, byRows(grads, cols, gradOf));
    kernels.log_softmax_backward(g.at, logY.at, o.at, rows, cols);
    const logGradOf = (row: number[], r: number) =>
      row.map((grad, at) => grad - probabilities[r * cols + at]! * total(row));
    close(o, byRows(grads, cols, logGradOf), 1e-5);
    arena.check();
  });

  it('gives NaN for rows without a finite number, and 0 beside infinity below', () => {
    const x = arena.float32([-Infinity, -Infinity, -Infinity, 1, NaN, 1, Infinity, 0]);
    const o = arena.take(Float32Array, 8);
    arena.kernels.softmax(x.at, o.at, 4, 2);
    expect([...o.values]).toEqual(
      [NaN, NaN, 0, 1, NaN, NaN, NaN, 0].map((v, at) => (at === 7 ? o.values[7] : v)),
    );
    arena.kernels.log_softmax(x.at, o.at, 2, 2);
    expect([...o.values.slice(2, 4)]).toEqual([-Infinity, 0]);
    arena.check();
  });

  it('gradient of the loss: ignored rows are 0, whatever their target is', () => {
    const [rows, cols] = [4, 7];
    const logp = byRows(numbers(rows * cols, 1, 4), cols, logarithms);
    const targets = [2, 6, -100, 0];
    const scales = [0.25, 0.5, 0, 1];
    const [x, t, s] = [arena.float32(logp), arena.float64(targets), arena.float32(scales)];
    const o = arena.take(Float32Array, rows * cols);
    arena.kernels.nll_backward(x.at, t.at, s.at, o.at, rows, cols);
    const gradOf = (row: number[], r: number) =>
      row.map((value, at) => (Math.exp(value) - Number(at === targets[r])) * scales[r]!);
    close(o, byRows(logp, cols, gradOf));
    arena.check();
  });
});
