/** Tensors that gradients need, kept until the backward pass. */
import { legacyName } from '../../backend/dtype.ts';
import { inferenceMode } from '../../backend/buffer.ts';
import { runtimeError, type TorchError } from '../../backend/error.ts';
import { type Tensor, type GraphNode } from '../../tensor/tensor.ts';

/** A tensor kept for a gradient, with the version it had; reading it later checks that it is still the same. */
export class SavedTensor {
  readonly #tensor: Tensor;
  readonly #version: number;
  readonly #isResult: boolean;

  /** @param isResult the node's own output: kept without its node, else both would keep each other alive */
  constructor(tensor: Tensor, isResult: boolean) {
    if (tensor.buffer.isInference && !inferenceMode.isOn) {
      throw runtimeError(
        'Inference tensors cannot be saved for backward. Please do not use Tensors created in inference mode in computation tracked by autograd. To work around this, you can make a clone to get a normal tensor and use it in autograd, or use `torch.no_grad()` instead of `torch.inference_mode()`.',
      );
    }
    this.#tensor = isResult ? tensor.alias().retain() : tensor.retain();
    this.#version = tensor.buffer.version;
    this.#isResult = isResult;
  }

  /**
   * @param owner the node that saved it, put back on its own output so that a second derivative can pass through
   * @throws TorchError in PyTorch's words when the tensor was changed in place
   */
  unpack(owner: GraphNode): Tensor {
    this.check(owner);
    const tensor = this.#tensor;
    if (!this.#isResult) return tensor;
    const result = tensor.alias();
    result.requiresGrad = true;
    result.node = owner.retain();
    result.nodeVersion = this.#version;
    return result;
  }

  /** @throws TorchError in PyTorch's words when the tensor was changed in place */
  check(owner: GraphNode): void {
    if (this.#tensor.buffer.version !== this.#version) throw this.#changed(owner);
  }

  /** How it lies in memory, which stays so when its elements change. */
  get layout(): Pick<Tensor, 'shape' | 'strides'> {
    return this.#tensor;
  }

  release(): void {
    this.#tensor.release();
  }

  #changed(owner: GraphNode): TorchError {
    const tensor = this.#tensor;
    // Whoever looks at a view whose base was changed finds a node that reads the base anew.
    const isView = tensor.base !== null && tensor.requiresGrad;
    const name = this.#isResult ? owner.name : isView ? 'AsStridedBackward0' : tensor.node?.name;
    const maker = name === 'CopySlices' ? 'torch::autograd::CopySlices' : name;
    const origin = maker === undefined ? '' : `, which is output ${tensor.output} of ${maker},`;
    return runtimeError(
      'one of the variables needed for gradient computation has been modified by an inplace operation: ' +
        `[torch.${legacyName(tensor.dtype)}Tensor [${tensor.shape.join(', ')}]]${origin} is at version ${tensor.buffer.version}; ` +
        `expected version ${this.#version} instead. Hint: enable anomaly detection to find the operation that failed to ` +
        'compute its gradient, with torch.autograd.set_detect_anomaly(True).',
    );
  }
}
