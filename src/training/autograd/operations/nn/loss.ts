/** How a loss is declared: what is lost by each element or row; its mean or sum is made of that as the caller asks. */
import { TorchError } from '../../../backend/error.ts';
import type { Tensor } from '../../../tensor/tensor.ts';
import { operation, type Definition } from '../../operation.ts';
import { parseSchema } from '../../schema.ts';
import { div } from '../pointwise/arithmetic.ts';
import { mean, sum } from '../reduce/sums.ts';

/** Makes one tensor of all losses; the arguments are those of the loss, without `reduction`. */
type Reduction<A extends readonly unknown[]> = (losses: Tensor, ...args: A) => Tensor;

const REDUCTIONS: Readonly<Record<string, Reduction<readonly unknown[]>>> = {
  none: (losses) => losses,
  mean: (losses) => mean(losses),
  sum: (losses) => sum(losses),
};

/**
 * All losses, their mean, or their sum.
 *
 * @param own reductions that this loss has besides, or has otherwise
 * @throws TorchError for another reduction
 */
export function reduced<A extends readonly unknown[]>(
  losses: Tensor,
  reduction: string,
  own: Readonly<Record<string, Reduction<A>>> = {},
  ...args: A
): Tensor {
  if (Object.hasOwn(own, reduction)) return (own[reduction] as Reduction<A>)(losses, ...args);
  if (Object.hasOwn(REDUCTIONS, reduction)) return (REDUCTIONS[reduction] as Reduction<A>)(losses, ...args);
  throw unknownReduction(reduction);
}

const unknownReduction = (reduction: string): TorchError =>
  new TorchError('ValueError', `${reduction} is not a valid value for reduction`);

/** @throws TorchError for a word that names no reduction, before anything else is looked at */
function checkReduction(reduction: string, own: object): void {
  if (!Object.hasOwn(own, reduction) && !Object.hasOwn(REDUCTIONS, reduction))
    throw unknownReduction(reduction);
}

/** The mean by weight. */
export const weightedMean = (losses: Tensor, weights: Tensor): Tensor => div(sum(losses), sum(weights));

/** What is written of a loss. */
interface Loss<A extends readonly unknown[]> extends Pick<
  Definition<readonly unknown[], Tensor>,
  'node' | 'dtypes' | 'doc'
> {
  /** Computes the losses of the arguments without `reduction`. */
  readonly losses: (...args: A) => Tensor;
  /** Reductions that it has besides, or has otherwise. */
  readonly reductions?: Readonly<Record<string, Reduction<A>>>;
}

/**
 * Declares a loss of `torch.nn.functional`.
 *
 * @param text its schema, with `str reduction='mean'` among the arguments
 */
export function loss<A extends readonly unknown[]>(
  text: string,
  { losses, reductions = {}, ...rest }: Loss<A>,
): (...args: unknown[]) => Tensor {
  const place = parseSchema(text).arguments.findIndex(({ name }) => name === 'reduction');
  return operation(text, {
    ...rest,
    composite: true,
    forward: (...all: readonly unknown[]): Tensor => {
      const args = all.toSpliced(place, 1) as unknown as A;
      checkReduction(all[place] as string, reductions);
      return reduced(losses(...args), all[place] as string, reductions, ...args);
    },
    namespace: 'nn.functional',
  });
}
