/** What the panel asks for past runs: pins, names, and files by the editor's own save dialog. */

import * as vscode from 'vscode';
import type { ExportChartMessage, ExportRunsMessage, HistoryMessage } from '../../webview/messages.ts';
import type { PastRun } from '../../webview/history.ts';
import type { RunController } from '../run-controller.ts';
import { historyCsv, historyJson } from './history-text.ts';

export async function useHistory(controller: RunController, message: HistoryMessage): Promise<void> {
  switch (message.type) {
    case 'pinRun':
      return controller.changeHistory((history) => history.pin(message.number, message.pinned));
    case 'renameRun':
      return controller.changeHistory((history) => history.rename(message.number, message.name));
    case 'clearRuns':
      return clear(controller);
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

const FILTERS = { csv: 'CSV', json: 'JSON', svg: 'SVG', png: 'PNG' };

async function exportFile(
  controller: RunController,
  message: ExportRunsMessage | ExportChartMessage,
): Promise<void> {
  const record = controller.shown;
  if (record === undefined) return;
  const { format } = message;
  const content = contentOf(message, record.pastRuns);
  const document = vscode.Uri.parse(record.document.uri, true);
  const folder =
    document.scheme === 'untitled'
      ? vscode.workspace.workspaceFolders?.[0]?.uri
      : vscode.Uri.joinPath(document, '..');
  const subject = message.type === 'exportRuns' ? 'runs' : (message.subject ?? 'loss');
  const name = `${fileName(record.state.exercise?.id ?? '', record.document.title)}-${subject}.${format}`;
  const target = await vscode.window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [FILTERS[format]]: [format] },
  });
  if (target === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(target, content);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('The file was not written: {0}', why));
  }
}

function contentOf(message: ExportRunsMessage | ExportChartMessage, runs: readonly PastRun[]): Uint8Array {
  if (message.type === 'exportChart' && message.format === 'png') return Buffer.from(message.data, 'base64');
  const text =
    message.type === 'exportChart'
      ? message.data
      : message.format === 'csv'
        ? historyCsv(runs)
        : historyJson(runs);
  return new TextEncoder().encode(text);
}

/** `linear-regression-3.4.6`: what every file system takes. */
function fileName(exercise: string, title: string): string {
  const stem = title.replace(/\.[^.]*$/, '');
  return [stem, exercise]
    .filter((part) => part !== '')
    .join('-')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-');
}
