/**
 * Arguments on which every operation with a gradient is tried out. What takes one or two tensors, and anything else by
 * default, is tried on plain ones; what needs others has them in the file of its room, samples/ROOM.ts.
 */
import type { Declaration } from '../../../src/training/autograd/operation.ts';
import { declarations } from '../../../src/training/autograd/operations/index.ts';
import type { Sample, Samples } from './arguments.ts';
import { anywhere, pair } from './sample-tensors.ts';
import { samples as creation } from './samples/creation.ts';
import { samples as indexing } from './samples/indexing.ts';
import { samples as linalg } from './samples/linalg.ts';
import { samples as nn } from './samples/nn.ts';
import { samples as pointwise } from './samples/pointwise.ts';
import { samples as random } from './samples/random.ts';
import { samples as reduce } from './samples/reduce.ts';
import { samples as shape } from './samples/shape.ts';

/** Those of all rooms. */
export const ownSamples: Samples = {
  ...creation,
  ...indexing,
  ...linalg,
  ...nn,
  ...pointwise,
  ...random,
  ...reduce,
  ...shape,
};

/** Composites have the gradients of what they are made of. */
const hasGradient = ({ definition }: Declaration): boolean =>
  definition.gradient !== undefined || definition.composite === true;

/** Its gradient is an error, as programs in test/engine/programs/errors show. */
const RAISES_ON_THE_WAY_BACK = '_without_way_back';

/**
 * The samples of every operation that is tried: those with a gradient, and those with samples of their own. What takes
 * or gives complex tensors is held against PyTorch by programs (`test/engine/programs/autograd/complex-gradients.py`).
 */
export const tried: readonly (readonly [
  entry: string,
  declaration: Declaration,
  samples: readonly Sample[],
])[] = [...declarations]
  .filter(([entry, { definition }]) => definition.complex !== true && entry !== RAISES_ON_THE_WAY_BACK)
  .filter(([entry, declaration]) => hasGradient(declaration) || entry in ownSamples)
  .map(([entry, declaration]) => [entry, declaration, ownSamples[entry] ?? plainSamples(declaration)]);

/** The samples of an operation; undefined where it is not tried. */
export const samplesOf = (entry: string): readonly Sample[] | undefined =>
  tried.find(([name]) => name === entry)?.[2];

/** None where the operation must be given anything but one tensor or two. */
function plainSamples({ schema }: Declaration): readonly Sample[] {
  const must = schema.arguments.filter(
    ({ default: fallback, optional }) => fallback === undefined && !optional,
  );
  if (must.some(({ type, list }) => type !== 'Tensor' || list)) return [];
  return [[], anywhere, pair][must.length] ?? [];
}
