/** Arguments on which operations are tried out, by the name of the operation's entry. */
import type { Sample } from './arguments.ts';
import { samples } from './samples.ts';
import { functionSamples } from './samples-functions.ts';
import { lossSamples } from './samples-losses.ts';
import { matrixSamples } from './samples-matrices.ts';
import { shapeSamples } from './samples-shapes.ts';

export const allSamples: Readonly<Record<string, readonly Sample[]>> = {
  ...samples,
  ...shapeSamples,
  ...functionSamples,
  ...matrixSamples,
  ...lossSamples,
};
