/** TensorFlow's native kernels as the realm sees them. */
import type { KernelAttribute, KernelDtype, KernelHost, KernelTensor } from '../backend/kernel-host.ts';
import type { OuterKernels } from './wall.ts';

type Values = Float32Array | Int32Array | Uint8Array;

/** The stage starts with this many bytes and doubles. */
const STAGE_BYTES = 1 << 20;

function dtypeOf(values: Values): KernelDtype {
  if (values instanceof Float32Array) return 'float32';
  return values instanceof Int32Array ? 'int32' : 'bool';
}

/**
 * tfjs-node's kernels, which live outside of the realm: values are copied through a buffer that both sides see, all
 * else crosses as numbers and JSON.
 */
export class NativeKernels implements KernelHost {
  readonly #outer: OuterKernels;
  #stage = new Uint8Array(0);

  constructor(outer: OuterKernels) {
    this.#outer = outer;
  }

  upload(values: Values, shape: readonly number[]): KernelTensor {
    const stage = this.#stageFor(values.byteLength);
    stage.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
    return JSON.parse(this.#outer.upload(dtypeOf(values), JSON.stringify(shape))) as KernelTensor;
  }

  run(
    kernel: string,
    inputs: Readonly<Record<string, KernelTensor | readonly KernelTensor[]>>,
    attributes: Readonly<Record<string, KernelAttribute>>,
  ): readonly KernelTensor[] {
    const answer = this.#outer.run(kernel, JSON.stringify(inputs), JSON.stringify(attributes));
    return JSON.parse(answer) as KernelTensor[];
  }

  download(tensor: KernelTensor, target: Values): void {
    const stage = this.#stageFor(target.byteLength);
    this.#outer.download(tensor.id);
    const bytes = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
    bytes.set(stage.subarray(0, target.byteLength));
  }

  dispose(tensor: KernelTensor): void {
    this.#outer.dispose(tensor.id);
  }

  #stageFor(bytes: number): Uint8Array {
    if (this.#stage.length < bytes) {
      let size = STAGE_BYTES;
      while (size < bytes) size *= 2;
      this.#stage = new Uint8Array(size);
      this.#outer.stage(this.#stage.buffer);
    }
    return this.#stage;
  }
}
