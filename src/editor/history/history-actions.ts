/** What the panel asks for past runs: pins, names, comparisons, their values and code, and files of them. */

import * as vscode from 'vscode';
import type { Message, PanelActions } from '../../webview/protocol/messages.ts';
import type { PastRun } from '../../run-model/history.ts';
import type { RunController } from '../run-controller.ts';
import { keepFigure } from '../keep-figure.ts';
import { saveFile } from '../save-file.ts';
import { historyCsv, historyJson } from './history-text.ts';
import { compareCode, restoreCode } from './past-code.ts';

type HistoryActions = Pick<
  PanelActions,
  | 'pinRun'
  | 'renameRun'
  | 'clearRuns'
  | 'compareRuns'
  | 'compareCode'
  | 'restoreRun'
  | 'saveReport'
  | 'keepFigure'
  | 'exportRuns'
  | 'exportChart'
>;

export function historyActions(controller: RunController): HistoryActions {
  return {
    pinRun: ({ number, pinned }) =>
      controller.controls.changeHistory((history) => history.pin(number, pinned)),
    renameRun: ({ number, name }) =>
      controller.controls.changeHistory((history) => history.rename(number, name)),
    clearRuns: () => void clear(controller),
    compareRuns: ({ runs }) => controller.controls.changeHistory((history) => history.compare(runs)),
    compareCode: ({ runs }) => void compareCode(controller, runs),
    restoreRun: ({ number, what }) =>
      void (what === 'code' ? restoreCode(controller, number) : controller.controls.restoreValues(number)),
    saveReport: () => void vscode.commands.executeCommand('d2l.saveReport'),
    keepFigure: ({ name }) => void (controller.shown && keepFigure(controller.shown, name)),
    exportRuns: ({ format }) => void exportRuns(controller, format),
    exportChart: (message) => void exportChart(controller, message),
  };
}

/** Asks first: what is cleared is gone from the workspace's storage too. */
async function clear(controller: RunController): Promise<void> {
  const { shown } = controller;
  const runs = shown?.pastRuns.length ?? 0;
  if (runs === 0) return;
  const yes = vscode.l10n.t('Clear');
  const question = vscode.l10n.t('Clear the {0} past runs of this exercise?', runs);
  const answer = await vscode.window.showWarningMessage(question, { modal: true }, yes);
  if (answer === yes && controller.shown === shown)
    controller.controls.changeHistory((history) => history.clear());
}

async function exportRuns({ shown }: RunController, format: 'csv' | 'json'): Promise<void> {
  if (shown === undefined) return;
  const runs = shown.pastRuns;
  const content = format === 'csv' ? historyCsv(runs) : historyJson(runs.map(withoutCode));
  await saveFile(shown, { subject: 'runs', format, content });
}

async function exportChart(
  { shown }: RunController,
  { subject, format, data }: Message<'exportChart'>,
): Promise<void> {
  if (shown === undefined) return;
  const content = format === 'png' ? Buffer.from(data, 'base64') : data;
  await saveFile(shown, { subject, format, content });
}

function withoutCode({ code: _, ...run }: PastRun): PastRun {
  return run;
}
