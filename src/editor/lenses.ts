/** Which CodeLenses stand above which block, in words. */

import type { Block } from '../exercises/model.ts';
import { exerciseOf } from '../exercises/numbers.ts';
import { isActive, type PanelState } from '../run-model/state.ts';
import { activeOverrides } from '../run-model/overrides.ts';
import { outcomeText, overrideText } from './outcomes.ts';
import type { Translate } from '../advice/translate.ts';
import { iconless } from '../text/markdown.ts';

export interface Lens {
  /** 1-based line that it stands above. */
  readonly line: number;
  /** With icons in VS Code's notation `$(name)`. */
  readonly title: string;
  readonly tooltip: string;
  readonly command:
    | 'd2l.runExercise'
    | 'd2l.debugExercise'
    | 'd2l.stop'
    | 'd2l.runNow'
    | 'd2l.cancelWaiting'
    | 'd2l.openPanel'
    | 'd2l.runAbove'
    | 'd2l.compareRuns'
    | 'd2l.applyOverrides'
    | 'd2l.resetOverrides'
    | 'd2l.sweepParameter'
    | 'd2l.wrapAsCells';
  /** Index of its block. */
  readonly block: number;
  /** Of the parameter that the command is for. */
  readonly key?: string;
}

/** `stateOf`: where the latest run of a block stands; undefined when it was never looked at. */
export function lensesOf(
  blocks: readonly Block[],
  stateOf: (block: Block) => PanelState | undefined,
  t: Translate,
): readonly Lens[] {
  return blocks
    .filter(({ isRunnable }) => isRunnable)
    .flatMap((block) => blockLenses(block, stateOf(block), blocks, t));
}

/** Where a block's lenses stand, and what they run. */
type Place = Pick<Lens, 'line' | 'block'>;

function blockLenses(
  block: Block,
  state: PanelState | undefined,
  blocks: readonly Block[],
  t: Translate,
): Lens[] {
  const place = { line: block.headingLine, block: block.index };
  if (state !== undefined && isActive(state.status)) {
    return [
      { ...place, title: `$(debug-stop) ${t('Stop')}`, tooltip: t('End this run'), command: 'd2l.stop' },
      ...overrideLenses(place, state, t),
    ];
  }
  if (state?.status === 'queued') return queuedLenses(place, state, t);
  const run: Lens = {
    ...place,
    title: `$(play) ${iconless(runTitle(block, t))}`,
    tooltip: t('Run this block and the set-up above it, with real Python'),
    command: 'd2l.runExercise',
  };
  const results = state === undefined ? [] : resultLenses(place, state, t);
  const above = hasOthersAbove(block, blocks) ? [runAboveLens(place, t)] : [];
  return [
    run,
    debugLens(place, t),
    ...results,
    ...above,
    ...(isFirstMarked(block, blocks) ? [wrapLens(place, t)] : []),
  ];
}

const debugLens = (place: Place, t: Translate): Lens => ({
  ...place,
  title: `$(debug-alt) ${t('Debug D2L exercise')}`,
  tooltip: t('Run it until a breakpoint, and look at what is there'),
  command: 'd2l.debugExercise',
});

/** Whether it is the first exercise of a script whose exercises plain comments mark. */
function isFirstMarked(block: Block, blocks: readonly Block[]): boolean {
  return block.origin === 'comment' && blocks.find(({ exercise }) => exercise !== null) === block;
}

const wrapLens = (place: Place, t: Translate): Lens => ({
  ...place,
  title: t('Wrap as cells'),
  tooltip: t('Make cells (# %%) of the comments that mark exercises in this file'),
  command: 'd2l.wrapAsCells',
});

/** What can be done about a run that waits for another one. */
function queuedLenses(place: Place, state: PanelState, t: Translate): Lens[] {
  return [
    {
      ...place,
      title: `$(clock) ${outcomeText(state, t) ?? ''}`,
      tooltip: t('Show the results in the panel'),
      command: 'd2l.openPanel',
    },
    {
      ...place,
      title: t('Run now instead'),
      tooltip: t('End the other run, which keeps what it had, and run this'),
      command: 'd2l.runNow',
    },
    { ...place, title: t('Cancel'), tooltip: t('Do not run this'), command: 'd2l.cancelWaiting' },
  ];
}

/** What an ended run leads to: its results, past runs, and a sweep of what one asks about first. */
function resultLenses(place: Place, state: PanelState, t: Translate): Lens[] {
  const lenses: Lens[] = [];
  const outcome = outcomeText(state, t);
  if (outcome !== null) {
    lenses.push({
      ...place,
      title: state.outdated ? t('{0} · before the last change', outcome) : outcome,
      tooltip: t('Show the results in the panel'),
      command: 'd2l.openPanel',
    });
  }
  lenses.push(...overrideLenses(place, state, t));
  if (state.history.length > 1) {
    lenses.push({
      ...place,
      title: t('Compare'),
      tooltip: t('Show what past runs of this exercise came to, and what was changed'),
      command: 'd2l.compareRuns',
    });
  }
  const rate = outcome === null ? undefined : state.parameters.find(({ name }) => RATES.has(name));
  if (rate !== undefined) {
    lenses.push({
      ...place,
      title: t('Sweep {0}…', rate.name),
      tooltip: t('Run this exercise with each of several values, side by side'),
      command: 'd2l.sweepParameter',
      key: rate.key,
    });
  }
  return lenses;
}

/** What runs use and the code does not say, with the ways to make both agree. */
function overrideLenses(place: Place, { parameters }: PanelState, t: Translate): Lens[] {
  const told = activeOverrides(parameters);
  if (told.length === 0) return [];
  return [
    {
      ...place,
      title: overrideText(told, t),
      tooltip: t('Show the results in the panel'),
      command: 'd2l.openPanel',
    },
    {
      ...place,
      title: t('Apply'),
      tooltip: t('Write these values into the code'),
      command: 'd2l.applyOverrides',
    },
    {
      ...place,
      title: t('Reset'),
      tooltip: t('Run with the values in the code again'),
      command: 'd2l.resetOverrides',
    },
  ];
}

const runAboveLens = (place: Place, t: Translate): Lens => ({
  ...place,
  title: t('Run all above'),
  tooltip: t('Run everything above this block, other exercises too'),
  command: 'd2l.runAbove',
});

/** The parameter that one asks about first. */
const RATES: ReadonlySet<string> = new Set(['lr', 'learning_rate']);

/** Whether there is code above that a run of the block leaves out: another exercise's. */
function hasOthersAbove({ index, exercise }: Block, blocks: readonly Block[]): boolean {
  const isOther = (other: Block): boolean =>
    other.exercise !== null && (exercise === null || exerciseOf(other.exercise) !== exerciseOf(exercise));
  return blocks.slice(0, index).some(isOther);
}

function runTitle(block: Block, t: Translate): string {
  return block.exercise === null ? t('Run D2L exercise') : t('Run D2L exercise {0}', block.exercise);
}
