/** What the panel asks for past runs: pins, names, comparisons, their values and code, and files of them. */

import * as vscode from 'vscode';
import type { ExportChartMessage, ExportRunsMessage, HistoryMessage } from '../../webview/messages.ts';
import type { PastRun } from '../../run-model/history.ts';
import type { RunController } from '../run-controller.ts';
import { keepFigure } from '../keep-figure.ts';
import { saveFile } from '../save-file.ts';
import { historyCsv, historyJson } from './history-text.ts';
import { compareCode, restoreCode } from './past-code.ts';

export async function useHistory(controller: RunController, message: HistoryMessage): Promise<void> {
  switch (message.type) {
    case 'pinRun':
      return controller.changeHistory((history) => history.pin(message.number, message.pinned));
    case 'renameRun':
      return controller.changeHistory((history) => history.rename(message.number, message.name));
    case 'compareRuns':
      return controller.changeHistory((history) => history.compare(message.runs));
    case 'compareCode':
      return compareCode(controller, message.runs);
    case 'restoreRun':
      return message.what === 'code'
        ? restoreCode(controller, message.number)
        : controller.restoreValues(message.number);
    case 'clearRuns':
      return clear(controller);
    case 'saveReport':
      return void vscode.commands.executeCommand('d2l.saveReport');
    case 'keepFigure':
      return controller.shown && keepFigure(controller.shown, message.name);
    case 'exportRuns':
    case 'exportChart':
      return exportFile(controller, message);
  }
}

/** Asks first: what is cleared is gone from the workspace's storage too. */
async function clear(controller: RunController): Promise<void> {
  const { shown } = controller;
  const runs = shown?.pastRuns.length ?? 0;
  if (runs === 0) return;
  const yes = vscode.l10n.t('Clear');
  const question = vscode.l10n.t('Clear the {0} past runs of this exercise?', runs);
  const answer = await vscode.window.showWarningMessage(question, { modal: true }, yes);
  if (answer === yes && controller.shown === shown) controller.changeHistory((history) => history.clear());
}

async function exportFile(
  controller: RunController,
  message: ExportRunsMessage | ExportChartMessage,
): Promise<void> {
  const record = controller.shown;
  if (record === undefined) return;
  const subject = message.type === 'exportRuns' ? 'runs' : (message.subject ?? 'loss');
  await saveFile(record, {
    subject,
    format: message.format,
    content: contentOf(message, record.pastRuns),
  });
}

function contentOf(
  message: ExportRunsMessage | ExportChartMessage,
  runs: readonly PastRun[],
): Uint8Array | string {
  if (message.type === 'exportRuns')
    return message.format === 'csv' ? historyCsv(runs) : historyJson(runs.map(withoutCode));
  return message.format === 'png' ? Buffer.from(message.data, 'base64') : message.data;
}

function withoutCode({ code: _, ...run }: PastRun): PastRun {
  return run;
}
