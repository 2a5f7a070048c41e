/** The status bar's item: how the exercise in the panel stands. */

import * as vscode from 'vscode';
import type { PanelState } from '../run-model/state.ts';
import { statusOf } from './status.ts';

/** Left of the language's own items. */
const PRIORITY = 110;

/** Milliseconds between two words about a run that goes on. */
const PAUSE = 1000;

export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('d2l', vscode.StatusBarAlignment.Right, PRIORITY);

  #waiting: PanelState | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#item.name = vscode.l10n.t('D2L exercise');
  }

  /** `state` of the exercise in the panel; undefined when there is none. */
  show(state: PanelState | undefined): void {
    this.#waiting = undefined;
    const status = state === undefined ? null : statusOf(state, vscode.l10n.t);
    if (status === null) return this.#item.hide();
    this.#item.text = status.text;
    this.#item.tooltip = status.tooltip;
    this.#item.command = status.command;
    this.#item.backgroundColor =
      status.isWarning === true ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
    this.#item.show();
  }

  /** The same, at most once a second: a run that goes on changes it all the time. */
  showSoon(state: PanelState): void {
    this.#waiting = state;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#waiting !== undefined) this.show(this.#waiting);
    }, PAUSE);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#item.dispose();
  }
}
