/** What a section of the panel is: a class in the list of `sections.ts`, drawn anew from each state. */

import { shownResults, type FormerParts } from '../../run-model/shown-results.ts';
import type { PanelState, Results } from '../../run-model/state.ts';
import type { FitChoice } from './charts/loss-curves.ts';
import type { Host } from './host.ts';
import type { ThemeSource } from './theme.ts';

/** What sections need of the page around them. */
export interface Page {
  readonly host: Host;
  readonly theme: ThemeSource;
  /** Another fit of the run was chosen: all sections follow. */
  choose(choice: FitChoice): void;
}

/** The state, with what is drawn of it: a section takes of it what it shows. */
export interface PanelView {
  readonly state: PanelState;
  /** The run's own results, and what stays of the one before it. */
  readonly results: Results;
  /** Which parts of the results are those of an earlier run. */
  readonly former: FormerParts;
  /** Index of the fit that trains now or trained last; -1: there is none. */
  readonly newest: number;
  /** The fit that is looked at, or several. */
  readonly choice: FitChoice;
}

/** Above and below the columns, and the columns: how it went, and what can be turned. In one column they follow each other. */
export type Place = 'top' | 'results' | 'turn' | 'bottom';

export interface PanelSection {
  readonly element: HTMLElement;
  /** Is called for every state: what has not changed is not drawn again. */
  update(view: PanelView): void;
}

/** A class of sections. */
export interface SectionClass {
  new (page: Page): PanelSection;
  /** Where the section stands; `isWide`: there are two columns. Sections of one place stand in the order of the list. */
  place(view: PanelView, isWide: boolean): Place;
}

/** What is drawn of a state. `wanted`: what the learner wants to look at; null: the newest fit. */
export function viewOf(state: PanelState, wanted: FitChoice | null): PanelView {
  const { results, former, newest } = shownResults(state);
  const { length: fits } = results.fits;
  const isThere = typeof wanted === 'string' ? fits > 1 : wanted !== null && wanted < fits;
  const choice = isThere && wanted !== null ? wanted : Math.max(0, newest);
  return { state, results, former, newest, choice };
}
