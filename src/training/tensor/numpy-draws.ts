/** Many numbers of numpy's legacy generator at once: the same Mersenne Twister as PyTorch's, read in another way. */
import { MersenneTwister } from './mersenne-twister.ts';

export interface NumpyStream {
  /** The 624 words, and after them how many of them are used up. */
  readonly state: ArrayLike<number>;
  /** The second number of a pair, which waits; null: there is none. */
  readonly spare: number | null;
}

/** Draws from a stream, and the stream as it is afterwards. */
export interface NumpyDraws {
  readonly numbers: Float64Array;
  readonly after: NumpyStream;
}

const WORDS = 624;

function twisterOf(state: ArrayLike<number>): MersenneTwister {
  const twister = new MersenneTwister(0);
  twister.state = {
    words: Int32Array.from({ length: WORDS }, (_, i) => state[i] ?? 0),
    next: state[WORDS] ?? 0,
  };
  return twister;
}

function stateOf(twister: MersenneTwister): Float64Array {
  const { words, next } = twister.state;
  return Float64Array.from([...new Uint32Array(words.buffer), next]);
}

/** Uniform in [0, 1) with 53 bits: 27 of one word and 26 of the next. */
const uniform = (twister: MersenneTwister): number =>
  ((twister.next() >>> 5) * 2 ** 26 + (twister.next() >>> 6)) * 2 ** -53;

/** Uniform numbers in [0, 1). */
export function drawUniform({ state, spare }: NumpyStream, count: number): NumpyDraws {
  const twister = twisterOf(state);
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i++) numbers[i] = uniform(twister);
  return { numbers, after: { state: stateOf(twister), spare } };
}

/** Standard normal numbers by Marsaglia's polar method, which makes two at a time. */
export function drawNormal({ state, spare }: NumpyStream, count: number): NumpyDraws {
  const twister = twisterOf(state);
  const numbers = new Float64Array(count);
  let waiting = spare;
  for (let i = 0; i < count; i++) {
    if (waiting !== null) {
      numbers[i] = waiting;
      waiting = null;
      continue;
    }
    let x: number, y: number, square: number;
    do {
      x = 2 * uniform(twister) - 1;
      y = 2 * uniform(twister) - 1;
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * Math.log(square)) / square);
    waiting = factor * x;
    numbers[i] = factor * y;
  }
  return { numbers, after: { state: stateOf(twister), spare: waiting } };
}
