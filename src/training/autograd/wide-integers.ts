/**
 * Operations on integers that doubles are too short for (backend/wide.ts). The kernels of arithmetic and comparison know
 * them; elements are moved by halves, put into order by their ranks; what else would answer with integers is refused.
 */
import { exactness } from '../backend/buffer.ts';
import { notImplementedError } from '../backend/error.ts';
import { bigElements, fromBig } from '../backend/wide.ts';
import { fromElements, Tensor } from '../tensor/tensor.ts';
import { isMover, joined, partOfArguments, type PartOf } from './movers.ts';
import { intScalar, isScalar, type Scalar } from './scalar.ts';
import type { Schema } from './schema.ts';

type Forward = (args: readonly unknown[]) => unknown;

/** Operations that only compare elements; of the first ones the first result consists of elements. */
const SELECTING: ReadonlySet<string> = new Set(
  'sort topk kthvalue mode median max min amax amin cummax cummin msort _unique2 _unique_consecutive aminmax'.split(
    ' ',
  ),
);
const RANKING: ReadonlySet<string> = new Set(
  'argsort argmax argmin searchsorted bucketize isin equal'.split(' '),
);

const HALF = 32n;

/** What computes an operation when tensors among its arguments may be wide. */
export function exactly(schema: Schema, forward: Forward): Forward {
  if (schema.returns === 'view') return forward;
  return (args) => {
    if (!args.flat().some(isWide)) return forward(args);
    if (isMover(schema)) return movedByHalves(schema, forward, args);
    if (SELECTING.has(schema.name)) return byRank(forward, args, schema.name === 'aminmax' ? 2 : 1);
    if (RANKING.has(schema.name)) return byRank(forward, args, 0);
    exactness.isLost = false;
    const result = forward(args);
    if (exactness.isLost && [result].flat().some(isInt64)) {
      throw notImplementedError(
        `D2L Exercises computes ${schema.name} with integers up to 2**53 only, and there are larger ones here`,
      );
    }
    return result;
  };
}

/** Whether an argument is, or has, an integer that a double is too short for. */
export const isWide = (arg: unknown): boolean =>
  arg instanceof Tensor ? arg.buffer.wide !== null : isScalar(arg) && arg.exact !== undefined;
const isInt64 = (arg: unknown): arg is Tensor => arg instanceof Tensor && arg.dtype === 'int64';

const made = (values: BigInt64Array, like: Tensor): Tensor =>
  new Tensor(fromBig(values, 'int64'), like.shape);

/** A half of each integer: the lower without a sign. */
function half(split: (value: bigint) => bigint): PartOf {
  return {
    tensor: (tensor) => (isInt64(tensor) ? made(bigElements(tensor).map(split), tensor) : tensor),
    scalar: ({ value, exact, dtype }: Scalar): Scalar =>
      dtype === 'int64' ? intScalar(Number(split(exact ?? BigInt(value)))) : { value, dtype },
  };
}

const HIGH = half((value) => value >> HALF);
const LOW = half((value) => BigInt.asUintN(Number(HALF), value));

function movedByHalves(schema: Schema, forward: Forward, args: readonly unknown[]): unknown {
  const high = forward(partOfArguments(schema, args, HIGH));
  if (![high].flat().every(isInt64)) return forward(args);
  const parts = [high, forward(partOfArguments(schema, args, LOW))];
  return joined(parts, ([high, low]) => {
    const [upper, lower] = [bigElements(high as Tensor), bigElements(low as Tensor)];
    return made(
      upper.map((value, i) => (value << HALF) + (lower[i] as bigint)),
      high as Tensor,
    );
  });
}

/** Computes with the place of each integer among all that occur. @param selected how many results consist of elements */
function byRank(forward: Forward, args: readonly unknown[], selected: number): unknown {
  const known = BigInt64Array.from(
    new Set(args.flat().flatMap((arg) => (isInt64(arg) ? [...bigElements(arg)] : []))),
  ).sort();
  const rankOf = new Map([...known].map((value, rank) => [value, rank]));
  const ranked = (arg: unknown): unknown => {
    if (Array.isArray(arg)) return arg.map(ranked);
    if (!isInt64(arg)) return arg;
    const ranks = Float64Array.from(bigElements(arg), (value) => rankOf.get(value) ?? 0);
    return fromElements(ranks, 'int64', arg.shape);
  };
  const result = forward(args.map(ranked));
  const back = (tensor: Tensor): Tensor =>
    made(
      BigInt64Array.from(bigElements(tensor), (rank) => known[Number(rank)] ?? 0n),
      tensor,
    );
  if (!Array.isArray(result)) return selected > 0 ? back(result as Tensor) : result;
  return result.map((each: Tensor | null, i) => (i < selected && each !== null ? back(each) : each));
}
