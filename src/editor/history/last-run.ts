/** The run of an exercise that ended last, as the workspace's storage keeps it: small enough to be read when a window opens. */

import { createHash } from 'node:crypto';
import type { Verdict } from '../../checks/verdict.ts';
import type { Figure, RunStatus } from '../../training/protocol/protocol.ts';
import { pastFits } from '../../run-model/history.ts';
import { NO_RESULTS, hasEnded, type Fit, type PanelState, type Results } from '../../run-model/state.ts';
import { headAndTail } from '../../run-model/output.ts';
import type { Kind } from './exercise-store.ts';

export interface LastRun {
  readonly version: 1;
  readonly status: RunStatus;
  readonly seed: number;
  /** Digest of what was executed: see {@link digestOf}. */
  readonly executed: string;
  readonly results: Results;
  readonly verdict: Verdict | null;
  /** Figures of the run that were too large to be kept. */
  readonly figuresLeftOut: number;
}

/** Tells whether code, parameters and seed are still those of the run, without a copy of the code. */
export function digestOf(executed: string): string {
  return createHash('sha256').update(executed).digest('base64');
}

/** What is kept of a run that has ended as `state`; undefined: nothing, as half-typed code that fails at once takes no other's place. */
export function lastRunOf(
  { status, results, verdict }: PanelState,
  begun: { readonly executed: string; readonly seed: number },
): LastRun | undefined {
  if (!hasEnded(status)) return undefined;
  const { fits, figures, outputs } = results;
  if (status !== 'ok' && fits.length + figures.length + outputs.length === 0) return undefined;
  const executed = digestOf(begun.executed);
  return { version: 1, status, seed: begun.seed, executed, results, verdict, figuresLeftOut: 0 };
}

/** Characters of JSON; VS Code reads the storage of all extensions at once. */
const MOST_CHARACTERS = 100_000;

/** Characters of output, of its beginning and its end. */
const MOST_OUTPUT = 20_000;

/** Epochs of a fit for which its weights are kept. */
const MOST_PATH = 50;

/** Last runs in the workspace's storage. */
export const LAST_RUNS: Kind<LastRun> = {
  index: 'd2l.lastRuns',
  entry: 'd2l.lastRun',
  most: 10,
  pack,
  read(value) {
    const stored = value as Partial<LastRun> | undefined;
    if (stored?.version !== 1 || !Array.isArray(stored.results?.fits)) return undefined;
    // An older version of the extension has left fields out.
    return { ...(stored as LastRun), results: { ...NO_RESULTS, ...stored.results } };
  },
};

/** Curves keep their extremes, ways of the weights become coarse; what is still too large loses them, and its oldest figures. */
function pack(run: LastRun): LastRun {
  const { graph: _, ...results } = run.results;
  const output = headAndTail(results, MOST_OUTPUT);
  const bare: Results = { ...results, ...output, fits: pastFits(results.fits), figures: [] };
  const whole: Results = { ...bare, fits: withWays(bare.fits, results.fits) };
  const kept = sizeOf(whole) <= MOST_CHARACTERS ? whole : bare;
  const figures = newestWithin(MOST_CHARACTERS - sizeOf(kept), results.figures);
  const figuresLeftOut = run.figuresLeftOut + results.figures.length - figures.length;
  return { ...run, results: { ...kept, figures }, figuresLeftOut };
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value).length;
}

/** `thin` are the last of `fits`. */
function withWays(thin: readonly Fit[], fits: readonly Fit[]): readonly Fit[] {
  const whole = fits.slice(fits.length - thin.length);
  return thin.map((fit, index) => {
    const { path, surface, layers, predictions } = whole[index] ?? fit;
    return {
      ...fit,
      path: evenly(path, MOST_PATH),
      surface,
      ...(layers === undefined ? {} : { layers }),
      // Its pictures would fill the storage.
      ...(predictions === undefined ? {} : { predictions: { ...predictions, worst: [] } }),
    };
  });
}

/** The first and the last of `items` with `most` in all, as far apart from each other as whole places allow. */
function evenly<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  const places = [...Array(most).keys()].map((at) => Math.round((at * (items.length - 1)) / (most - 1)));
  return items.filter((_, index) => places.includes(index));
}

function newestWithin(characters: number, figures: readonly Figure[]): readonly Figure[] {
  let left = characters;
  const fitting = figures.toReversed().findIndex((figure) => (left -= sizeOf(figure)) < 0);
  return fitting < 0 ? figures : figures.slice(figures.length - fitting);
}
