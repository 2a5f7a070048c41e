/** Pooling of parts, as many as asked for: their means and their largest elements, on one to three dimensions. */
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import { isFloating } from '../../../backend/dtype.ts';
import { full, type Tensor } from '../../../tensor/tensor.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import { meanDims } from '../reduce/sums.ts';
import { squeezeDim, unsqueeze } from '../shape/views.ts';
import { named } from './mixing.ts';
import { withoutWayBack } from './no-way-back.ts';
import { nearlyEqualParts } from './spans.ts';
import { largestOfWindows } from './window-maxima.ts';
import { areas, meansOfWindows } from './window-means.ts';
import { checkSequences } from './windows.ts';

const listed = (shape: Shape): string => `[${shape.join(', ')}]`;

/** @throws TorchError in PyTorch's words, which differ a little between the two kinds */
function checkRank(self: Tensor, spatial: 2 | 3, kind: 'avg' | 'max'): void {
  if (self.rank === spatial + 1 || self.rank === spatial + 2) return;
  throw runtimeError(
    `adaptive_${kind}_pool${spatial}d(): Expected ${spatial + 1}D or ${spatial + 2}D tensor, but got${kind === 'avg' ? '' : ':'} ${listed(self.shape)}`,
  );
}

/** @throws TorchError unless as many means are asked for in each dimension */
function checkCounts(size: Shape, spatial: 2 | 3): void {
  const name = `adaptive_avg_pool${spatial}d`;
  if (size.length !== spatial) throw runtimeError(`${name}: output_size must be ${spatial}`);
  if (size.every((count) => count >= 0)) return;
  const found = spatial === 2 ? size.join(', ') : `${size[0]}, ${size[1]},${size[2]}`;
  throw runtimeError(
    `${name}: elements of output_size must be greater than or equal to 0 but received {${found}}`,
  );
}

/** @throws TorchError unless largest elements of so many parts can be found */
function checkMaxima(self: Tensor, size: Shape, spatial: 2 | 3): void {
  const name = `adaptive_max_pool${spatial}d`;
  checkRank(self, spatial, 'max');
  checkElements(self, self.rank - spatial - 1, name);
  if (size.length !== spatial) {
    throw runtimeError(`${name}(): internal error: output_size.size() must be ${spatial}`);
  }
  const negative = size.find((count) => count < 0);
  if (negative !== undefined) {
    throw runtimeError(
      `Trying to create tensor with negative dimension ${negative}: ${listed([...self.shape.slice(0, -spatial), ...size])}`,
    );
  }
  checkKernel(self, spatial, name);
}

/** @throws TorchError for a dimension without elements */
function checkElements(self: Tensor, first: number, name: string): void {
  const empty = self.shape.findIndex((size, d) => d >= first && size === 0);
  if (empty < 0) return;
  throw runtimeError(
    `${name}(): Expected input to have non-zero size for non-batch dimensions, but input has sizes ${listed(self.shape)} with dimension ${empty} being empty`,
  );
}

/** @throws TorchError for a dtype that the kernel does not take */
const checkKernel = (self: Tensor, spatial: number, name: string): void =>
  checkFloating(self, spatial === 3 ? `${name}_cpu` : name);

function averageOfParts(self: Tensor, size: Shape, spatial: 2 | 3): Tensor {
  const name = `adaptive_avg_pool${spatial}d`;
  checkCounts(size, spatial);
  const dims = size.map((_, d) => d - spatial);
  if (size.every((count) => count === 1)) return meanDims(self, dims, true);
  checkRank(self, spatial, 'avg');
  checkElements(self, self.rank - spatial - (spatial === 3 ? 1 : 0), name);
  // An empty batch of images does not reach the kernel.
  if (spatial === 2 && self.numel === 0 && !isFloating(self.dtype))
    return full([...self.shape.slice(0, -2), ...size], 0, self.dtype);
  checkKernel(self, spatial, name);
  const parts = size.map((count, d) => nearlyEqualParts(count, self.shape.at(d - spatial) as number));
  const lengths = parts.map(({ from, to }) => from.map((start, i) => (to[i] as number) - start));
  const means = meansOfWindows(self, parts, areas(lengths));
  return wayBackOf(name, named(means, `AdaptiveAvgPool${spatial}DBackward0`));
}

/** From no parts PyTorch knows no way back. */
function wayBackOf(name: string, result: Tensor): Tensor {
  const empty = result.shape.findIndex((size, d) => d >= 1 && size === 0);
  if (empty < 0 || !result.requiresGrad) return result;
  return withoutWayBack(
    result,
    `${name}_backward(): Expected grad_output to have non-zero size for non-batch dimensions, but grad_output has sizes ${listed(result.shape)} with dimension ${empty} being empty`,
  );
}

function largestOfParts(self: Tensor, size: Shape, spatial: 2 | 3): Tensor[] {
  checkMaxima(self, size, spatial);
  const name = `adaptive_max_pool${spatial}d`;
  const extents = self.shape.slice(-spatial);
  const parts = size.map((count, d) => nearlyEqualParts(count, extents[d] as number));
  const found = largestOfWindows(self, { size: extents, counts: size, along: () => parts });
  const [values, places] = named(found, `AdaptiveMaxPool${spatial}DBackward0`) as [Tensor, Tensor];
  return [wayBackOf(name, values), places];
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
    checkElements(self, self.rank - 2, 'adaptive_max_pool1d');
    return largestOfParts(unsqueeze(self, -2), [1, ...size], 2).map((each) => squeezeDim(each, -2));
  },
  namespace: 'nn.functional',
  doc: 'The largest elements of parts of sequences (N, C, L), as many parts as asked for, and where they lie.',
});
