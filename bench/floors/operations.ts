/** Single operations as loops over typed arrays, into arrays that are there already. */
import type { Sample } from '../sample.ts';

const LOOPS: Readonly<Record<string, (a: Float32Array, b: Float32Array, out: Float32Array) => void>> = {
  add: (a, b, out) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) + (b[i] as number);
  },
  exp: (a, _, out) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.exp(a[i] as number);
  },
  sum: (a, _, out) => {
    let total = 0;
    for (const value of a) total += value;
    out[0] = total;
  },
};

const random = (length: number): Float32Array => Float32Array.from({ length }, Math.random);

export function operationsFloor(): readonly Sample[] {
  const samples: Sample[] = [];
  for (let power = 4; power <= 24; power += 4) {
    const [a, b, out] = [random(2 ** power), random(2 ** power), new Float32Array(2 ** power)];
    for (const [name, loop] of Object.entries(LOOPS)) {
      const label = `${name} 2^${power}`;
      samples.push({ label, milliseconds: perCall(() => loop(a, b, out), 2 ** (12 - power)) });
    }
  }
  return samples;
}

export function matmulFloor(): readonly Sample[] {
  return [8, 16, 32, 64, 128, 256, 512, 1024].map((rows) => {
    const [a, b, out] = [random(rows ** 2), random(rows ** 2), new Float32Array(rows ** 2)];
    const label = `${rows}x${rows}`;
    return { label, milliseconds: perCall(() => multiply(a, b, out, rows), 4096 / rows ** 2) };
  });
}

/** Rows are added up, so that both factors are read in the order in which they lie. */
function multiply(a: Float32Array, b: Float32Array, out: Float32Array, rows: number): void {
  out.fill(0);
  for (let i = 0; i < rows; i++) {
    const target = out.subarray(i * rows, (i + 1) * rows);
    for (let k = 0; k < rows; k++) {
      const factor = a[i * rows + k] as number;
      const first = k * rows;
      for (let j = 0; j < rows; j++) target[j] = (target[j] as number) + factor * (b[first + j] as number);
    }
  }
}

function perCall(call: () => void, calls: number): number {
  const count = Math.max(1, calls);
  const start = performance.now();
  for (let i = 0; i < count; i++) call();
  return (performance.now() - start) / count;
}
