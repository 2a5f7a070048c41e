/** A table of numbered tensors over tfjs's kernel registry. */
import type { KernelAttribute, KernelDtype, KernelHost, KernelTensor } from './kernel-host.ts';

/** What is used of `@tensorflow/tfjs-core`, whichever package brings it. */
export interface TensorFlow {
  engine(): {
    runKernel(name: string, inputs: object, attributes?: object): TfTensor | TfTensor[];
  };
  tensor(values: ArrayLike<number> | boolean[], shape: number[], dtype: KernelDtype): TfTensor;
}

export interface TfTensor {
  readonly dtype: string;
  readonly shape: number[];
  dataSync(): ArrayLike<number>;
  dispose(): void;
}

type Values = Float32Array | Int32Array | Uint8Array;
type Inputs = Readonly<Record<string, KernelTensor | readonly KernelTensor[]>>;

export class TfjsKernels implements KernelHost {
  readonly #tf: TensorFlow;
  readonly #tensors = new Map<number, TfTensor>();
  #last = 0;

  constructor(tf: TensorFlow) {
    this.#tf = tf;
  }

  upload(values: Values, shape: readonly number[]): KernelTensor {
    const dtype =
      values instanceof Float32Array ? 'float32' : values instanceof Int32Array ? 'int32' : 'bool';
    return this.#keep(this.#tf.tensor(values, [...shape], dtype));
  }

  run(kernel: string, inputs: Inputs, attributes: Readonly<Record<string, KernelAttribute>>): KernelTensor[] {
    const tensors: Record<string, TfTensor | TfTensor[]> = {};
    for (const [name, input] of Object.entries(inputs)) tensors[name] = this.#input(input);
    const result = this.#tf.engine().runKernel(kernel, tensors, attributes);
    return (Array.isArray(result) ? result : [result]).map((tensor) => this.#keep(tensor));
  }

  download(tensor: KernelTensor, target: Values): void {
    target.set(this.#get(tensor.id).dataSync());
  }

  dispose(tensor: KernelTensor): void {
    this.#get(tensor.id).dispose();
    this.#tensors.delete(tensor.id);
  }

  #input(input: KernelTensor | readonly KernelTensor[]): TfTensor | TfTensor[] {
    return 'id' in input ? this.#get(input.id) : input.map((tensor) => this.#get(tensor.id));
  }

  #get(id: number): TfTensor {
    const tensor = this.#tensors.get(id);
    if (tensor === undefined) throw new Error(`no tensor ${id}`);
    return tensor;
  }

  #keep(tensor: TfTensor): KernelTensor {
    const id = ++this.#last;
    this.#tensors.set(id, tensor);
    return { id, dtype: tensor.dtype as KernelDtype, shape: tensor.shape };
  }
}
