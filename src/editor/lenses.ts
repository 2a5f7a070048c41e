/** Which CodeLenses stand above which block, in words. */

import type { Block } from '../exercises/model.ts';
import { isActive } from '../webview/state.ts';
import type { PanelState } from '../webview/state.ts';
import { outcomeText } from './outcomes.ts';
import { isRunnable } from './targets.ts';
import type { Translate } from './translate.ts';

export interface Lens {
  /** 1-based line that it stands above. */
  readonly line: number;
  /** With icons in VS Code's notation `$(name)`. */
  readonly title: string;
  readonly tooltip: string;
  readonly command: 'd2l.runExercise' | 'd2l.stop' | 'd2l.openPanel';
  /** Index of its block. */
  readonly block: number;
}

/** `stateOf`: where the latest run of a block stands; undefined when it was never looked at. */
export function lensesOf(
  blocks: readonly Block[],
  stateOf: (block: Block) => PanelState | undefined,
  t: Translate,
): readonly Lens[] {
  return blocks.filter(isRunnable).flatMap((block) => blockLenses(block, stateOf(block), t));
}

function blockLenses(block: Block, state: PanelState | undefined, t: Translate): Lens[] {
  const place = { line: block.headingLine, block: block.index };
  if (state !== undefined && isActive(state.status)) {
    return [
      { ...place, title: `$(debug-stop) ${t('Stop')}`, tooltip: t('End this run'), command: 'd2l.stop' },
    ];
  }
  const run: Lens = {
    ...place,
    title: `$(play) ${runTitle(block, t)}`,
    tooltip: t('Run this block and the set-up above it, with real Python'),
    command: 'd2l.runExercise',
  };
  const outcome = state === undefined ? null : outcomeText(state, t);
  if (outcome === null) return [run];
  return [
    run,
    { ...place, title: outcome, tooltip: t('Show the results in the panel'), command: 'd2l.openPanel' },
  ];
}

function runTitle(block: Block, t: Translate): string {
  return block.exercise === null ? t('Run D2L exercise') : t('Run D2L exercise {0}', block.exercise);
}
