/** The way back to whoever shows the page, and what of the page survives being hidden. */

import type { WebviewToHost } from '../protocol/messages.ts';
import type { SweepDraft } from './sweep/sweep-draft.ts';

/** What VS Code gives a webview; a page without the editor brings its own. */
export interface PageApi {
  postMessage(message: WebviewToHost): void;
  getState(): unknown;
  setState(state: UiState): void;
}

declare function acquireVsCodeApi(): PageApi;

/** What only the page knows. */
export interface UiState {
  /** Sections by id that the learner folded (false) or unfolded (true). */
  readonly folds: Readonly<Record<string, boolean>>;
  /** Logarithmic loss axis; null: by the span of the values. */
  readonly log: boolean | null;
  /** All fits of a run in one chart, or each in its own; null: one fit at a time. */
  readonly fits: 'all' | 'each' | null;
  /** Whether the loss is shown as a table too. */
  readonly lossTable: boolean;
  /** What was typed into the sweep's form. */
  readonly sweepDraft: SweepDraft | null;
}

const FIRST: UiState = { folds: {}, log: null, fits: null, lossTable: false, sweepDraft: null };

/** Sends messages and remembers the page's own state. */
export class Host {
  #ui: UiState;

  /** `hasEditor`: there is code beside the page, to run, to change and to lead to. */
  constructor(
    private readonly api: PageApi = acquireVsCodeApi(),
    readonly hasEditor = true,
  ) {
    this.#ui = { ...FIRST, ...(this.api.getState() as Partial<UiState> | undefined) };
  }

  get uiState(): UiState {
    return this.#ui;
  }

  post(message: WebviewToHost): void {
    this.api.postMessage(message);
  }

  remember(change: Partial<UiState>): void {
    this.#ui = { ...this.#ui, ...change };
    this.api.setState(this.#ui);
  }
}
