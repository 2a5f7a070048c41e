/** The status bar's item: how the exercise in the panel stands. */

import * as vscode from 'vscode';
import type { PanelState } from '../webview/state.ts';
import { statusOf } from './status.ts';

/** Left of the language's own items. */
const PRIORITY = 110;

export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('d2l', vscode.StatusBarAlignment.Right, PRIORITY);

  constructor() {
    this.item.name = vscode.l10n.t('D2L exercise');
  }

  /** `state` of the exercise in the panel; undefined when there is none. */
  show(state: PanelState | undefined): void {
    const status = state === undefined ? null : statusOf(state, vscode.l10n.t);
    if (status === null) return this.item.hide();
    this.item.text = status.text;
    this.item.tooltip = status.tooltip;
    this.item.command = status.command;
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }
}
