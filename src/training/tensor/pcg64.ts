/** Many numbers of numpy's `default_rng` at once: O'Neill's PCG64 (XSL RR), with Marsaglia and Tsang's ziggurat for normal ones. */

const MULTIPLIER = 0x2360ed051fc65da44385df649fccf645n;
const WORD = 0xffffffffn;

/** The generator's 128-bit state and increment, each as four words of 32 bits, the lowest first. */
export type PcgWords = ArrayLike<number>;

const fromWords = (words: PcgWords, start: number): bigint =>
  [3, 2, 1, 0].reduce((sum, i) => (sum << 32n) | BigInt(words[start + i] ?? 0), 0n);

const toWords = (value: bigint): number[] =>
  [0n, 32n, 64n, 96n].map((shift) => Number((value >> shift) & WORD));

/** The stream: each number is two words, the high one first. */
class Pcg64 {
  #state: bigint;
  readonly #increment: bigint;
  high = 0;
  low = 0;

  constructor(words: PcgWords) {
    this.#state = fromWords(words, 0);
    this.#increment = fromWords(words, 4);
  }

  get words(): number[] {
    return [...toWords(this.#state), ...toWords(this.#increment)];
  }

  step(): void {
    const state = BigInt.asUintN(128, this.#state * MULTIPLIER + this.#increment);
    this.#state = state;
    const folded = (state >> 64n) ^ BigInt.asUintN(64, state);
    const turn = state >> 122n;
    const output = BigInt.asUintN(64, (folded >> turn) | (folded << (64n - turn)));
    this.high = Number(output >> 32n);
    this.low = Number(output & WORD);
  }

  /** Uniform in [0, 1) with 53 bits. */
  uniform(): number {
    this.step();
    return (this.high * 2 ** 21 + (this.low >>> 11)) * 2 ** -53;
  }
}

export interface PcgDraws {
  readonly numbers: Float64Array;
  readonly after: readonly number[];
}

/** Uniform numbers in [0, 1). */
export function pcgUniform(words: PcgWords, count: number): PcgDraws {
  const stream = new Pcg64(words);
  const numbers = Float64Array.from({ length: count }, () => stream.uniform());
  return { numbers, after: stream.words };
}

/** Where the ziggurat's lowest layer ends. */
const TAIL = 3.654152885361009;
/** The area of each of its 256 layers. */
const AREA = 0.004928673233974655;

interface Layers {
  /** Below so many 52-bit steps a point of layer i is surely under the curve. */
  readonly sure: Float64Array;
  /** The size of a step of layer i. */
  readonly step: Float64Array;
  /** The curve's height at the end of layer i. */
  readonly height: Float64Array;
}

let layers: Layers | null = null;

function makeLayers(): Layers {
  const curve = (x: number): number => Math.exp(-0.5 * x * x);
  const ends = new Float64Array(257);
  ends[256] = AREA / curve(TAIL);
  ends[255] = TAIL;
  for (let i = 255; i > 1; i--) {
    const end = ends[i] as number;
    ends[i - 1] = Math.sqrt(-2 * Math.log(AREA / end + curve(end)));
  }
  const at = (i: number): number => ends[i] as number;
  const sure = Float64Array.from({ length: 256 }, (_, i) =>
    i === 0 ? Math.floor((TAIL / at(256)) * 2 ** 52) : Math.floor((at(i - 1) / at(i)) * 2 ** 52),
  );
  const step = Float64Array.from({ length: 256 }, (_, i) => at(i === 0 ? 256 : i) / 2 ** 52);
  const height = Float64Array.from({ length: 256 }, (_, i) => (i === 0 ? 1 : curve(at(i))));
  return { sure, step, height };
}

/** Standard normal numbers. */
export function pcgNormal(words: PcgWords, count: number): PcgDraws {
  const stream = new Pcg64(words);
  layers ??= makeLayers();
  const found = layers;
  const numbers = Float64Array.from({ length: count }, () => normal(stream, found));
  return { numbers, after: stream.words };
}

function normal(stream: Pcg64, { sure, step, height }: Layers): number {
  for (;;) {
    stream.step();
    const { high, low } = stream;
    const layer = low & 0xff;
    const sign = (low >>> 8) & 1 ? -1 : 1;
    // Bits 9 to 60 of the number.
    const steps = (high & 0x1fffffff) * 2 ** 23 + (low >>> 9);
    const x = sign * steps * (step[layer] as number);
    if (steps < (sure[layer] as number)) return x;
    if (layer === 0) return (steps / 2 ** 8) & 1 ? -beyond(stream) : beyond(stream);
    const [above, below] = [height[layer - 1] as number, height[layer] as number];
    if ((above - below) * stream.uniform() + below < Math.exp(-0.5 * x * x)) return x;
  }
}

/** A number beyond the lowest layer's end. */
function beyond(stream: Pcg64): number {
  for (;;) {
    const x = -Math.log1p(-stream.uniform()) / TAIL;
    const y = -Math.log1p(-stream.uniform());
    if (y + y > x * x) return TAIL + x;
  }
}
