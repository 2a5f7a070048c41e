/**
 * The discrete Fourier transform of any length, without a scale: by the
 * factors of the length, or by Bluestein's convolution where one of them is a large prime.
 */

/** Real and imaginary parts. */
export interface Signal {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

const signalOf = (length: number): Signal => ({ re: new Float64Array(length), im: new Float64Array(length) });

/** Primes up to this are transformed by their definition. */
const MOST_DIRECT = 64;

/** What turns signals of one length and direction. */
export function transformOf(length: number, inverse: boolean): (signal: Signal) => void {
  const sign = inverse ? 1 : -1;
  if ((length & (length - 1)) === 0) return byHalves(length, sign);
  return largestPrime(length) > MOST_DIRECT ? byConvolution(length, sign) : byFactors(length, sign);
}

const smallestFactor = (length: number): number => {
  for (let p = 2; p * p <= length; p++) if (length % p === 0) return p;
  return length;
};

function largestPrime(length: number): number {
  let rest = length;
  let largest = 1;
  while (rest > 1) {
    largest = smallestFactor(rest);
    rest /= largest;
  }
  return largest;
}

/** `cos` and `sin` of `2 pi i / length`, exact where they are 0, 1 or -1, and mirrored exactly. */
function rootOfUnity(i: number, length: number): [cos: number, sin: number] {
  if (8 * i <= length) return [Math.cos((2 * Math.PI * i) / length), Math.sin((2 * Math.PI * i) / length)];
  if (4 * i <= length) {
    const angle = (Math.PI * (length - 4 * i)) / (2 * length);
    return [Math.sin(angle), Math.cos(angle)];
  }
  if (2 * i <= length) {
    const [cos, sin] = rootOfUnity((length - 2 * i) / 2, length);
    return [-cos, sin];
  }
  const [cos, sin] = rootOfUnity(length - i, length);
  return [cos, -sin];
}

/** The first `count` roots of unity of a direction. */
function rootsOfUnity(count: number, length: number, sign: number): Signal {
  const roots = signalOf(count);
  for (let i = 0; i < count; i++) {
    const [cos, sin] = rootOfUnity(i, length);
    roots.re[i] = cos;
    roots.im[i] = sign * sin;
  }
  return roots;
}

/** Interleaved parts of a prime number of signals are transformed, then put together by the definition. */
function byFactors(length: number, sign: number): (signal: Signal) => void {
  const parts = smallestFactor(length);
  const size = length / parts;
  const inner = size === 1 ? null : transformOf(size, sign > 0);
  const roots = rootsOfUnity(length, length, sign);
  return ({ re, im }) => {
    const pieces = Array.from({ length: parts }, (_, p) => {
      const piece = signalOf(size);
      for (let i = 0; i < size; i++) {
        piece.re[i] = re[i * parts + p] as number;
        piece.im[i] = im[i * parts + p] as number;
      }
      inner?.(piece);
      return piece;
    });
    for (let k = 0; k < length; k++) {
      let [x, y] = [0, 0];
      for (let p = 0; p < parts; p++) {
        const piece = pieces[p] as Signal;
        const [u, v] = [piece.re[k % size] as number, piece.im[k % size] as number];
        const at = (p * k) % length;
        const [c, s] = [roots.re[at] as number, roots.im[at] as number];
        x += u * c - v * s;
        y += u * s + v * c;
      }
      re[k] = x;
      im[k] = y;
    }
  };
}

function byHalves(length: number, sign: number): (signal: Signal) => void {
  const roots = rootsOfUnity(length / 2, length, sign);
  return ({ re, im }) => {
    reverseBits(re);
    reverseBits(im);
    for (let half = 1; half < length; half *= 2) {
      const step = length / (2 * half);
      for (let start = 0; start < length; start += 2 * half) {
        for (let k = 0; k < half; k++) {
          const [i, j] = [start + k, start + k + half];
          const [c, s] = [roots.re[k * step] as number, roots.im[k * step] as number];
          const [x, y] = [re[j] as number, im[j] as number];
          const [u, v] = [x * c - y * s, x * s + y * c];
          re[j] = (re[i] as number) - u;
          im[j] = (im[i] as number) - v;
          re[i] = (re[i] as number) + u;
          im[i] = (im[i] as number) + v;
        }
      }
    }
  };
}

function reverseBits(values: Float64Array): void {
  const { length } = values;
  for (let i = 1, j = 0; i < length; i++) {
    let bit = length >> 1;
    for (; (j & bit) !== 0; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) [values[i], values[j]] = [values[j] as number, values[i] as number];
  }
}

/** i k = (i^2 + k^2 - (i - k)^2) / 2 makes a convolution of the sum, which transforms of a power of two compute. */
function byConvolution(length: number, sign: number): (signal: Signal) => void {
  const size = 2 ** Math.ceil(Math.log2(2 * length - 1));
  const [forward, back] = [byHalves(size, -1), byHalves(size, 1)];
  const chirp = signalOf(length);
  for (let i = 0; i < length; i++) {
    // The square is taken modulo the period, so that the angle stays exact.
    const angle = (Math.PI * ((i * i) % (2 * length))) / length;
    chirp.re[i] = Math.cos(angle);
    chirp.im[i] = sign * Math.sin(angle);
  }
  const filter = signalOf(size);
  for (let i = 0; i < length; i++) {
    const at = [i, (size - i) % size];
    for (const j of at) {
      filter.re[j] = chirp.re[i] as number;
      filter.im[j] = -(chirp.im[i] as number);
    }
  }
  forward(filter);
  return (signal) => {
    const work = signalOf(size);
    multiply(signal, chirp, work, length);
    forward(work);
    multiply(work, filter, work, size);
    back(work);
    multiply(work, chirp, signal, length);
    for (let i = 0; i < length; i++) {
      signal.re[i] = (signal.re[i] as number) / size;
      signal.im[i] = (signal.im[i] as number) / size;
    }
  };
}

/** The first `count` products of two signals. */
function multiply(a: Signal, b: Signal, out: Signal, count: number): void {
  for (let i = 0; i < count; i++) {
    const [p, q] = [a.re[i] as number, a.im[i] as number];
    const [r, s] = [b.re[i] as number, b.im[i] as number];
    out.re[i] = p * r - q * s;
    out.im[i] = p * s + q * r;
  }
}
