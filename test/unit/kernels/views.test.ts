import { describe, expect, it } from 'vitest';
import { arenas, numbers, type Slice } from './arena.ts';

type Four = [number, number, number, number];
const SHAPES: Four[] = [
  [1, 1, 1, 1],
  [1, 1, 1, 37],
  [2, 3, 4, 5],
  [1, 2, 33, 9],
  [3, 1, 8, 16],
  [1, 1, 9, 300],
  [5, 4, 1, 1],
  [2, 0, 3, 4],
];

/** Strides of a row-major view; of a transposed one; with every second column; repeated along some dimension. */
function stridesOf(shape: Four): Record<string, Four> {
  const [, b, c, d] = shape;
  const whole: Four = [b * c * d, c * d, d, 1];
  return {
    whole,
    transposed: [b * c * d, c * d, 1, c],
    thinned: [2 * b * c * d, 2 * c * d, 2 * d, 2],
    'a number': [0, 0, 0, 0],
    'a row': [0, 0, 0, 1],
    'a column': [0, 0, 1, 0],
    channels: [0, 1, 0, 0],
    'outer dimension first': [1, shape[0], shape[0] * b, shape[0] * b * c],
  };
}

function eachIndex(shape: Four, visit: (index: Four, at: number) => void): void {
  let at = 0;
  for (let i = 0; i < shape[0]; i++)
    for (let j = 0; j < shape[1]; j++)
      for (let k = 0; k < shape[2]; k++) for (let l = 0; l < shape[3]; l++) visit([i, j, k, l], at++);
}

const place = (index: Four, strides: Four) => index.reduce((sum, i, dim) => sum + i * strides[dim]!, 0);
const count = (shape: Four) => shape.reduce((a, b) => a * b, 1);

describe.each(await arenas())('kernels over views, %s', (_build, arena) => {
  it('broadcast every pair of strides', () => {
    const functions = [
      (a: number, b: number) => a + b,
      (a: number, b: number) => a - b,
      (a: number, b: number) => a * b,
      (a: number, b: number) => a / b,
      Math.max,
      Math.min,
    ];
    for (const shape of SHAPES)
      for (const [left, s] of Object.entries(stridesOf(shape)))
        for (const [right, t] of Object.entries(stridesOf(shape))) {
          const operation = (left.length + right.length) % 12;
          const wide = operation > 5;
          const n = count(shape);
          const x = numbers(2 * n + 400, 1);
          const y = numbers(2 * n + 400, 2);
          const a = wide ? arena.float64(x) : arena.float32(x);
          const b = wide ? arena.float64(y) : arena.float32(y);
          const o: Slice<Float32Array | Float64Array> = wide
            ? arena.take(Float64Array, n)
            : arena.take(Float32Array, n);
          arena.kernels.broadcast(operation, a.at, ...s, b.at, ...t, o.at, ...shape);
          const f = functions[operation % 6]!;
          eachIndex(shape, (index, at) => {
            const exact = f(x[place(index, s)]!, y[place(index, t)]!);
            const wanted = wide ? exact : Math.fround(exact);
            if (o.values[at] !== wanted)
              expect([left, right, shape, index, o.values[at]]).toEqual([left, right, shape, index, wanted]);
          });
          arena.check();
        }
  });

  it('copy from every stride to every stride that repeats nothing', () => {
    const types = { copy32: Float32Array, copy64: Float64Array, copy8: Uint8Array };
    for (const [name, type] of Object.entries(types))
      for (const shape of SHAPES) {
        const strides = stridesOf(shape);
        for (const s of Object.values(strides))
          for (const target of ['whole', 'transposed', 'thinned', 'outer dimension first']) {
            const t = strides[target]!;
            const length = 2 * count(shape) + 400;
            const x = arena.take<Float32Array | Float64Array | Uint8Array>(type, length);
            x.values.set(Array.from({ length }, (_, at) => at % 251));
            const o = arena.take<Float32Array | Float64Array | Uint8Array>(type, length);
            o.values.fill(255);
            arena.kernels[name as 'copy32'](x.at, ...s, o.at, ...t, ...shape);
            const wanted = new Array<number>(length).fill(255);
            eachIndex(shape, (index) => (wanted[place(index, t)] = x.values[place(index, s)]!));
            expect([...o.values]).toEqual(wanted);
            arena.check();
          }
      }
  });

  it('fill and cast any number of elements', () => {
    for (const n of [0, 1, 2, 3, 4, 5, 16, 19]) {
      const x = numbers(n, 1, 2).map((value, at) => (at % 3 === 1 ? 0 : value));
      const [a, b, c] = [
        arena.float32(x),
        arena.float64(x),
        arena.bool(x.map((value) => Number(value !== 0))),
      ];
      const f = arena.take(Float32Array, n);
      const d = arena.take(Float64Array, n);
      const u = arena.take(Uint8Array, n);
      const { kernels } = arena;
      kernels.fill32(f.at, n, 2.5);
      expect([...f.values]).toEqual(x.map(() => 2.5));
      kernels.fill64(d.at, n, -0.1);
      expect([...d.values]).toEqual(x.map(() => -0.1));
      kernels.f32_f64(a.at, d.at, n);
      expect([...d.values]).toEqual(x);
      kernels.f64_f32(b.at, f.at, n);
      expect([...f.values]).toEqual(x);
      kernels.u8_f32(c.at, f.at, n);
      expect([...f.values]).toEqual([...c.values]);
      kernels.u8_f64(c.at, d.at, n);
      expect([...d.values]).toEqual([...c.values]);
      kernels.f32_bool(a.at, u.at, n);
      expect([...u.values]).toEqual([...c.values]);
      kernels.f64_bool(b.at, u.at, n);
      expect([...u.values]).toEqual([...c.values]);
      arena.check();
    }
  });
});
