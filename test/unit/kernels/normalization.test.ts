import { describe, expect, it } from 'vitest';
import { arenas, numbers, type Slice } from './arena.ts';

const EPS = 1e-5;
const total = (values: number[]) => values.reduce((a, b) => a + b, 0);
const average = (values: number[]) => total(values) / values.length;

function close(got: Slice, wanted: ArrayLike<number>, tolerance = 1e-5): void {
  got.values.forEach((value, at) => {
    if (!(Math.abs(value - wanted[at]!) <= tolerance * (1 + Math.abs(wanted[at]!))))
      expect([at, value]).toEqual([at, wanted[at]]);
  });
}

interface Normalized {
  readonly y: number[];
  readonly dx: number[];
  /** Sums of dy xhat and dy by group, of which the gradients of weight and bias are made. */
  readonly xhat: number[];
}

/** Normalizes one group; the gradient is that of g = dy w. */
function normalized(x: number[], g: number[], constants?: [mean: number, variance: number]): Normalized {
  const [mean, variance] = constants ?? [average(x), average(x.map((v) => (v - average(x)) ** 2))];
  const rstd = 1 / Math.sqrt(variance + EPS);
  const xhat = x.map((value) => (value - mean) * rstd);
  const [shift, slope] = constants ? [0, 0] : [average(g), average(g.map((grad, at) => grad * xhat[at]!))];
  return { y: xhat, xhat, dx: g.map((grad, at) => rstd * (grad - shift - xhat[at]! * slope)) };
}

describe.each(await arenas())('normalizations, %s', (_build, arena) => {
  it.each([
    [4, 3, 5],
    [16, 300, 1],
    [1, 1, 67],
    [2, 2, 300],
    [3, 6, 1],
  ])('batch norm of %i x %i x %i, both ways', (n, c, area) => {
    const size = n * c * area;
    const channelOf = (at: number) => Math.floor(at / area) % c;
    const input = numbers(size, 1).map((value) => Math.fround(value + 100));
    const [grads, weights, offsets] = [numbers(size, 2), numbers(c, 3), numbers(c, 4)];
    const [x, dy] = [arena.float32(input), arena.float32(grads)];
    const [w, b] = [arena.float32(weights), arena.float32(offsets)];
    const [mean, variance, dw, db] = [1, 2, 3, 4].map(() => arena.take(Float32Array, c)) as [
      Slice,
      Slice,
      Slice,
      Slice,
    ];
    const [y, dx] = [arena.take(Float32Array, size), arena.take(Float32Array, size)];
    const { kernels } = arena;
    const scratch = arena.scratch(kernels.batchnorm_scratch(c));
    kernels.batchnorm_stats(x.at, mean.at, variance.at, n, c, area, scratch);
    const places = Array.from({ length: c }, (_, j) => [...input.keys()].filter((at) => channelOf(at) === j));
    const values = places.map((ats) => ats.map((at) => input[at]!));
    close(mean, values.map(average));
    close(
      variance,
      values.map((all) => average(all.map((v) => (v - average(all)) ** 2))),
    );
    for (const training of [1, 0]) {
      const [wanted, wantedX] = [new Float64Array(size), new Float64Array(size)];
      const [wantedW, wantedB] = [new Float64Array(c), new Float64Array(c)];
      places.forEach((ats, j) => {
        const g = ats.map((at) => grads[at]! * weights[j]!);
        const constants: [number, number] = [mean.values[j]!, variance.values[j]!];
        const group = normalized(values[j]!, g, training ? undefined : constants);
        ats.forEach((at, i) => {
          wanted[at] = group.y[i]! * weights[j]! + offsets[j]!;
          wantedX[at] = group.dx[i]!;
          wantedW[j]! += grads[at]! * group.xhat[i]!;
          wantedB[j]! += grads[at]!;
        });
      });
      const statistics = [mean.at, variance.at] as const;
      kernels.batchnorm_apply(x.at, ...statistics, w.at, b.at, y.at, n, c, area, EPS);
      close(y, wanted, 1e-4);
      const results = [dx.at, dw.at, db.at] as const;
      kernels.batchnorm_backward(
        dy.at,
        x.at,
        ...statistics,
        w.at,
        ...results,
        n,
        c,
        area,
        EPS,
        training,
        scratch,
      );
      close(dx, wantedX, 1e-4);
      close(dw, wantedW, 1e-4);
      close(db, wantedB);
    }
    kernels.batchnorm_apply(x.at, mean.at, variance.at, 0, 0, y.at, n, c, area, EPS);
    close(
      y,
      input.map(
        (v, at) => (v - mean.values[channelOf(at)]!) / Math.sqrt(variance.values[channelOf(at)]! + EPS),
      ),
      1e-4,
    );
    kernels.batchnorm_backward(dy.at, x.at, mean.at, variance.at, 0, 0, 0, 0, n, c, area, EPS, 1, scratch);
    arena.check();
  });

  it.each([
    [1, 1],
    [40, 7],
    [3, 64],
    [17, 130],
  ])('layer norm of %i rows of %i, both ways', (rows, cols) => {
    const size = rows * cols;
    const [input, grads] = [numbers(size, 1).map((value) => Math.fround(value + 3)), numbers(size, 2)];
    for (const weighted of [true, false]) {
      const weights = weighted ? numbers(cols, 3) : numbers(cols).fill(1);
      const offsets = weighted ? numbers(cols, 4) : numbers(cols).fill(0);
      const [x, dy] = [arena.float32(input), arena.float32(grads)];
      const w = weighted ? arena.float32(weights).at : 0;
      const b = weighted ? arena.float32(offsets).at : 0;
      const [y, dx] = [arena.take(Float32Array, size), arena.take(Float32Array, size)];
      const [mean, rstd] = [arena.take(Float32Array, rows), arena.take(Float32Array, rows)];
      const [dw, db] = [arena.take(Float32Array, cols), arena.take(Float32Array, cols)];
      const { kernels } = arena;
      const scratch = arena.scratch(kernels.layernorm_scratch(cols));
      kernels.layernorm(x.at, w, b, y.at, mean.at, rstd.at, rows, cols, EPS);
      const toWeight = weighted ? [dw.at, db.at] : [0, 0];
      const [toW = 0, toB = 0] = toWeight;
      kernels.layernorm_backward(dy.at, x.at, mean.at, rstd.at, w, dx.at, toW, toB, rows, cols, scratch);
      const [wantedW, wantedB] = [new Float64Array(cols), new Float64Array(cols)];
      const [wanted, wantedX]: [number[], number[]] = [[], []];
      for (let r = 0; r < rows; r++) {
        const part = (of: number[]) => of.slice(r * cols, (r + 1) * cols);
        const group = normalized(
          part(input),
          part(grads).map((grad, j) => grad * weights[j]!),
        );
        wanted.push(...group.y.map((value, j) => value * weights[j]! + offsets[j]!));
        wantedX.push(...group.dx);
        part(grads).forEach((grad, j) => {
          wantedW[j]! += grad * group.xhat[j]!;
          wantedB[j]! += grad;
        });
      }
      close(y, wanted, 1e-4);
      close(dx, wantedX, 2e-4);
      if (weighted) {
        close(dw, wantedW, 1e-4);
        close(db, wantedB);
      }
      arena.check();
    }
  });
});
