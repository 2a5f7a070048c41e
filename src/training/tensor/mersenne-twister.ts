/** The 32-bit Mersenne Twister of Matsumoto and Nishimura (1998), MT19937, which PyTorch's CPU generator draws from. */

const LENGTH = 624;
const MIDDLE = 397;
const UPPER = 0x80000000 | 0;
const LOWER = 0x7fffffff;
const TWIST = 0x9908b0df | 0;

export class MersenneTwister {
  readonly #words = new Int32Array(LENGTH);
  #next = LENGTH;

  constructor(seed: number) {
    this.seed(seed);
  }

  /** @param seed its low 32 bits count */
  seed(seed: number): void {
    const words = this.#words;
    words[0] = seed;
    for (let i = 1; i < LENGTH; i++) {
      const before = words[i - 1] as number;
      words[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
    }
    this.#next = LENGTH;
  }

  /** The next draw, an unsigned 32-bit integer. */
  next(): number {
    if (this.#next === LENGTH) this.#refill();
    let y = this.#words[this.#next++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** Lets `draw` take numbers: it changes the words and says how many of them are used up afterwards. */
  drawBy(draw: (words: Int32Array, next: number) => number): void {
    this.#next = draw(this.#words, this.#next);
  }

  /** All words and how many of them are used up. */
  get state(): { readonly words: Int32Array; readonly next: number } {
    return { words: this.#words.slice(), next: this.#next };
  }

  set state({ words, next }: { readonly words: Int32Array; readonly next: number }) {
    this.#words.set(words);
    this.#next = next;
  }

  #refill(): void {
    const words = this.#words;
    for (let i = 0; i < LENGTH; i++) {
      const joined = ((words[i] as number) & UPPER) | ((words[(i + 1) % LENGTH] as number) & LOWER);
      const far = words[(i + MIDDLE) % LENGTH] as number;
      words[i] = far ^ (joined >>> 1) ^ (joined & 1 ? TWIST : 0);
    }
    this.#next = 0;
  }
}
