/** `scatter_reduce`: what becomes of all elements that an index sends to the same place. */
import { isFloating, type Elements } from '../../../backend/dtype.ts';
import { runtimeError } from '../../../backend/error.ts';
import { toContiguous } from '../../../backend/js/copy.ts';
import { fromElements, full, type Tensor } from '../../../tensor/tensor.ts';
import { operation } from '../../operation.ts';
import { intScalar } from '../../scalar.ts';
import type { Gradients } from '../../tape/node.ts';
import { toDType } from '../creation/conversion.ts';
import { div, mul } from '../pointwise/arithmetic.ts';
import { eq, eqScalar, where } from '../pointwise/selection.ts';
import { alongDimension, checkScatter } from './along-dimension.ts';
import { gather, scatterAdd } from './gather.ts';
import { reached, scattered } from './scattering.ts';

type Reduction = 'sum' | 'prod' | 'mean' | 'amax' | 'amin';

const add = (a: number, b: number): number => a + b;
const COMBINE: Readonly<Record<Reduction, (a: number, b: number) => number>> = {
  sum: add,
  prod: (a, b) => a * b,
  mean: add,
  amax: Math.max,
  amin: Math.min,
};

function checkReduction(name: string): asserts name is Reduction {
  if (Object.hasOwn(COMBINE, name)) return;
  throw runtimeError(`reduce argument must be either sum, prod, mean, amax or amin, got ${name}`);
}

/** Combines the elements of `source` into their places; the first of a place replaces what is there unless that counts. */
function combine(
  target: Elements,
  places: Float64Array,
  source: Elements,
  reduction: Reduction,
  includesSelf: boolean,
): void {
  const of = COMBINE[reduction];
  const isFirst = new Uint8Array(target.length).fill(includesSelf ? 0 : 1);
  places.forEach((place, i) => {
    const value = source[i] as number;
    target[place] = isFirst[place] === 1 ? value : of(target[place] as number, value);
    isFirst[place] = 0;
  });
}

/** Divides each place by how many elements came to it; whole numbers are rounded down, as PyTorch does it. */
function average(target: Elements, places: Float64Array, isFloating: boolean, includesSelf: boolean): void {
  const counts = new Float64Array(target.length).fill(includesSelf ? 1 : 0);
  for (const place of places) counts[place] = (counts[place] as number) + 1;
  counts.forEach((count, i) => {
    if (count < 2) return;
    const quotient = (target[i] as number) / count;
    target[i] = isFloating ? quotient : Math.floor(quotient);
  });
}

/** What a gradient is made of. */
interface Reduced {
  readonly self: Tensor;
  readonly dim: number;
  readonly index: Tensor;
  readonly src: Tensor;
  readonly result: Tensor;
  readonly includesSelf: boolean;
}

const filled = (like: Tensor, value: number): Tensor => full(like.shape, value, like.dtype);
const isZero = (x: Tensor): Tensor => eqScalar(x, intScalar(0));

/** The gradients of the tensor and of what was sent to it, by reduction. */
const GRADIENTS: Readonly<Record<Reduction, (grad: Tensor, of: Reduced) => [self: Tensor, src: Tensor]>> = {
  sum: (grad, { dim, index }) => [grad, gather(grad, dim, index)],
  mean: meanGradients,
  prod: productGradients,
  amax: extremeGradients,
  amin: extremeGradients,
};

function meanGradients(grad: Tensor, { dim, index, src, includesSelf }: Reduced): [Tensor, Tensor] {
  const counts = scatterAdd(filled(grad, includesSelf ? 1 : 0), dim, index, filled(src, 1));
  const share = div(grad, where(isZero(counts), filled(counts, 1), counts));
  return [share, gather(share, dim, index)];
}

/** An extreme value's gradient goes to all elements that have it, in equal parts. */
function extremeGradients(grad: Tensor, { self, dim, index, src, result }: Reduced): [Tensor, Tensor] {
  const hasIt = (x: Tensor, extreme: Tensor): Tensor => toDType(eq(x, extreme), grad.dtype);
  const [inSelf, inSource] = [hasIt(self, result), hasIt(src, gather(result, dim, index))];
  const share = div(grad, scatterAdd(inSelf, dim, index, inSource));
  return [mul(inSelf, share), mul(inSource, gather(share, dim, index))];
}

/** The product of the others: the result by the element, or without it where it is 0. */
function productGradients(grad: Tensor, of: Reduced): [Tensor, Tensor] {
  const { self, dim, index, src, result, includesSelf } = of;
  const withoutZeros = where(isZero(self), filled(self, 1), self);
  const ofSelf = div(scatterReduce(withoutZeros, dim, index, src, 'prod', includesSelf), withoutZeros);
  const zeros = toDType(isZero(src), src.dtype);
  const zerosThere = gather(scatterAdd(filled(self, 0), dim, index, zeros), dim, index);
  const isOnlyZero = eqScalar(mul(zeros, zerosThere), intScalar(1));
  const others = where(isOnlyZero, filled(src, 1), src);
  const withoutIt = mul(grad, scatterReduce(self, dim, index, others, 'prod', includesSelf));
  const byIt = div(gather(mul(grad, result), dim, index), where(isZero(src), filled(src, 1), src));
  return [mul(grad, ofSelf), where(isOnlyZero, gather(withoutIt, dim, index), byIt)];
}

type Arguments = [
  self: Tensor,
  dim: number,
  index: Tensor,
  src: Tensor,
  reduce: string,
  includesSelf: boolean,
];

/** `src` has the shape of `index`. */
const scatterReduce = operation(
  '_scatter_reduce(Tensor self, int dim, Tensor index, Tensor src, str reduce, bool include_self) -> Tensor',
  {
    forward: (...[self, dim, index, src, reduce, includesSelf]: Arguments): Tensor => {
      checkReduction(reduce);
      const { dtype } = self;
      const places = alongDimension(self.shape, dim, index);
      const target = toContiguous(self, dtype);
      combine(target, places, toContiguous(src, dtype), reduce, includesSelf);
      if (reduce === 'mean') average(target, places, isFloating(dtype), includesSelf);
      return fromElements(target, dtype, self.shape);
    },
    gradient: (grad, node): Gradients => {
      const [, dim, , , reduce, includesSelf] = node.args as Arguments;
      const [self, index, src, result] = [0, 1, 2, 3].map((i) => node.savedTensor(i)) as [
        Tensor,
        Tensor,
        Tensor,
        Tensor,
      ];
      const [toSelf, toSource] = GRADIENTS[reduce as Reduction](grad, {
        self,
        dim,
        index,
        src,
        result,
        includesSelf,
      });
      return [
        includesSelf ? toSelf : scattered(toSelf, dim, index, full(index.shape, 0, grad.dtype)),
        null,
        toSource,
      ];
    },
    saves: ['self', 'index', 'src', 'result'],
    node: 'ScatterReduce',
    variants: 'internal',
  },
);

export const scatterReduceTwo = operation(
  'scatter_reduce.two(Tensor self, int dim, Tensor index, Tensor src, str reduce, *, bool include_self=True) -> Tensor',
  {
    composite: true,
    node: 'ScatterReduce',
    forward: (...[self, dim, index, src, reduce, includesSelf]: Arguments): Tensor => {
      checkScatter(self, dim, index, src);
      return scatterReduce(self, dim, index, reached(src, index), reduce, includesSelf);
    },
    inPlace: true,
    doc: 'Each place with what `index` sends there of `src` along `dim`: their sum, prod, mean, amax or amin.',
  },
);
