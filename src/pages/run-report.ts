/** The page of one run, as `run --html` and the panel save it: nothing but that run. */

import { wordsOf, type Table } from '../advice/words.ts';
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
  /** BCP 47: of the sentences, for screen readers and for numbers. */
  readonly language: string;
  /** The sentences of that language by the English ones; missing: the page is in English. */
  readonly sentences?: Table;
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
  const { version, when, language, sentences = {} } = origin;
  const words = wordsOf(language, sentences);
  const made = when.toLocaleString(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const document = visibleLine(state.documentName);
  return reportHtml(runOnly(state), sources, {
    language,
    sentences,
    title: visibleLine(titleOf(state)),
    origin: words.t('{0}, run with D2L Exercises {1} on {2}.', document, version, made),
    below: lookTables(look, words),
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
