/** Margins around tensors. */
import { copyInto } from '../../../backend/compute.ts';
import { runtimeError, TorchError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { Node, type Gradients } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { indexSelect } from '../indexing/index-select.ts';

/** Margins before and after each dimension; `pad` names them from the last dimension on. */
function margins(rank: number, pad: Shape): [number, number][] {
  return Array.from({ length: rank }, (_, d) => {
    const at = 2 * (rank - 1 - d);
    return [pad[at] ?? 0, pad[at + 1] ?? 0];
  });
}

/** A part of `whole` that starts at `starts` with the given sizes. */
const partOf = (whole: Tensor, starts: Shape, sizes: Shape): Tensor =>
  whole.alias(
    sizes,
    whole.strides,
    whole.offset + starts.reduce((sum, start, d) => sum + start * (whole.strides[d] as number), 0),
  );

/** Negative margins cut off. */
export const constantPad: (self: Tensor, pad: Shape, value: number) => Tensor = operation(
  'constant_pad_nd(Tensor self, int[] pad, float value=0.0) -> Tensor',
  {
    forward: (self: Tensor, pad: Shape, value: number): Tensor => {
      const around = margins(self.rank, pad);
      const kept = around.map(
        ([before, behind], d) => (self.shape[d] as number) + Math.min(before, 0) + Math.min(behind, 0),
      );
      if (kept.some((size) => size < 0)) throw runtimeError('narrow(): length must be non-negative.');
      const shape = around.map(([before, behind], d) => (self.shape[d] as number) + before + behind);
      const whole = full(shape, value, self.dtype);
      const cut = around.map(([before]) => Math.max(-before, 0));
      const starts = around.map(([before]) => Math.max(before, 0));
      copyInto(partOf(whole, starts, kept), partOf(self, cut, kept));
      return whole;
    },
    gradient: (grad, node): Gradients => [
      constantPad(
        grad,
        (node.args[1] as Shape).map((size) => -size),
        0,
      ),
    ],
    node: 'ConstantPadNd',
    variants: 'function',
  },
);

/** Without the elements that negative margins name. */
const cutOff = (self: Tensor, pad: Shape): Tensor =>
  constantPad(
    self,
    pad.map((size) => Math.min(size, 0)),
    0,
  );

/** Which element stands at each place of a padded dimension. */
const SOURCES: Readonly<Record<string, (place: number, size: number) => number>> = {
  reflect: (place, size) => (place < 0 ? -place : place >= size ? 2 * (size - 1) - place : place),
  replicate: (place, size) => Math.min(Math.max(place, 0), size - 1),
  circular: (place, size) => ((place % size) + size) % size,
};

const NODES: Readonly<Record<string, (spatial: number) => string>> = {
  reflect: (spatial) => `ReflectionPad${spatial}DBackward0`,
  replicate: (spatial) => `ReplicationPad${spatial}DBackward0`,
  circular: () => 'torch::autograd::CopySlices',
};

operation("pad(Tensor self, int[] pad, str mode='constant', float? value=None) -> Tensor", {
  composite: true,
  forward: (self: Tensor, pad: Shape, mode: string, value: number | null): Tensor => {
    if (pad.length % 2 !== 0) throw runtimeError('Padding length must be divisible by 2');
    if (pad.length > 2 * self.rank) {
      throw runtimeError(
        `Padding length should be less than or equal to two times the input dimension but got padding length ${pad.length} and input of dimension ${self.rank}`,
      );
    }
    if (mode === 'constant') return constantPad(self, pad, value ?? 0);
    const source = SOURCES[mode];
    if (source === undefined) {
      throw new TorchError('NotImplementedError', `Unrecognised padding mode ${mode}`);
    }
    checkContinued(self, pad, mode, value);
    // What is cut off does not come back at the other end.
    const whole = mode === 'circular' && pad.some((size) => size < 0) ? cutOff(self, pad) : self;
    const added = mode === 'circular' ? pad.map((size) => Math.max(size, 0)) : pad;
    const result = margins(self.rank, added).reduce<Tensor>(
      (padded, around, dim) => padDimension(padded, dim, around, mode, source),
      whole,
    );
    const node = NODES[mode];
    if (node !== undefined && result.node instanceof Node && result !== self) {
      result.node.name = node(pad.length / 2);
    }
    return result;
  },
  namespace: 'nn.functional',
  doc: "Margins around the last dimensions, given from the last one on as (before, after): of one value, or as the mode 'reflect', 'replicate' or 'circular' continues the elements.",
});

const KERNELS: Readonly<Record<string, string>> = { reflect: 'reflection', replicate: 'replication' };

/** @throws TorchError where PyTorch cannot continue the elements of such a tensor */
function checkContinued(self: Tensor, pad: Shape, mode: string, value: number | null): void {
  if (value !== null && value !== 0) {
    throw runtimeError(`Padding mode "${mode}" doesn't take in value argument`);
  }
  const spatial = pad.length / 2;
  const channels = self.rank - spatial;
  if (spatial < 1 || spatial > 3 || channels < 1 || channels > 2) {
    throw new TorchError(
      'NotImplementedError',
      `Padding size ${pad.length} is not supported for ${self.rank}D input tensor.
Supported combinations for non-constant padding:
  - 2D or 3D input: padding size = 2 (pads last dimension)
  - 3D or 4D input: padding size = 4 (pads last 2 dimensions)
  - 4D or 5D input: padding size = 6 (pads last 3 dimensions)`,
    );
  }
  const kernel = KERNELS[mode];
  if (kernel === undefined) return;
  if (self.shape.slice(channels - 1).includes(0)) {
    throw runtimeError(
      `Expected ${spatial + 1}D or ${spatial + 2}D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: [${self.shape.join(', ')}]`,
    );
  }
  if (self.dtype === 'bool') {
    throw new TorchError('NotImplementedError', `"${kernel}_pad${spatial}d" not implemented for 'Bool'`);
  }
}

function padDimension(
  self: Tensor,
  dim: number,
  [before, after]: readonly [number, number],
  mode: string,
  source: (place: number, size: number) => number,
): Tensor {
  if (before === 0 && after === 0) return self;
  const size = self.shape[dim] as number;
  if (mode === 'reflect' && (before >= size || after >= size)) {
    throw runtimeError(
      `Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (${before}, ${after}) at dimension ${dim} of input [${self.shape.join(', ')}]`,
    );
  }
  if (KERNELS[mode] !== undefined && size + before + after < 1) {
    throw runtimeError(`input (W: ${size}) is too small. Calculated output W: ${size + before + after}`);
  }
  if (mode === 'circular' && (before > size || after > size)) {
    throw runtimeError('Padding value causes wrapping around more than once.');
  }
  const places = Float64Array.from({ length: size + before + after }, (_, i) => source(i - before, size));
  return indexSelect(self, dim, fromElements(places, 'int64', [places.length]));
}
