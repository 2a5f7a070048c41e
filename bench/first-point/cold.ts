/** The first click in a window in which nothing of the extension has been loaded. */
import * as vscode from 'vscode';
import { eventually, webview } from '../../test/vscode/window.ts';
import { PROGRAM } from '../panel/exercise.ts';
import { now, sleepingExtension } from './extension.ts';
import type { Samples } from './samples.ts';

/** The moment at which the state of the panel has a point of a curve. */
async function firstPoint(extension: ReturnType<typeof sleepingExtension>): Promise<number> {
  while (!hasPoint(extension)) await new Promise((resolve) => setTimeout(resolve, 2));
  return now();
}

function hasPoint(extension: ReturnType<typeof sleepingExtension>): boolean {
  if (!extension.isActive) return false;
  const { fits } = extension.exports.testing.panelState().results;
  return fits.some(({ curves }) => curves.some(({ count }) => count > 0));
}

/** The moment at which the panel's page has drawn a chart; asked for again and again, so it is late by a few milliseconds. */
async function firstChart(): Promise<number> {
  await eventually(
    'the chart',
    () => webview.count('canvas').catch(() => 0),
    (count) => count > 0,
    40,
  );
  return now();
}

export async function timeColdClick(): Promise<Samples> {
  const extension = sleepingExtension();
  // As plain text it wakes nobody: with the language comes the lens, and the click at once.
  const document = await vscode.workspace.openTextDocument({
    language: 'plaintext',
    content: PROGRAM.join('\n'),
  });
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(4, 0, 4, 0);
  const start = now();
  await vscode.languages.setTextDocumentLanguage(document, 'python');
  void vscode.commands.executeCommand('d2l.runExercise');
  const point = await firstPoint(extension);
  const chart = await firstChart();
  return { 'to the chart in the opened panel': [chart - start], 'to the first point': [point - start] };
}
