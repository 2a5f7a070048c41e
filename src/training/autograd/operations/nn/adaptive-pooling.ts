/** Pooling of parts, as many as asked for: their means and their largest elements, on one to three dimensions. */
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { meanDims } from '../reduce/sums.ts';
import { squeezeDim, unsqueeze } from '../shape/views.ts';
import { mixed, mixture, named } from './mixing.ts';
import { withoutWayBack } from './no-way-back.ts';
import { nearlyEqualParts } from './spans.ts';
import { largestOfWindows } from './window-maxima.ts';
import { checkSequences } from './windows.ts';

const listed = (shape: Shape): string => `[${shape.join(', ')}]`;

/** The matrix of means of parts of one dimension. */
function means(count: number, size: number, like: Tensor): Tensor {
  const { from, to } = nearlyEqualParts(count, size);
  return mixture(count, size, like, (i) => {
    const [first, end] = [from[i] as number, to[i] as number];
    return Array.from({ length: end - first }, (_, j) => [first + j, 1 / (end - first)]);
  });
}

/** @throws TorchError in PyTorch's words, which differ a little between the two kinds */
function checkParts(self: Tensor, size: Shape, spatial: 2 | 3, kind: 'avg' | 'max'): void {
  const name = `adaptive_${kind}_pool${spatial}d`;
  if (size.length !== spatial) {
    throw runtimeError(
      kind === 'avg'
        ? `${name}: output_size must be ${spatial}`
        : `${name}(): internal error: output_size.size() must be ${spatial}`,
    );
  }
  if (self.rank !== spatial + 1 && self.rank !== spatial + 2) {
    throw runtimeError(
      `${name}(): Expected ${spatial + 1}D or ${spatial + 2}D tensor, but got${kind === 'avg' ? '' : ':'} ${listed(self.shape)}`,
    );
  }
  if (size.some((count) => count < 0)) {
    if (kind === 'avg') {
      const found = spatial === 2 ? size.join(', ') : `${size[0]}, ${size[1]},${size[2]}`;
      throw runtimeError(
        `${name}: elements of output_size must be greater than or equal to 0 but received {${found}}`,
      );
    }
    throw runtimeError(
      `Trying to create tensor with negative dimension ${size.find((count) => count < 0)}: ${listed([...self.shape.slice(0, -spatial), ...size])}`,
    );
  }
}

/** @throws TorchError for a dimension without elements, or a dtype that the kernel does not take */
function checkElements(
  self: Tensor,
  spatial: number,
  name: string,
  kernel: string,
  withChannels: boolean,
): void {
  const first = self.rank - spatial - (withChannels ? 1 : 0);
  const empty = self.shape.findIndex((size, d) => d >= first && size === 0);
  if (empty >= 0) {
    throw runtimeError(
      `${name}(): Expected input to have non-zero size for non-batch dimensions, but input has sizes ${listed(self.shape)} with dimension ${empty} being empty`,
    );
  }
  checkFloating(self, kernel);
}

function averageOfParts(self: Tensor, size: Shape, spatial: 2 | 3): Tensor {
  checkParts(self, size, spatial, 'avg');
  const name = `adaptive_avg_pool${spatial}d`;
  const dims = size.map((_, d) => d - spatial);
  if (size.every((count) => count === 1) && self.numel > 0) return meanDims(self, dims, true);
  checkElements(self, spatial, name, spatial === 3 ? `${name}_cpu` : name, spatial === 3);
  const matrices = size.map((count, d) => means(count, self.shape.at(d - spatial) as number, self));
  return wayBackOf(name, spatial, named(mixed(self, matrices), `AdaptiveAvgPool${spatial}DBackward0`));
}

/** From no parts PyTorch knows no way back. */
function wayBackOf(name: string, spatial: number, result: Tensor): Tensor {
  const empty = result.shape.findIndex((size, d) => d >= result.rank - spatial - 1 && size === 0);
  if (empty < 0 || !result.requiresGrad) return result;
  return withoutWayBack(
    result,
    `${name}_backward(): Expected grad_output to have non-zero size for non-batch dimensions, but grad_output has sizes ${listed(result.shape)} with dimension ${empty} being empty`,
  );
}

function largestOfParts(self: Tensor, size: Shape, spatial: 2 | 3): Tensor[] {
  checkParts(self, size, spatial, 'max');
  const name = `adaptive_max_pool${spatial}d`;
  checkElements(self, spatial, name, spatial === 3 ? `${name}_cpu` : name, true);
  const extents = self.shape.slice(-spatial);
  const parts = size.map((count, d) => nearlyEqualParts(count, extents[d] as number));
  const found = largestOfWindows(self, { size: extents, counts: size, along: () => parts });
  const [values, places] = named(found, `AdaptiveMaxPool${spatial}DBackward0`) as [Tensor, Tensor];
  return [wayBackOf(name, spatial, values), places];
}

for (const spatial of [2, 3] as const) {
  const volumes = spatial === 2 ? 'images (N, C, H, W)' : 'volumes (N, C, D, H, W)';
  operation(`adaptive_avg_pool${spatial}d(Tensor self, int[${spatial}] output_size) -> Tensor`, {
    composite: true,
    forward: (self: Tensor, size: Shape): Tensor => averageOfParts(self, size, spatial),
    namespace: 'nn.functional',
    doc: `Means of parts of ${volumes}, as many parts as asked for.`,
  });
  operation(
    `adaptive_max_pool${spatial}d_with_indices(Tensor self, int[${spatial}] output_size) -> (Tensor, Tensor)`,
    {
      composite: true,
      node: `AdaptiveMaxPool${spatial}D`,
      forward: (self: Tensor, size: Shape): Tensor[] => largestOfParts(self, size, spatial),
      namespace: 'nn.functional',
      doc: `The largest elements of parts of ${volumes}, as many parts as asked for, and where they lie.`,
    },
  );
}

/** @throws TorchError unless one size is asked for */
function checkOneSize(name: string, size: Shape): void {
  if (size.length === 1) return;
  throw runtimeError(`${name}() argument 'output_size' should contain one int (got ${size.length})`);
}

operation('adaptive_avg_pool1d(Tensor self, int[1] output_size) -> Tensor', {
  composite: true,
  node: 'SqueezeBackward1',
  forward: (self: Tensor, size: Shape): Tensor => {
    checkSequences(self, 'adaptive_avg_pool1d');
    checkOneSize('adaptive_avg_pool1d', size);
    return squeezeDim(averageOfParts(unsqueeze(self, -2), [1, ...size], 2), -2);
  },
  namespace: 'nn.functional',
  doc: 'Means of parts of sequences (N, C, L), as many parts as asked for.',
});

operation('adaptive_max_pool1d_with_indices(Tensor self, int[1] output_size) -> (Tensor, Tensor)', {
  composite: true,
  node: 'SqueezeBackward1',
  forward: (self: Tensor, size: Shape): Tensor[] => {
    checkSequences(self, 'adaptive_max_pool1d');
    checkOneSize('adaptive_max_pool1d', size);
    checkElements(self, 1, 'adaptive_max_pool1d', 'adaptive_max_pool2d', true);
    return largestOfParts(unsqueeze(self, -2), [1, ...size], 2).map((each) => squeezeDim(each, -2));
  },
  namespace: 'nn.functional',
  doc: 'The largest elements of parts of sequences (N, C, L), as many parts as asked for, and where they lie.',
});
