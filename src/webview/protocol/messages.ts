/** Every message between the panel's host side and its browser side: what the page sends is one table. */

import { MAX_NAME } from '../../run-model/history.ts';
import type { PanelState } from '../../run-model/state.ts';
import type { StateChange } from '../../run-model/store.ts';
import { MAX_SEED } from '../../training/protocol/choices.ts';
import {
  BOOLEAN,
  SWEEP,
  VALUE,
  choice,
  integer,
  orNull,
  pair,
  text,
  type Field,
  type ValueOf,
} from './message-fields.ts';

// ---------------------------------------------------------------- host -> webview

/** The whole state: sent when the view becomes visible or another exercise is shown. */
export interface StateMessage {
  readonly type: 'state';
  readonly state: PanelState;
}

/** A part of the page that the host may bring into view. */
export type SectionId = 'runs' | 'compare' | 'engine-comparison' | 'graph';

/** Scroll to a section and unfold it. */
export interface RevealMessage {
  readonly type: 'reveal';
  readonly section: SectionId;
}

/** What the host sends: the state whole, or a change of the one that the page has. */
export type HostToWebview = StateMessage | StateChange | RevealMessage;

// ---------------------------------------------------------------- webview -> host

/** Characters of a picture: a chart as wide as a screen takes a hundredth of it. */
const MAX_PICTURE = 20_000_000;

/** A past run, by its number. */
const RUN = integer(1);

/**
 * What the page sends: the fields of each type of message. A new message is a line here, its effect in the editor's
 * table of actions ({@link PanelActions}), which does not compile without it; the tests make up messages from the fields.
 */
export const MESSAGES = {
  /** The page has loaded and wants the state. */
  ready: {},
  /** Run the exercise that is shown. */
  run: {},
  /** End its run. */
  stop: {},
  /** Pause the training, or let it go on: to its end, or to its next minibatch or epoch. */
  trainOn: { how: choice('pause', 'continue', 'stepBatch', 'stepEpoch') },
  /** Somebody looks at how models learn: runs are to tell it, step by step; or nobody does any more. */
  watchTraining: { wanted: BOOLEAN },
  /** A control was given a value; one equal to the code's takes the override away. `moving`: a slider is on its way. */
  override: { key: text(), value: VALUE, moving: BOOLEAN },
  /** Take all overrides away. */
  resetOverrides: {},
  /** Write the overrides into the document. */
  applyToCode: {},
  /** Show a line (1-based) of the learner's code, the document as a frame, a parameter or the state names it. */
  openLocation: { document: text(), line: integer(1) },
  /** Run again while the learner types, or no longer. */
  toggleLive: { live: BOOLEAN },
  /** Run with this seed from now on. */
  setSeed: { seed: integer(0, MAX_SEED) },
  /** Open the panel as an editor tab beside the code. */
  openToSide: {},
  /** Open the workbook: there is no exercise yet. */
  openWorkbook: {},
  /** Open what helps to go on where a run waits, is about to be ended, or could not end well. */
  takeStep: {
    step: choice(
      'trust',
      'timeLimit',
      'log',
      'continueRun',
      'runNow',
      'cancelWaiting',
      'downloadData',
      'chooseDataFolder',
      'useGeneratedData',
      'selectEngine',
      'runWithPyTorch',
      'compareWithPyTorch',
    ),
  },
  /** Keep a run's curves behind the later ones, and its weights beside theirs; or no longer. */
  pinRun: { number: RUN, pinned: BOOLEAN },
  /** Give a past run a name; empty: its number alone. */
  renameRun: { number: RUN, name: text(MAX_NAME) },
  /** Forget the past runs of the exercise. */
  clearRuns: {},
  /** Save the past runs to a file. */
  exportRuns: { format: choice('csv', 'json') },
  /** Save a chart as the page draws it: `data` is markup, or the picture in Base64. */
  exportChart: {
    format: choice('svg', 'png'),
    subject: choice('loss', 'figure'),
    data: text(MAX_PICTURE),
  },
  /** Show two past runs side by side; null: no more. */
  compareRuns: { runs: orNull(pair(RUN)) },
  /** End the runs of a comparison with PyTorch, take it away, or put the line for a report into the clipboard. */
  engineComparison: { wish: choice('stop', 'close', 'copy') },
  /** Show the code of two past runs beside each other. */
  compareCode: { runs: pair(RUN) },
  /** Take a past run's values as the panel's own, or put its code back into the document, which asks first. */
  restoreRun: { number: RUN, what: choice('values', 'code') },
  /** Save what the panel shows as a page that needs no editor. */
  saveReport: {},
  /** Keep a figure that the exercise saved under a name. */
  keepFigure: { name: text() },
  /** Show the graph behind a tensor, of a run that tells it; empty: behind the last `backward()`; null: no more. */
  showGraph: { of: orNull(text()) },
  /** Set up a sweep of a parameter; null: no more. */
  chooseSweep: { key: orNull(text()) },
  /** Run the exercise with each of several values. */
  startSweep: { request: SWEEP },
  /** Run no further values; the results so far stay. */
  stopSweep: {},
  /** Take the results away. */
  clearSweep: {},
} as const satisfies Readonly<Record<string, Readonly<Record<string, Field>>>>;

export type MessageType = keyof typeof MESSAGES;

/** A message of one type. */
export type Message<T extends MessageType> = { readonly type: T } & {
  readonly [F in keyof (typeof MESSAGES)[T]]: (typeof MESSAGES)[T][F] extends Field
    ? ValueOf<(typeof MESSAGES)[T][F]>
    : never;
};

/** What the page sends. */
export type WebviewToHost = { [T in MessageType]: Message<T> }[MessageType];

/** What the learner asks of the editor; the other messages are about the page's own place. */
export type WishMessage = Exclude<WebviewToHost, Message<'ready' | 'openToSide'>>;

/** What is done about each message. */
export type PanelActions = {
  readonly [T in WishMessage['type']]: (message: Message<T>) => void;
};

/** What the editor can do to go on. */
export type Step = Message<'takeStep'>['step'];
