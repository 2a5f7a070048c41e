/** Random numbers: the streams of PyTorch's CPU generator, number for number. */
import type { DType, Elements } from '../backend/dtype.ts';
import { bernoulli, drawMany, drawsMany, uniform } from '../backend/wasm/draws.ts';
import { fmaDouble } from './fma.ts';
import { MersenneTwister } from './mersenne-twister.ts';
import { BLOCK, transformBlock32, transformBlock64 } from './normal-block.ts';

/** The seed of a PyTorch generator that nobody seeded. */
const UNSEEDED = 67280421310721n;

const TWO_PI = 2 * Math.PI;

/** Ranges from this on are drawn from 64 bits, so that the remainder's bias stays small. */
const WIDE_RANGE = 2 ** 28;

/** Everything that determines a generator's further draws. */
export interface GeneratorState {
  readonly seed: bigint;
  readonly words: Int32Array;
  readonly next: number;
  readonly spareNormal: number | null;
}

/** One stream. All draws advance it in PyTorch's order, so mixed draws agree too. */
export class Generator {
  readonly #twister: MersenneTwister;
  #seed: bigint;
  /** The second of a pair of normal numbers, kept for the next single draw. */
  #spareNormal: number | null = null;

  constructor(seed: number | bigint = UNSEEDED) {
    this.#seed = BigInt(seed);
    this.#twister = new MersenneTwister(lowBits(this.#seed));
  }

  /** Starts the stream anew. */
  manualSeed(seed: number | bigint): void {
    this.#seed = BigInt(seed);
    this.#twister.seed(lowBits(this.#seed));
    this.#spareNormal = null;
  }

  get initialSeed(): bigint {
    return this.#seed;
  }

  get state(): GeneratorState {
    return { seed: this.#seed, ...this.#twister.state, spareNormal: this.#spareNormal };
  }

  set state(state: GeneratorState) {
    this.#seed = state.seed;
    this.#twister.state = state;
    this.#spareNormal = state.spareNormal;
  }

  /** 32 random bits, as an unsigned integer. */
  random32(): number {
    return this.#twister.next();
  }

  /** 64 random bits, as an unsigned integer. */
  random64(): bigint {
    const high = BigInt(this.#twister.next());
    return (high << 32n) | BigInt(this.#twister.next());
  }

  /** What `torch.empty((), dtype=torch.int64).random_()` gives, with all of its 63 bits: a DataLoader's seeds. */
  randomSeed(): bigint {
    return this.random64() & ((1n << 63n) - 1n);
  }

  /** Uniform in [0, 1) with float32's 24 bits. */
  uniform32(): number {
    return (this.#twister.next() & 0xffffff) * 2 ** -24;
  }

  /** Uniform in [0, 1) with float64's 53 bits. */
  uniform64(): number {
    const high = this.#twister.next() & 0x1fffff;
    return (high * 2 ** 32 + this.#twister.next()) * 2 ** -53;
  }

  /** Standard normal: Box and Muller's transform of two uniforms gives two numbers, one of which waits. */
  normal(): number {
    if (this.#spareNormal !== null) {
      const spare = this.#spareNormal;
      this.#spareNormal = null;
      return spare;
    }
    const angle = TWO_PI * this.uniform64();
    const radius = Math.sqrt(-2 * Math.log1p(-this.uniform64()));
    this.#spareNormal = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  }

  /** Uniform in [from, to). */
  fillUniform(target: Float32Array | Float64Array, from: number, to: number): void {
    if (target instanceof Float64Array) {
      for (let i = 0; i < target.length; i++) target[i] = fmaDouble(this.uniform64(), to - from, from);
      return;
    }
    const start = Math.fround(from);
    const extent = Math.fround(Math.fround(to) - start);
    if (drawsMany(target.length)) {
      this.#twister.drawBy((words, next) => drawMany(target, words, next, uniform(start, extent)));
      return;
    }
    for (let i = 0; i < target.length; i++) target[i] = this.uniform32() * extent + start;
  }

  /** Normal with the given mean and standard deviation, as `normal_` fills a contiguous tensor. */
  fillNormal(target: Float32Array | Float64Array, mean: number, std: number): void {
    if (target.length < BLOCK) this.fillNormalSingly(target, mean, std);
    else this.#fillNormalBlocks(target, mean, std);
  }

  /** The same one by one, as `normal_` fills a tensor that is not contiguous, whatever its size. */
  fillNormalSingly(target: Float32Array | Float64Array, mean: number, std: number): void {
    for (let i = 0; i < target.length; i++) target[i] = fmaDouble(this.normal(), std, mean);
  }

  /** Integers in [low, high). */
  fillRandint(target: Elements, low: number, high: number): void {
    const range = high - low;
    if (range >= WIDE_RANGE) {
      const wide = BigInt(range);
      for (let i = 0; i < target.length; i++) target[i] = low + Number(this.random64() % wide);
    } else {
      for (let i = 0; i < target.length; i++) target[i] = low + (this.#twister.next() % range);
    }
  }

  /** `random_()` without arguments: all non-negative values of an integer dtype, the exact integers of a float. */
  fillRandom(target: Elements, dtype: DType): void {
    const range = RANDOM_RANGES[dtype];
    for (let i = 0; i < target.length; i++) {
      target[i] = range > 2n ** 32n ? Number(this.random64() % range) : this.#twister.next() % Number(range);
    }
  }

  /** `value` with probability `p`, else 0. */
  fillBernoulli(target: Elements, p: number, value = 1): void {
    if (target instanceof Float32Array && drawsMany(target.length)) {
      this.#twister.drawBy((words, next) => drawMany(target, words, next, bernoulli(p, value)));
      return;
    }
    for (let i = 0; i < target.length; i++) target[i] = this.uniform64() < p ? value : 0;
  }

  /** 1 with the probability at the same place, else 0; the probabilities' precision is that of the draws. */
  fillBernoulliEach(target: Elements, probabilities: Float32Array | Float64Array): void {
    const isDouble = probabilities instanceof Float64Array;
    for (let i = 0; i < target.length; i++) {
      const draw = isDouble ? this.uniform64() : this.uniform32();
      target[i] = draw < (probabilities[i] as number) ? 1 : 0;
    }
  }

  /** Exponential with density `rate * exp(-rate * x)`. */
  fillExponential(target: Float32Array | Float64Array, rate: number): void {
    for (let i = 0; i < target.length; i++) target[i] = -Math.log(1 - this.uniform64()) / rate;
  }

  /** Number of trials up to the first success of probability `p`. */
  fillGeometric(target: Elements, p: number): void {
    const scale = Math.log1p(-p);
    for (let i = 0; i < target.length; i++) target[i] = Math.ceil(Math.log(this.uniform64()) / scale);
  }

  fillCauchy(target: Float32Array | Float64Array, median: number, sigma: number): void {
    for (let i = 0; i < target.length; i++) {
      target[i] = median + sigma * Math.tan(Math.PI * (this.uniform64() - 0.5));
    }
  }

  /** Exponentials of normal numbers with the given mean and standard deviation. */
  fillLogNormal(target: Float32Array | Float64Array, mean: number, std: number): void {
    for (let i = 0; i < target.length; i++) target[i] = Math.exp(fmaDouble(this.normal(), std, mean));
  }

  /** The integers 0 … n - 1 in random order. */
  permutation(n: number): Float64Array {
    const order = Float64Array.from({ length: n }, (_, i) => i);
    for (let i = 0; i < n - 1; i++) {
      const other = i + (this.#twister.next() % (n - i));
      const value = order[i] as number;
      order[i] = order[other] as number;
      order[other] = value;
    }
    return order;
  }

  /** Uniforms first, then each block of 16 is transformed; a rest is covered by a fresh block at the very end. */
  #fillNormalBlocks(target: Float32Array | Float64Array, mean: number, std: number): void {
    this.fillUniform(target, 0, 1);
    const { length } = target;
    for (let start = 0; start + BLOCK <= length; start += BLOCK) {
      transform(target.subarray(start, start + BLOCK), mean, std);
    }
    if (length % BLOCK === 0) return;
    const last = target.subarray(length - BLOCK);
    this.fillUniform(last, 0, 1);
    transform(last, mean, std);
  }
}

function transform(block: Float32Array | Float64Array, mean: number, std: number): void {
  if (block instanceof Float32Array) transformBlock32(block, mean, std);
  else transformBlock64(block, mean, std);
}

/** How many values `random_()` chooses from. */
const RANDOM_RANGES: Readonly<Record<DType, bigint>> = {
  bool: 2n,
  uint8: 2n ** 8n,
  int8: 2n ** 7n,
  int16: 2n ** 15n,
  int32: 2n ** 31n,
  int64: 2n ** 63n,
  float16: 2n ** 11n + 1n,
  bfloat16: 2n ** 8n + 1n,
  float32: 2n ** 24n + 1n,
  float64: 2n ** 53n + 1n,
  complex64: 2n ** 24n + 1n,
  complex128: 2n ** 53n + 1n,
};

const lowBits = (seed: bigint): number => Number(BigInt.asUintN(32, seed));

/** The stream of everything that names no generator. */
export const defaultGenerator = new Generator();
