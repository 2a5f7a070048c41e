/** The entries of random generators. */
import { defaultGenerator, Generator } from '../tensor/generator.ts';
import { readGeneratorState, writeGeneratorState } from '../tensor/generator-state.ts';
import type { BridgeFunction, PythonMemory } from './host.ts';

/** The random generators Python knows, by number; 0 is the default one. */
export class Generators {
  #generators = new Map<number, Generator>([[0, defaultGenerator]]);
  #next = 1;
  /** The default stream as `keep_random` found it. */
  #kept: Generator['state'] | null = null;

  get(handle: number): Generator {
    const generator = this.#generators.get(handle);
    if (generator === undefined) throw new Error(`no generator has the number ${handle}`);
    return generator;
  }

  /** Forgets all but the default generator, which starts from `seed`. */
  reset(seed: number): void {
    this.#generators = new Map([[0, defaultGenerator]]);
    this.#next = 1;
    defaultGenerator.manualSeed(seed);
  }

  entries(memory: () => PythonMemory): Record<string, BridgeFunction> {
    return {
      /** Writes what `torch.get_rng_state` shows to an address: 5056 bytes. */
      save_generator: (handle: number, address: number) => {
        writeGeneratorState(this.get(handle).state, memory().HEAPU8, address);
        return 0;
      },
      load_generator: (handle: number, address: number) => {
        this.get(handle).state = readGeneratorState(memory().HEAPU8, address);
        return 0;
      },
      manual_seed: (seed: number | bigint, handle: number | undefined) => {
        this.get(handle ?? 0).manualSeed(seed);
        return 0;
      },
      generator: () => {
        const handle = this.#next++;
        this.#generators.set(handle, new Generator());
        return handle;
      },
      free_generator: (handle: number) => {
        if (handle !== 0) this.#generators.delete(handle);
        return 0;
      },
      keep_random: () => {
        this.#kept = defaultGenerator.state;
        return 0;
      },
      restore_random: () => {
        if (this.#kept !== null) defaultGenerator.state = this.#kept;
        this.#kept = null;
        return 0;
      },
      /** An int64 of 63 random bits, as `torch.empty((), dtype=torch.int64).random_()` draws. */
      random_seed: (handle: number) => this.get(handle).randomSeed(),
    };
  }
}
