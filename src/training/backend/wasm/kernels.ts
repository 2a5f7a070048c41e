/**
 * What the modules `kernels-*.wasm` export; src/kernels says what each takes. Pointers are addresses in the heap, sizes and
 * strides count elements.
 */
export type WasmKernel = (...numbers: readonly number[]) => number;

export type WasmKernels = Readonly<Record<string, WasmKernel | undefined>>;
