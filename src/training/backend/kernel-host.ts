/**
 * TensorFlow.js kernels behind plain values: one interface whether they run inside the realm (`wasm`) or outside of
 * it (`tensorflow`, tfjs-node). Tensors are numbered; only numbers, strings and copied bytes go across.
 */

export type KernelDtype = 'float32' | 'int32' | 'bool';

export type KernelAttribute = number | boolean | string | readonly number[] | readonly (readonly number[])[];

/** A tensor that the kernels keep; it lives until it is disposed. */
export interface KernelTensor {
  readonly id: number;
  readonly dtype: KernelDtype;
  readonly shape: readonly number[];
}

export interface KernelHost {
  /** Copies values in, row-major. The dtype follows from the array: Float32Array, Int32Array, Uint8Array (bool). */
  upload(values: Float32Array | Int32Array | Uint8Array, shape: readonly number[]): KernelTensor;
  /**
   * Runs a kernel by tfjs's own name with tfjs's own input and attribute names, for example
   * `run('BatchMatMul', { a, b }, { transposeA: false, transposeB: false })`.
   * @throws Error with the kernel's message; a kernel that the backend lacks is named.
   */
  run(
    kernel: string,
    inputs: Readonly<Record<string, KernelTensor | readonly KernelTensor[]>>,
    attributes: Readonly<Record<string, KernelAttribute>>,
  ): readonly KernelTensor[];
  /** Copies a tensor's values out; `target` has the tensor's number of elements and the array type of its dtype. */
  download(tensor: KernelTensor, target: Float32Array | Int32Array | Uint8Array): void;
  dispose(tensor: KernelTensor): void;
}
