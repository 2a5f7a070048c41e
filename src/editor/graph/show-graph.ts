/** The graph behind a tensor: asked for of the exercise or the notebook's cell in the panel, which runs again to tell it. */

import { lineKey } from '../../run-model/graph/behind.ts';
import { isActive } from '../../run-model/state.ts';
import type { Notebooks } from '../notebook/notebooks.ts';
import type { RunController } from '../run-controller.ts';

/** Whose graph is shown. */
export interface GraphSubjects {
  readonly controller: RunController;
  readonly notebooks: Notebooks;
}

/**
 * @param of see `PanelState.graph`
 * @returns whether the panel shows something that can run
 */
export function showGraph({ controller, notebooks }: GraphSubjects, of: string | null): boolean {
  if (notebooks.showGraph(of)) return true;
  const { shown } = controller;
  if (shown === undefined) return false;
  shown.store.set({ graph: of });
  const { status, results } = shown.state;
  if (of !== null && results.graph === undefined && !isActive(status)) void controller.runShown();
  return true;
}

/** What a command is about: an item of the variables' view, or a line's name for a tensor; empty: the last `backward()`. */
export function readGraphArgument(argument: unknown): string {
  const { path, name, line } = (argument ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof path === 'string') return path;
  return typeof name === 'string' && Number.isInteger(line) ? lineKey(name, line as number) : '';
}

/** A command that Markdown links to. */
export const SHOW_GRAPH = 'd2l.showGraph';

/** Address of the command for what a line (1-based) has given a name. */
export function graphCommand(name: string, line: number): string {
  return `command:${SHOW_GRAPH}?${encodeURIComponent(JSON.stringify([{ name, line }]))}`;
}
