/** The largest element of each window on one to three dimensions, and where it lies. */
import { toContiguous } from '../../../backend/js/copy.ts';
import { newElements, type Elements } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import type { Shape } from '../../../backend/layout.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { checkFloating } from '../../operand-dtypes.ts';
import { operation } from '../../operation.ts';
import type { Gradients } from '../../tape/node.ts';
import { scatterAdd } from '../indexing/gather.ts';
import { reshape } from '../shape/views.ts';
import type { Spans, SpanWindows } from './spans.ts';

const product = (values: readonly number[]): number => values.reduce((a, b) => a * b, 1);

const WHOLE: Spans = { from: [0], to: [1], step: 1 };

/** Fills up to three dimensions, with ones of size 1 in front. */
const inThree = <T>(values: readonly T[], neutral: T): [T, T, T] =>
  [neutral, neutral, neutral, ...values].slice(-3) as [T, T, T];

interface Found {
  readonly values: Elements;
  /** Places within a plane. */
  readonly places: Float64Array;
}

/** Looks through the windows of one plane, which begins at `base`; a NaN is larger than all. */
function lookThrough(
  elements: Elements,
  base: number,
  [, height, width]: readonly [number, number, number],
  [deep, high, wide]: readonly [Spans, Spans, Spans],
  found: Found,
  first: number,
): void {
  let at = first;
  for (let d = 0; d < deep.from.length; d++) {
    for (let h = 0; h < high.from.length; h++) {
      for (let w = 0; w < wide.from.length; w++, at++) {
        let largest = -Infinity;
        let place =
          ((deep.from[d] as number) * height + (high.from[h] as number)) * width + (wide.from[w] as number);
        for (let z = deep.from[d] as number; z < (deep.to[d] as number); z += deep.step) {
          for (let y = high.from[h] as number; y < (high.to[h] as number); y += high.step) {
            const row = (z * height + y) * width;
            for (let x = wide.from[w] as number; x < (wide.to[w] as number); x += wide.step) {
              const value = elements[base + row + x] as number;
              if (value > largest || Number.isNaN(value)) {
                largest = value;
                place = row + x;
              }
            }
          }
        }
        found.values[at] = elements[base + place] as number;
        found.places[at] = place;
      }
    }
  }
}

/** The last dimensions of `self` are those of the windows. */
export const largestOfWindows: (self: Tensor, windows: SpanWindows) => Tensor[] = operation(
  '_largest_of_windows(Tensor self, int[] windows) -> (Tensor values, Tensor indices)',
  {
    forward: (self: Tensor, { size, counts, along }: SpanWindows): Tensor[] => {
      const lead = self.shape.slice(0, self.rank - size.length);
      const [planes, each] = [product(lead), product(counts)];
      const elements = toContiguous(self, self.dtype);
      const found = {
        values: newElements(self.dtype, planes * each),
        places: new Float64Array(planes * each),
      };
      for (let plane = 0; plane < planes; plane++) {
        const spans = inThree(along(plane), WHOLE);
        lookThrough(elements, plane * product(size), inThree(size, 1), spans, found, plane * each);
      }
      const shape = [...lead, ...counts];
      return [fromElements(found.values, self.dtype, shape), fromElements(found.places, 'int64', shape)];
    },
    gradient: (grad, node): Gradients => {
      const { size, counts } = node.args[1] as SpanWindows;
      const { shape } = node.args[0] as Tensor;
      const planes = product(shape.slice(0, shape.length - size.length));
      const flat = [planes, product(counts)];
      const places = reshape(node.savedTensor(0), flat);
      const none = full([planes, product(size)], 0, grad.dtype);
      return [reshape(scatterAdd(none, 1, places, reshape(grad, flat)), shape), null];
    },
    saves: ['result1'],
    variants: 'internal',
  },
);

/** Where windows of `kernel` elements begin so that their distances are drawn by chance: `sample` is from 0 to 1. */
function drawnStarts(sample: number, size: number, count: number, kernel: number): number[] {
  const step = Math.fround((size - kernel) / (count - 1));
  const at = (i: number): number => Math.trunc(Math.fround(Math.fround(i + sample) * step));
  const starts = Array.from({ length: Math.max(count - 1, 0) }, (_, i) => at(i) - at(0));
  return count > 0 ? [...starts, size - kernel] : [];
}

/** @throws TorchError when windows do not fit */
function checkDrawn(self: Tensor, kernel: Shape, counts: Shape): void {
  const spatial = kernel.length;
  if (self.rank !== spatial + 1 && self.rank !== spatial + 2) {
    throw runtimeError(
      `fractional_max_pool${spatial}d(): Expected ${spatial + 1}D or ${spatial + 2}D tensor, but got: [${self.shape.join(', ')}]`,
    );
  }
  const letters = spatial === 2 ? ['height', 'width'] : ['time', 'height', 'width'];
  for (const [d, count] of counts.entries()) {
    const size = self.shape.at(d - spatial) as number;
    const reach = count + (kernel[d] as number) - 1;
    if (spatial === 2 ? reach <= size : reach < size) continue;
    throw runtimeError(
      `fractional_max_pool${spatial}d${spatial === 2 ? '' : '_out'}(): pool ${letters[d]} ${kernel[d]} too large relative to input ${letters[d]} ${size}`,
    );
  }
}

/** @throws TorchError unless there are as many samples as dimensions for each channel, and numbers with fractions */
function checkSamples(self: Tensor, samples: Tensor, spatial: number): void {
  if (samples.rank !== 3) {
    throw runtimeError(`Expect _random_samples to have 3 dimensions, got ${samples.rank}`);
  }
  const batch = self.rank === spatial + 1 ? 1 : (self.shape[0] as number);
  if ((samples.shape[0] as number) < batch) {
    throw runtimeError('Expect _random_samples.size(0) no less then input batch size.');
  }
  if (samples.shape[1] !== self.shape.at(-spatial - 1)) {
    throw runtimeError('Expect _random_samples.size(1) equals to input channel size.');
  }
  if (samples.shape[2] !== spatial) {
    throw runtimeError(`Expect _random_samples.size(2) equals to ${spatial} got ${samples.shape[2]}.`);
  }
  checkFloating(self, `fractional_max_pool${spatial}d_out_frame`);
}

for (const spatial of [2, 3] as const) {
  operation(
    `_fractional_max_pool${spatial}d(Tensor self, int[${spatial}] kernel_size, int[${spatial}] output_size, Tensor random_samples) -> (Tensor, Tensor)`,
    {
      composite: true,
      node: `FractionalMaxPool${spatial}D`,
      forward: (self: Tensor, kernel: Shape, counts: Shape, samples: Tensor): Tensor[] => {
        checkDrawn(self, kernel, counts);
        if (samples.dtype !== self.dtype) {
          throw runtimeError('Expect _random_samples to have the same dtype as input');
        }
        checkSamples(self, samples, spatial);
        const size = self.shape.slice(-spatial);
        const drawn = toContiguous(samples, samples.dtype);
        const along = (plane: number): Spans[] =>
          counts.map((count, d) => {
            // The first sample of an image is for its width, that of a volume for its depth.
            const sample = drawn[plane * spatial + (spatial === 2 ? 1 - d : d)] as number;
            const length = kernel[d] as number;
            const from = drawnStarts(sample, size[d] as number, count, length);
            return { from, to: from.map((start) => start + length), step: 1 };
          });
        return largestOfWindows(self, { size, counts, along });
      },
      variants: 'function',
      doc: 'The largest elements of windows that are drawn by chance, and where they lie.',
    },
  );
}
