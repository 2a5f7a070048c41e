/** The builds of the heap's kernels that this Node can run, each compiled once for all tests of a file. */
import { compileKernels } from '../../../scripts/kernels/build.mjs';

export interface HeapModule {
  readonly name: string;
  compile(): Promise<WebAssembly.Module>;
}

/** One function with `f32x4.relaxed_madd`. */
// prettier-ignore
const RELAXED = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 8, 1, 96, 3, 123, 123, 123, 1, 123, 3, 2, 1, 0, 10, 13, 1, 11, 0, 32, 0, 32, 1, 32, 2,
  253, 133, 2, 11,
]);

export const heapModules: readonly HeapModule[] = [false, true]
  .filter((relaxed) => !relaxed || WebAssembly.validate(RELAXED))
  .map((relaxed) => ({
    name: relaxed ? 'relaxed' : 'simd',
    compile: async () => new WebAssembly.Module(await compileKernels({ relaxed })),
  }));
