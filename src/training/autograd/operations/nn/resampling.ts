/** Images and sequences brought to another size, and their windows side by side. */
import { runtimeError, TorchError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import { fromElements, type Tensor } from '../../../tensor/tensor.ts';
import { Node } from '../../tape/node.ts';
import { operation } from '../../operation.ts';
import { toDType } from '../creation/conversion.ts';
import { batched } from './convolution.ts';
import { unfold } from './image-windows.ts';
import { amax } from '../reduce/extremes.ts';
import { cat } from '../shape/joining.ts';
import { indexSelect } from '../indexing/index-select.ts';
import { matmul } from '../linalg/products.ts';
import { meanDims } from '../reduce/sums.ts';
import { slice } from '../shape/slicing.ts';
import { squeezeDim, reshape, transpose, unsqueeze } from '../shape/views.ts';
import { checkSequences, pair, windowsOn } from './windows.ts';

/** Where the i-th of `count` parts of nearly equal size begins and ends; neighbours may share an element. */
const part = (i: number, count: number, size: number): [from: number, to: number] => [
  Math.floor((i * size) / count),
  Math.ceil(((i + 1) * size) / count),
];

/** A matrix (out, in) given by the elements that differ from 0. */
function weights(
  rows: number,
  columns: number,
  like: Tensor,
  of: (row: number) => readonly [number, number][],
): Tensor {
  const elements = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (const [j, value] of of(i)) elements[i * columns + j] = (elements[i * columns + j] as number) + value;
  }
  return toDType(fromElements(elements, 'float64', [rows, columns]), like.dtype);
}

/** Rows and columns of images (…, H, W) replaced by weighted sums of them. */
const mixed = (image: Tensor, rows: Tensor, columns: Tensor): Tensor =>
  matmul(matmul(rows, image), transpose(columns, 0, 1));

function averages(count: number, size: number, like: Tensor): Tensor {
  return weights(count, size, like, (i) => {
    const [from, to] = part(i, count, size);
    return Array.from({ length: to - from }, (_, j) => [from + j, 1 / (to - from)]);
  });
}

const wanted = (size: Shape, image: Tensor): [number, number] => {
  const [h, w] = pair(size);
  return [h ?? image.shape.at(-2), w ?? image.shape.at(-1)] as [number, number];
};

/** Means of parts of images, by products with matrices of shares. */
const averageParts = operation('_adaptive_avg_pool2d(Tensor self, int[2] output_size) -> Tensor', {
  composite: true,
  node: 'AdaptiveAvgPool2D',
  forward: (self: Tensor, [rows, columns]: Shape): Tensor => {
    const [height, width] = self.shape.slice(-2) as [number, number];
    return mixed(self, averages(rows as number, height, self), averages(columns as number, width, self));
  },
  variants: 'internal',
});

const adaptiveAverage = operation('adaptive_avg_pool2d(Tensor self, int[2] output_size) -> Tensor', {
  composite: true,
  forward: (self: Tensor, size: Shape): Tensor => {
    if (self.rank !== 3 && self.rank !== 4) {
      throw runtimeError(
        `adaptive_avg_pool2d(): Expected 3D or 4D tensor, but got [${self.shape.join(', ')}]`,
      );
    }
    const [rows, columns] = wanted(size, self);
    if (rows === 1 && columns === 1) return meanDims(self, [-2, -1], true);
    return averageParts(self, [rows, columns]);
  },
  namespace: 'nn.functional',
  doc: 'Means of parts of images (N, C, H, W), as many parts as asked for.',
});

const adaptiveMaximum = operation('adaptive_max_pool2d(Tensor self, int[2] output_size) -> Tensor', {
  composite: true,
  node: 'AdaptiveMaxPool2D',
  forward: (self: Tensor, size: Shape): Tensor => {
    if (self.rank !== 3 && self.rank !== 4) {
      throw runtimeError(
        `adaptive_max_pool2d(): Expected 3D or 4D tensor, but got: [${self.shape.join(', ')}]`,
      );
    }
    const [rows, columns] = wanted(size, self);
    return greatestParts(greatestParts(self, -2, rows), -1, columns);
  },
  namespace: 'nn.functional',
  doc: 'The largest elements of parts of images (N, C, H, W), as many parts as asked for.',
});

function greatestParts(self: Tensor, dim: number, count: number): Tensor {
  const size = self.shape.at(dim) as number;
  const parts = Array.from({ length: count }, (_, i) => {
    const [from, to] = part(i, count, size);
    return amax(slice(self, dim, from, to), [dim], true);
  });
  return cat(parts, dim);
}

for (const [name, pool] of [
  ['adaptive_avg_pool1d', adaptiveAverage],
  ['adaptive_max_pool1d', adaptiveMaximum],
] as const) {
  operation(`${name}(Tensor self, int[1] output_size) -> Tensor`, {
    composite: true,
    node: 'SqueezeBackward1',
    forward: (self: Tensor, size: Shape): Tensor => {
      checkSequences(self, name);
      return squeezeDim(pool(unsqueeze(self, -2), [1, size[0] as number]), -2);
    },
    namespace: 'nn.functional',
    doc: `The same as ${name.replace('1d', '2d')} for sequences (N, C, L).`,
  });
}

/** The nearest element before the place that `i` of `count` comes from. */
const nearest = (size: number, count: number, scale: number): Tensor => {
  const places = Float64Array.from({ length: count }, (_, i) => Math.min(Math.floor(i * scale), size - 1));
  return fromElements(places, 'int64', [count]);
};

/** The two elements between which each new one lies, and their shares. */
function between(size: number, count: number, scale: number, corners: boolean, like: Tensor): Tensor {
  return weights(count, size, like, (i) => {
    const step = corners ? (count > 1 ? (size - 1) / (count - 1) : 0) : scale;
    const place = corners ? i * step : Math.max((i + 0.5) * step - 0.5, 0);
    const low = Math.min(Math.floor(place), size - 1);
    const share = place - low;
    return [
      [low, 1 - share],
      [Math.min(low + 1, size - 1), share],
    ];
  });
}

const bilinear = operation('_bilinear(Tensor self, Tensor rows, Tensor columns) -> Tensor', {
  composite: true,
  node: 'UpsampleBilinear2D',
  forward: mixed,
  variants: 'internal',
});

/** Every new element is that of the nearest place before it. */
const nearestParts = operation('_nearest(Tensor self, int[] counts, float[] scales) -> Tensor', {
  composite: true,
  forward: (self: Tensor, counts: Shape, scales: Shape): Tensor =>
    counts.reduce<Tensor>(
      (image, count, d) =>
        indexSelect(image, d + 2, nearest(self.shape[d + 2] as number, count, scales[d] as number)),
      self,
    ),
  variants: 'internal',
});

operation(
  "interpolate(Tensor self, int[]? size=None, float? scale_factor=None, str mode='nearest', bool? align_corners=None) -> Tensor",
  {
    composite: true,
    forward: (
      self: Tensor,
      size: Shape | null,
      factor: number | null,
      mode: string,
      corners: boolean | null,
    ): Tensor => {
      const spatial = self.shape.slice(2);
      const counts = newSizes(spatial, size, factor);
      const scales = spatial.map((extent, d) =>
        factor === null ? extent / (counts[d] as number) : 1 / factor,
      );
      if (mode === 'nearest') {
        return named(nearestParts(self, counts, scales), `UpsampleNearest${spatial.length}DBackward0`);
      }
      if ((mode !== 'bilinear' || spatial.length !== 2) && (mode !== 'linear' || spatial.length !== 1)) {
        throw new TorchError(
          'NotImplementedError',
          `D2L Exercises supports interpolate with mode='nearest', 'linear' (3-D input) and 'bilinear' (4-D input), not '${mode}' of ${self.rank}-D input`,
        );
      }
      const matrices = spatial.map((extent, d) =>
        between(extent, counts[d] as number, scales[d] as number, corners === true, self),
      );
      if (matrices.length === 1) return matmul(self, transpose(matrices[0] as Tensor, 0, 1));
      return bilinear(self, matrices[0] as Tensor, matrices[1] as Tensor);
    },
    namespace: 'nn.functional',
    doc: 'Images (N, C, H, W) or sequences (N, C, L) brought to another size.',
  },
);

/** Calls the last node as PyTorch does, where the name depends on the number of dimensions. */
function named(result: Tensor, name: string): Tensor {
  if (result.node instanceof Node) result.node.name = name;
  return result;
}

function newSizes(spatial: Shape, size: Shape | null, factor: number | null): number[] {
  if ((size === null) === (factor === null)) {
    throw new TorchError(
      'ValueError',
      size === null
        ? 'either size or scale_factor should be defined'
        : 'only one of size or scale_factor should be defined',
    );
  }
  return spatial.map((extent, d) =>
    size === null ? Math.floor(extent * (factor as number)) : (size[d] ?? (size[0] as number)),
  );
}

operation(
  'unfold(Tensor self, int[2] kernel_size, int[2] dilation=1, int[2] padding=0, int[2] stride=1) -> Tensor',
  {
    composite: true,
    node: 'Im2Col',
    forward: (self: Tensor, kernel: Shape, dilation: Shape, padding: Shape, stride: Shape): Tensor =>
      batched(self, (input) => {
        const [n, channels, height, width] = input.shape as [number, number, number, number];
        const windows = windowsOn(height, width, {
          kernel: pair(kernel),
          dilation: pair(dilation),
          padding: pair(padding),
          stride: pair(stride),
        });
        const area = windows.kernel[0] * windows.kernel[1];
        return reshape(unfold(input, windows, 0), [n, channels * area, windows.rows * windows.columns]);
      }),
    namespace: 'nn.functional',
    doc: 'The sliding windows of images (N, C, H, W) as columns: (N, C kH kW, windows).',
  },
);
