/** Which build of the kernels this V8 runs. */

/**
 * The one with the fused multiply-add of relaxed SIMD where this V8 has it.
 * @param read gives a file of the engine's folder
 */
export function compileKernels(read: (file: string) => Uint8Array<ArrayBuffer>): WebAssembly.Module {
  const relaxed = read('kernels-relaxed.wasm');
  return new WebAssembly.Module(WebAssembly.validate(relaxed) ? relaxed : read('kernels-simd.wasm'));
}
