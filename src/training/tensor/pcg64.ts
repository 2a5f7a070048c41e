/** Many numbers of numpy's `default_rng` at once: O'Neill's PCG64 (XSL RR), with Marsaglia and Tsang's ziggurat for normal ones. */

/** The multiplier of the state, as words of 32 bits, the lowest first. */
const MULTIPLIER = [0x9fccf645, 0x4385df64, 0x1fc65da4, 0x2360ed05] as const;

/** The generator's 128-bit state and increment, each as four words of 32 bits, the lowest first. */
export type PcgWords = ArrayLike<number>;

/** The high word of a product of two words. */
function productHigh(a: number, b: number): number {
  const aHigh = a >>> 16;
  const aLow = a & 0xffff;
  const bHigh = b >>> 16;
  const bLow = b & 0xffff;
  const middle = aHigh * bLow + aLow * bHigh + Math.floor((aLow * bLow) / 2 ** 16);
  return aHigh * bHigh + Math.floor(middle / 2 ** 16);
}

/** The stream: each number is two words, the high one first. Words are numbers, since a BigInt of 128 bits costs 3 µs a step. */
class Pcg64 {
  readonly #state: Uint32Array;
  readonly #increment: Uint32Array;
  readonly #next = new Uint32Array(4);
  high = 0;
  low = 0;

  constructor(words: PcgWords) {
    const all = Uint32Array.from(words);
    this.#state = all.slice(0, 4);
    this.#increment = all.slice(4, 8);
  }

  get words(): number[] {
    return [...this.#state, ...this.#increment];
  }

  step(): void {
    this.#advance();
    const state = this.#state;
    const top = state[3] as number;
    const high = (top ^ (state[1] as number)) >>> 0;
    const low = ((state[2] as number) ^ (state[0] as number)) >>> 0;
    this.#turn(high, low, top >>> 26);
  }

  /** The next state: state * multiplier + increment, without what is beyond 128 bits. */
  #advance(): void {
    const state = this.#state;
    const increment = this.#increment;
    const next = this.#next;
    let carry = 0;
    for (let place = 0; place < 4; place++) {
      let sum = carry + (increment[place] as number);
      for (let i = 0; i <= place; i++) {
        sum += Math.imul(state[i] as number, MULTIPLIER[place - i] as number) >>> 0;
        if (i < place) sum += productHigh(state[i] as number, MULTIPLIER[place - 1 - i] as number);
      }
      next[place] = sum % 2 ** 32;
      carry = Math.floor(sum / 2 ** 32);
    }
    state.set(next);
  }

  /** The output: the two halves of the state folded into one and turned to the right. */
  #turn(high: number, low: number, count: number): void {
    const left = count & 32 ? low : high;
    const right = count & 32 ? high : low;
    const bits = count & 31;
    if (bits === 0) {
      this.high = left;
      this.low = right;
      return;
    }
    this.high = ((left >>> bits) | (right << (32 - bits))) >>> 0;
    this.low = ((right >>> bits) | (left << (32 - bits))) >>> 0;
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
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i++) numbers[i] = stream.uniform();
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
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i++) numbers[i] = normal(stream, found);
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
