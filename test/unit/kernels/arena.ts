/** Where tests of kernels put their arrays: slices at odd addresses, with guards that no kernel may write over. */
import { compileKernels } from '../../../scripts/kernels/build.mjs';
import type { KernelExports } from '../../../src/training/kernels/exports.ts';

const FIRST_FREE = 65_536;
/** The kernels' constants lie below it, and what they may write above. */
const CONSTANTS = 0x4000;
const GUARD = 0x5a;
const GUARD_BYTES = 32;

type Numbers = Float32Array | Float64Array | Uint8Array | Int32Array;
type Type<A extends Numbers> = new (buffer: ArrayBufferLike, offset: number, length: number) => A;

export interface Slice<A extends Numbers = Float32Array> {
  readonly at: number;
  readonly values: A;
}

export class Arena {
  readonly kernels: KernelExports;
  readonly memory: WebAssembly.Memory;
  readonly #bytes: Uint8Array;
  #top = FIRST_FREE;
  #guards: number[] = [];
  readonly #constants: Uint8Array;

  constructor(readonly module: WebAssembly.Module) {
    const memory = new WebAssembly.Memory({ initial: 1024, maximum: 32_768, shared: true });
    this.memory = memory;
    this.#bytes = new Uint8Array(memory.buffer);
    const instance = new WebAssembly.Instance(module, { env: { memory } });
    this.kernels = instance.exports as unknown as KernelExports;
    this.#constants = this.#bytes.slice(0, CONSTANTS);
  }

  /** An array aligned to its elements only, filled with what no result should be. */
  take<A extends Numbers>(type: Type<A> & { BYTES_PER_ELEMENT: number }, length: number): Slice<A> {
    const size = type.BYTES_PER_ELEMENT;
    const at = Math.ceil((this.#top + GUARD_BYTES) / 64) * 64 + size * (this.#guards.length % 3);
    this.#top = at + length * size + GUARD_BYTES;
    this.#bytes.fill(GUARD, at - GUARD_BYTES, this.#top);
    this.#guards.push(at - GUARD_BYTES, at + length * size);
    return { at, values: new type(this.#bytes.buffer, at, length) };
  }

  float32(values: Iterable<number>): Slice {
    return this.#put(Float32Array, values);
  }

  float64(values: Iterable<number>): Slice<Float64Array> {
    return this.#put(Float64Array, values);
  }

  int32(values: Iterable<number>): Slice<Int32Array> {
    return this.#put(Int32Array, values);
  }

  bool(values: Iterable<number>): Slice<Uint8Array> {
    return this.#put(Uint8Array, values);
  }

  #put<A extends Numbers>(type: Type<A> & { BYTES_PER_ELEMENT: number }, values: Iterable<number>): Slice<A> {
    const numbers = [...values];
    const slice = this.take(type, numbers.length);
    slice.values.set(numbers);
    return slice;
  }

  scratch(bytes: number): number {
    const { at } = this.take(Uint8Array, bytes + 64);
    return Math.ceil(at / 64) * 64;
  }

  /** Forgets all arrays. @throws when a byte before or after one of them, or of the constants, was written */
  check(): void {
    this.#constants.forEach((byte, at) => {
      if (this.#bytes[at] !== byte) throw new Error(`a kernel wrote over the constants at ${at}`);
    });
    for (const at of this.#guards)
      for (let i = at; i < at + GUARD_BYTES; i++)
        if (this.#bytes[i] !== GUARD) throw new Error(`a kernel wrote at ${i - at} of the guard at ${at}`);
    this.#guards = [];
    this.#top = FIRST_FREE;
  }
}

/** The builds that this Node can run, by name. */
export async function arenas(): Promise<[string, Arena][]> {
  const builds = await Promise.all(
    [false, true].map(async (relaxed): Promise<[string, Uint8Array<ArrayBuffer>]> => {
      const bytes = await compileKernels({ relaxed });
      return [relaxed ? 'relaxed' : 'simd', new Uint8Array(bytes)];
    }),
  );
  return builds
    .filter(([, bytes]) => WebAssembly.validate(bytes))
    .map(([name, bytes]) => [name, new Arena(new WebAssembly.Module(bytes))]);
}

/** Numbers like a random generator's, the same in every run. */
export function numbers(count: number, seed = 1, scale = 1): number[] {
  let state = (seed * 2_654_435_761) >>> 0;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.fround((state / 2 ** 31 - 1) * scale);
  });
}

/** What functions of one number must get right besides ordinary ones. */
export const EDGES = [
  ...[0, -0, 1, -1, Infinity, -Infinity, NaN, 1e-45, -1e-45, 1e-40, -1e-40, 1.17549435e-38],
  ...[3.4e38, -3.4e38, 88.7, -88.7, 89, -104, 1e-8, -1e-8, 0.625, -0.625, 0.5, 2, -2, 20, -20],
].map(Math.fround);

const view = new DataView(new ArrayBuffer(8));

/** Units in the last place of float32 between `got` and the exact `wanted`; NaN and infinities must be the same. */
export function ulps32(got: number, wanted: number): number {
  const rounded = Math.fround(wanted);
  if (Object.is(got, rounded) || got === rounded) return 0;
  if (!Number.isFinite(got) || !Number.isFinite(rounded))
    return Number.isNaN(got) && Number.isNaN(rounded) ? 0 : Infinity;
  return Math.abs(got - wanted) / ulp(rounded);
}

function ulp(x: number): number {
  view.setFloat32(0, Math.abs(x));
  const exponent = Math.max(1, view.getUint32(0) >>> 23);
  return 2 ** (exponent - 150);
}
