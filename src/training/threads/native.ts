/** tfjs-node, for the realm: everything that goes in or comes out is a number or a string. */
import { createRequire } from 'node:module';
import { format } from 'node:util';
import type { KernelAttribute, KernelTensor } from '../backend/kernel-host.ts';
import { TFJS_NODE } from './native-folder.ts';
import { TfjsKernels, type TensorFlow } from '../backend/tfjs-kernels.ts';
import type { OuterKernels } from '../realm/wall.ts';

const nodeRequire = createRequire(__filename);

/** tfjs-node 4.22 calls two functions that Node 23 has dropped. */
function restoreUtilFunctions(): void {
  const legacy = nodeRequire('node:util') as Record<string, unknown>;
  legacy['isNullOrUndefined'] ??= (value: unknown) => value === null || value === undefined;
  legacy['isArray'] ??= Array.isArray;
}

/** One of its modules asks `Function('return this')` for the global object; an engine's process makes no code from strings. */
function withGlobalByName<T>(load: () => T): T {
  const { Function: genuine } = globalThis;
  globalThis.Function = new Proxy(genuine, {
    apply: (target, self: unknown, words: unknown[]): unknown =>
      words[0] === 'return this' ? () => globalThis : Reflect.apply(target, self, words),
  });
  try {
    return load();
  } finally {
    globalThis.Function = genuine;
  }
}

export class NativeBackend implements OuterKernels {
  #kernels: TfjsKernels | null = null;
  readonly #tensors = new Map<number, KernelTensor>();
  #stage: ArrayBuffer = new ArrayBuffer(0);

  /** @param folder where tfjs-node is; null: nowhere */
  constructor(private readonly folder: string | null) {}

  get present(): boolean {
    return this.folder !== null;
  }

  load(): string {
    if (this.folder === null) return `${TFJS_NODE} is not installed`;
    try {
      process.env['TF_CPP_MIN_LOG_LEVEL'] ??= '2';
      restoreUtilFunctions();
      const { folder } = this;
      const tf = withGlobalByName(() => nodeRequire(folder) as TensorFlow);
      this.#kernels = new TfjsKernels(tf);
      return '';
    } catch (error) {
      return format('%s', error instanceof Error ? error.message : error);
    }
  }

  stage(buffer: ArrayBuffer): void {
    this.#stage = buffer;
  }

  upload(dtype: string, shape: string): string {
    const sizes = JSON.parse(shape) as number[];
    const length = sizes.reduce((product, size) => product * size, 1);
    return JSON.stringify(this.#keep(this.#loaded.upload(this.#values(dtype, length).slice(), sizes)));
  }

  run(kernel: string, inputs: string, attributes: string): string {
    const results = this.#loaded.run(
      kernel,
      JSON.parse(inputs) as Record<string, KernelTensor | KernelTensor[]>,
      JSON.parse(attributes) as Record<string, KernelAttribute>,
    );
    return JSON.stringify(results.map((tensor) => this.#keep(tensor)));
  }

  download(id: number): void {
    const tensor = this.#tensor(id);
    const length = tensor.shape.reduce((product, size) => product * size, 1);
    this.#loaded.download(tensor, this.#values(tensor.dtype, length));
  }

  dispose(id: number): void {
    this.#loaded.dispose(this.#tensor(id));
    this.#tensors.delete(id);
  }

  get #loaded(): TfjsKernels {
    if (this.#kernels === null) throw new Error('tfjs-node is not loaded');
    return this.#kernels;
  }

  #tensor(id: number): KernelTensor {
    const tensor = this.#tensors.get(id);
    if (tensor === undefined) throw new Error(`no tensor ${id}`);
    return tensor;
  }

  #keep(tensor: KernelTensor): KernelTensor {
    this.#tensors.set(tensor.id, tensor);
    return tensor;
  }

  #values(dtype: string, length: number): Float32Array | Int32Array | Uint8Array {
    if (dtype === 'float32') return new Float32Array(this.#stage, 0, length);
    if (dtype === 'int32') return new Int32Array(this.#stage, 0, length);
    return new Uint8Array(this.#stage, 0, length);
  }
}
