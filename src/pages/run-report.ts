/** The page of one run, as `run --html` and the panel save it: nothing but that run. */

import { visibleLine } from '../text/visible.ts';
import { NO_LOOK, type RunLook } from '../run-model/run-look.ts';
import type { PanelState } from '../run-model/state.ts';
import { lookTables } from './look-tables.ts';
import { reportHtml, type ReportSources } from './report-page.ts';

export interface ReportOrigin {
  /** Of the extension or the program. */
  readonly version: string;
  /** When the page is made. */
  readonly when: Date;
  /** BCP 47, for screen readers. */
  readonly language: string;
}

/**
 * @param look its names and shapes, as far as the run was asked for them
 * @throws Error when a source cannot stand inside a page
 */
export function runReport(
  state: PanelState,
  sources: ReportSources,
  origin: ReportOrigin,
  look: RunLook = NO_LOOK,
): string {
  const { version, when, language } = origin;
  const made = when.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
  return reportHtml(runOnly(state), sources, {
    language,
    title: visibleLine(titleOf(state)),
    origin: `${visibleLine(state.documentName)}, run with D2L Exercises ${version} on ${made}.`,
    below: lookTables(look),
  });
}

/** What else the panel has is left out: past runs, a sweep, what was under way. */
function runOnly(state: PanelState): PanelState {
  const lastGood = state.status === 'ok' ? null : state.lastGood;
  return { ...state, lastGood, history: [], compared: null, sweep: null, sweepForm: null };
}

function titleOf({ exercise, documentName }: PanelState): string {
  const title = exercise?.title ?? '';
  return [exercise?.id ?? '', title === '' ? documentName : title].filter((part) => part !== '').join(' · ');
}
