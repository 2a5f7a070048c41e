/** The status bar's item that says who runs exercises, and lets the learner choose. */

import * as vscode from 'vscode';
import type { ChosenEngine } from '../../run-model/state.ts';

/** Right of the item that says how the exercise stands. */
const PRIORITY = 109;

export class EngineStatus implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('d2l.engine', vscode.StatusBarAlignment.Right, PRIORITY);

  constructor() {
    const { t } = vscode.l10n;
    this.#item.name = t('D2L engine');
    this.#item.command = 'd2l.selectEngine';
  }

  /** @param engine who runs exercises; null: there is none to run here */
  show(engine: ChosenEngine | null): void {
    if (engine === null) return this.#item.hide();
    const { t } = vscode.l10n;
    this.#item.text = `$(server-process) ${engine.name}`;
    this.#item.tooltip =
      engine.kind === 'built-in'
        ? t('Exercises run in the built-in engine, in a sandbox. Click to select another engine.')
        : t('Exercises run with {0}, outside the sandbox. Click to select another engine.', engine.name);
    this.#item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
