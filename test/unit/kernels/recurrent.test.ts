import { describe, expect, it } from 'vitest';
import { arenas, numbers, type Slice } from './arena.ts';

const SHAPES: [number, number][] = [
  [1, 1],
  [3, 4],
  [2, 7],
  [5, 32],
];
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function close(got: Slice, wanted: (row: number, at: number) => number, width: number): void {
  got.values.forEach((value, i) => expect(value).toBeCloseTo(wanted(Math.floor(i / width), i % width), 5));
}

describe.each(await arenas())('recurrent cells, %s', (_build, arena) => {
  it.each(SHAPES)('RNN of %i rows of %i: tanh or relu of the sum', (rows, H) => {
    const [x, y, z] = [numbers(rows * H, 1, 3), numbers(rows * H, 2, 3), numbers(H, 3)];
    const [gi, gh, bias, out] = [
      ...[x, y, z].map((v) => arena.float32(v)),
      arena.take(Float32Array, rows * H),
    ] as [Slice, Slice, Slice, Slice];
    const sum = (row: number, at: number) => x[row * H + at]! + y[row * H + at]! + z[at]!;
    arena.kernels.rnn_cell(gi.at, gh.at, bias.at, out.at, rows, H, 0);
    close(out, (row, at) => Math.tanh(sum(row, at)), H);
    arena.kernels.rnn_cell(gi.at, gh.at, bias.at, out.at, rows, H, 1);
    close(out, (row, at) => Math.max(0, sum(row, at)), H);
    arena.kernels.rnn_cell(gi.at, gh.at, 0, out.at, rows, H, 0);
    close(out, (row, at) => Math.tanh(sum(row, at) - z[at]!), H);
    arena.check();
  });

  it.each(SHAPES)('LSTM of %i rows of %i, both ways', (rows, H) => {
    const [x, y, cell] = [numbers(rows * 4 * H, 1, 3), numbers(rows * 4 * H, 2, 3), numbers(rows * H, 3)];
    const [dh, dc] = [numbers(rows * H, 4), numbers(rows * H, 5)];
    const [gi, gh, c, g, gc] = [x, y, cell, dh, dc].map((v) => arena.float32(v)) as [
      Slice,
      Slice,
      Slice,
      Slice,
      Slice,
    ];
    const [h, next, back] = [1, 2, 3].map(() => arena.take(Float32Array, rows * H)) as [Slice, Slice, Slice];
    const [gates, dgates] = [arena.take(Float32Array, rows * 4 * H), arena.take(Float32Array, rows * 4 * H)];
    const b = numbers(4 * H, 6);
    arena.kernels.lstm_cell(gi.at, gh.at, arena.float32(b).at, c.at, h.at, next.at, gates.at, rows, H);
    const gate = (row: number, at: number) => x[row * 4 * H + at]! + y[row * 4 * H + at]! + b[at]!;
    const of = (row: number, at: number) => ({
      i: sigmoid(gate(row, at)),
      f: sigmoid(gate(row, at + H)),
      g: Math.tanh(gate(row, at + 2 * H)),
      o: sigmoid(gate(row, at + 3 * H)),
      c: cell[row * H + at]!,
      dh: dh[row * H + at]!,
      dc: dc[row * H + at]!,
    });
    const after = (row: number, at: number) => {
      const { i, f, g: candidate, c: before } = of(row, at);
      return f * before + i * candidate;
    };
    close(next, after, H);
    close(h, (row, at) => of(row, at).o * Math.tanh(after(row, at)), H);
    arena.kernels.lstm_cell_backward(g.at, gc.at, gates.at, c.at, next.at, dgates.at, back.at, rows, H);
    const cellGrad = (row: number, at: number) => {
      const all = of(row, at);
      return all.dc + all.dh * all.o * (1 - Math.tanh(after(row, at)) ** 2);
    };
    close(back, (row, at) => cellGrad(row, at) * of(row, at).f, H);
    const gateGrad = (row: number, i: number) => {
      const at = i % H;
      const all = of(row, at);
      const grad = cellGrad(row, at);
      return [
        grad * all.g * all.i * (1 - all.i),
        grad * all.c * all.f * (1 - all.f),
        grad * all.i * (1 - all.g ** 2),
        all.dh * Math.tanh(after(row, at)) * all.o * (1 - all.o),
      ][Math.floor(i / H)]!;
    };
    close(dgates, gateGrad, 4 * H);
    arena.check();
  });

  it.each(SHAPES)('GRU of %i rows of %i, both ways', (rows, H) => {
    const [x, y] = [numbers(rows * 3 * H, 1, 3), numbers(rows * 3 * H, 2, 3)];
    const [state, grads] = [numbers(rows * H, 3), numbers(rows * H, 4)];
    const [gi, gh, h, dh] = [x, y, state, grads].map((v) => arena.float32(v)) as [Slice, Slice, Slice, Slice];
    const [out, direct] = [arena.take(Float32Array, rows * H), arena.take(Float32Array, rows * H)];
    const [dgi, dgh] = [arena.take(Float32Array, rows * 3 * H), arena.take(Float32Array, rows * 3 * H)];
    const gates = arena.take(Float32Array, rows * 4 * H);
    const b = numbers(3 * H, 6);
    arena.kernels.gru_cell(gi.at, gh.at, arena.float32(b).at, h.at, out.at, gates.at, rows, H);
    arena.kernels.gru_cell_backward(dh.at, gates.at, h.at, dgi.at, dgh.at, direct.at, rows, H);
    const of = (row: number, at: number) => {
      const given = (which: number) => x[row * 3 * H + which * H + at]!;
      const own = (which: number) => y[row * 3 * H + which * H + at]! + b[which * H + at]!;
      const [r, z] = [0, 1].map((which) => sigmoid(given(which) + own(which))) as [number, number];
      const n = Math.tanh(given(2) + r * own(2));
      return { r, z, n, part: own(2), h: state[row * H + at]!, grad: grads[row * H + at]! };
    };
    close(out, (row, at) => (1 - of(row, at).z) * of(row, at).n + of(row, at).z * of(row, at).h, H);
    close(direct, (row, at) => of(row, at).grad * of(row, at).z, H);
    const gateGrad = (row: number, i: number, byState: boolean) => {
      const { r, z, n, part, h: before, grad } = of(row, i % H);
      const dn = grad * (1 - z) * (1 - n * n);
      const [dr, dz] = [dn * part * r * (1 - r), grad * (before - n) * z * (1 - z)];
      return [dr, dz, byState ? dn * r : dn][Math.floor(i / H)]!;
    };
    close(dgi, (row, i) => gateGrad(row, i, false), 3 * H);
    close(dgh, (row, i) => gateGrad(row, i, true), 3 * H);
    arena.check();
  });
});
