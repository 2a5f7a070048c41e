import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newElements, type DType, type Elements } from '../../../src/training/backend/dtype.ts';
import { connectHeap } from '../../../src/training/backend/wasm/heap.ts';
import { Generator } from '../../../src/training/tensor/generator.ts';
import { multinomial } from '../../../src/training/tensor/sampling.ts';
import { heapModules } from '../backend/heap-modules.ts';
import recorded from './recorded-streams.json';

/** One fill from a fresh seed, and what PyTorch's `rand(())` and `randn(())` gave after it. */
interface Fill {
  readonly seed: number;
  readonly fill: string;
  readonly arguments: readonly number[];
  readonly dtype: string;
  readonly size: number;
  /** The first 200 elements. */
  readonly values: readonly (number | string)[];
  readonly next: readonly number[];
}

type Floats = Float32Array | Float64Array;

const FILLS: Readonly<
  Record<string, (generator: Generator, target: Elements, a: number, b: number) => void>
> = {
  normal: (generator, target, mean, std) => generator.fillNormal(target as Floats, mean, std),
  uniform: (generator, target, from, to) => generator.fillUniform(target as Floats, from, to),
  bernoulli: (generator, target, p) => generator.fillBernoulli(target, p),
  exponential: (generator, target, rate) => generator.fillExponential(target as Floats, rate),
  geometric: (generator, target, p) => generator.fillGeometric(target, p),
  cauchy: (generator, target, median, sigma) => generator.fillCauchy(target as Floats, median, sigma),
  logNormal: (generator, target, mean, std) => generator.fillLogNormal(target as Floats, mean, std),
  randint: (generator, target, low, high) => generator.fillRandint(target, low, high),
  permutation: (generator, target) => target.set(generator.permutation(target.length)),
};

function draw(generator: Generator, { fill, arguments: [a = 0, b = 0], dtype, size }: Fill): Elements {
  const target = newElements(dtype as DType, size);
  if (fill === 'random') generator.fillRandom(target, dtype as DType);
  else FILLS[fill]?.(generator, target, a, b);
  return target;
}

/** float64 transforms end in another mathematical library's logarithm, sine and cosine: the last bits may differ. */
const TOLERANCE: Readonly<Record<string, number>> = {
  'normal float64': 1e-13,
  'cauchy float64': 1e-13,
  'logNormal float64': 1e-14,
  'exponential float64': 1e-15,
};

const randn = (generator: Generator): number => {
  const one = new Float32Array(1);
  generator.fillNormal(one, 0, 1);
  return one[0] as number;
};

const names = [...new Set(recorded.fills.map((one) => `${one.fill} ${one.dtype}`))];

const builds = [{ name: 'loops', compile: () => Promise.resolve(null) }, ...heapModules];

describe.each(builds)('Generator, by $name', ({ compile }) => {
  beforeAll(async () => {
    connectHeap(await compile());
  }, 120_000);
  afterAll(() => {
    connectHeap(null);
  });

  it.each(names)('fills as PyTorch does: %s', (name) => {
    const tolerance = TOLERANCE[name] ?? 0;
    const cases = recorded.fills.filter((one) => `${one.fill} ${one.dtype}` === name);
    for (const one of cases as readonly Fill[]) {
      const generator = new Generator(one.seed);
      const drawn = Array.from(draw(generator, one));
      one.values.forEach((value, i) => {
        const distance = Math.abs((drawn[i] as number) - Number(value));
        expect(distance, `seed ${one.seed} element ${i}: ${drawn[i]} for ${value}`).toBeLessThanOrEqual(
          tolerance * Math.max(1, Math.abs(Number(value))),
        );
      });
      expect([generator.uniform32(), randn(generator)]).toEqual(one.next);
    }
  });

  it('keeps the second normal number of a pair for the next single draw, past blocks', () => {
    const generator = new Generator(7);
    for (const { size, values } of recorded.mixed) {
      const target = new Float32Array(size);
      generator.fillNormal(target, 0, 1);
      expect(Array.from(target)).toEqual(values);
    }
  });

  it('draws by a tensor of probabilities in their precision', () => {
    for (const one of recorded.bernoulli) {
      const generator = new Generator(one.seed);
      const probabilities = newElements(one.dtype as DType, one.size) as Floats;
      generator.fillUniform(probabilities, 0, 1);
      const target = new Float32Array(one.size);
      generator.fillBernoulliEach(target, probabilities);
      expect(Array.from(target)).toEqual(one.values);
      expect(generator.uniform32()).toBe(one.next);
    }
  });

  it('takes the low 32 bits of any seed and gives 63-bit seeds in full', () => {
    for (const { seed, wide, next } of recorded.seeds) {
      const generator = new Generator();
      generator.manualSeed(BigInt(seed));
      expect(wide.map(() => String(generator.randomSeed()))).toEqual(wide);
      expect(generator.uniform32()).toBe(next);
      expect(generator.initialSeed).toBe(BigInt(seed));
    }
  });

  it("starts from PyTorch's own seed", () => {
    expect(new Generator().initialSeed).toBe(67280421310721n);
    expect(new Generator().random32()).toBe(new Generator(67280421310721n).random32());
  });

  it('goes on from a state that was put back, the spare normal number included', () => {
    const generator = new Generator(3);
    randn(generator);
    const { state } = generator;
    const first = [randn(generator), generator.uniform32(), generator.random32()];
    generator.state = state;
    expect([randn(generator), generator.uniform32(), generator.random32()]).toEqual(first);
    generator.manualSeed(3);
    expect(generator.state.spareNormal).toBeNull();
  });

  it('keeps infinities of overflowing standard deviations', () => {
    const target = new Float64Array(16);
    new Generator(0).fillNormal(target, 0, 1e308);
    expect(target.some(Number.isNaN)).toBe(false);
  });
});

describe('multinomial', () => {
  it('draws the categories that PyTorch draws', () => {
    for (const one of recorded.multinomial) {
      const generator = new Generator(one.seed);
      const weights = newElements(one.dtype as DType, one.weights.length) as Floats;
      weights.set(one.weights);
      const drawn = multinomial(generator, weights, one.columns, one.count, one.replacement);
      expect(Array.from(drawn), JSON.stringify(one)).toEqual(one.values);
      expect(generator.uniform32()).toBe(one.next);
    }
  });
});
