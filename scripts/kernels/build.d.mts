/** One module with all kernels, with the fused multiply-add of relaxed SIMD or without. */
export function compileKernels(build: { relaxed: boolean }): Promise<Uint8Array<ArrayBuffer>>;
/** Writes both builds into dist/. */
export function buildKernels(): Promise<void>;
