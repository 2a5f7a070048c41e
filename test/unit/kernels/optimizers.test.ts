import { describe, expect, it } from 'vitest';
import { arenas, numbers, type Slice } from './arena.ts';

const LENGTHS = [1, 4, 7, 33];

function close(got: Slice, wanted: number[]): void {
  got.values.forEach((value, at) => expect(value).toBeCloseTo(wanted[at]!, 5));
}

describe.each(await arenas())('steps of optimizers, %s', (_build, arena) => {
  it('axpy and plain SGD', () => {
    for (const n of LENGTHS)
      for (const decay of [0, 0.1]) {
        const [values, grads] = [numbers(n, 1), numbers(n, 2)];
        const [p, g] = [arena.float32(values), arena.float32(grads)];
        arena.kernels.sgd(p.at, g.at, n, 0.5, decay);
        const after = values.map((value, at) => value - 0.5 * (grads[at]! + decay * value));
        close(p, after);
        arena.kernels.axpy(g.at, -2, p.at, n);
        close(
          p,
          after.map((value, at) => value - 2 * grads[at]!),
        );
        arena.check();
      }
  });

  it.each([
    [0, 0, 0],
    [0.3, 0, 0.01],
    [0, 1, 0.1],
  ])('SGD with momentum, dampening %d, nesterov %d, decay %d', (dampening, nesterov, decay) => {
    for (const n of LENGTHS) {
      let [values, buffer]: [number[], number[]] = [numbers(n, 1), numbers(n, 9)];
      const [p, b] = [arena.float32(values), arena.float32(buffer)];
      for (const step of [0, 1, 2]) {
        const grads = numbers(n, 2 + step);
        const g = arena.float32(grads);
        const first = Number(step === 0);
        arena.kernels.sgd_momentum(p.at, g.at, b.at, n, 0.1, 0.9, dampening, decay, nesterov, first);
        const whole = grads.map((grad, at) => grad + decay * values[at]!);
        buffer = whole.map((grad, at) => (first ? grad : 0.9 * buffer[at]! + (1 - dampening) * grad));
        const direction = buffer.map((value, at) => (nesterov ? whole[at]! + 0.9 * value : value));
        values = values.map((value, at) => value - 0.1 * direction[at]!);
        close(p, values);
        close(b, buffer);
      }
      arena.check();
    }
  });

  it.each([
    [0, 0],
    [0.1, 0],
    [0.01, 1],
  ])('Adam with decay %d, decoupled %d', (decay, decoupled) => {
    for (const n of LENGTHS) {
      let [values, first, second] = [
        numbers(n, 1),
        new Array<number>(n).fill(0),
        new Array<number>(n).fill(0),
      ];
      const [p, m, v] = [arena.float32(values), arena.float32(first), arena.float32(second)];
      for (const step of [1, 2, 3]) {
        const grads = numbers(n, step + 1);
        const g = arena.float32(grads);
        const size = 0.1 / (1 - 0.9 ** step);
        const root = Math.sqrt(1 - 0.999 ** step);
        arena.kernels.adam(p.at, g.at, m.at, v.at, n, 0.9, 0.999, size, root, 1e-8, decay, decoupled);
        const whole = grads.map((grad, at) => grad + (decoupled ? 0 : decay * values[at]!));
        if (decoupled) values = values.map((value) => value * (1 - decay));
        first = first.map((value, at) => 0.9 * value + 0.1 * whole[at]!);
        second = second.map((value, at) => 0.999 * value + 0.001 * whole[at]! ** 2);
        values = values.map(
          (value, at) => value - (size * first[at]!) / (Math.sqrt(second[at]!) / root + 1e-8),
        );
        close(p, values);
        close(m, first);
        close(v, second);
      }
      arena.check();
    }
  });
});
