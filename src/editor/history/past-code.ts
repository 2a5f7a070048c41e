/** Code of past runs in the editor's own diff: two runs beside each other, or one beside the document, to be put back. */

import * as vscode from 'vscode';
import type { ComparedRuns } from '../../run-model/history.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import type { RunController } from '../run-controller.ts';
import { applied, restoration, type LineEdit } from './restored-text.ts';
import type { BlockCode } from './run-code.ts';

/** Of read-only documents with the code of past runs. */
const SCHEME = 'd2l-run';

/** Texts by the path of their document; those that are open are few. */
const texts = new Map<string, string>();

export function registerPastCode(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === SCHEME) texts.delete(uri.path);
    }),
  );
}

let written = 0;

/** The name of the learner's file stays at the end, so that it is highlighted as such. */
function documentOf(record: ExerciseRecord, name: string, text: string): vscode.Uri {
  const uri = vscode.Uri.from({
    scheme: SCHEME,
    path: `/${String((written += 1))}/${name}/${record.document.title}`,
  });
  texts.set(uri.path, text);
  return uri;
}

const runName = (number: number): string => `#${String(number)}`;

const wholeText = (code: readonly BlockCode[]): string => code.map(({ source }) => source).join('\n');

function notKept(number: number): void {
  const text = vscode.l10n.t('The code of run {0} is not kept any more.', runName(number));
  void vscode.window.showInformationMessage(text);
}

/** Shows the code of two runs beside each other. */
export async function compareCode(controller: RunController, runs: ComparedRuns): Promise<void> {
  const record = controller.shown;
  if (record === undefined) return;
  const sides: vscode.Uri[] = [];
  for (const number of runs) {
    const code = record.codeOfRun(number);
    if (code === undefined) return notKept(number);
    sides.push(documentOf(record, runName(number), wholeText(code)));
  }
  const [one, other] = runs;
  const title = vscode.l10n.t(
    '{0}: run {1} and run {2}',
    record.document.title,
    runName(one),
    runName(other),
  );
  await vscode.commands.executeCommand('vscode.diff', ...sides, title);
}

/** Shows a run's code beside the document, and writes it there if the learner says so, as one step to undo. */
export async function restoreCode(controller: RunController, number: number): Promise<void> {
  const record = controller.upToDate();
  const code = record?.codeOfRun(number);
  if (record === undefined) return;
  if (code === undefined) return notKept(number);
  const uri = vscode.Uri.parse(record.document.uri, true);
  const change = await changeOf(record, uri, code);
  if (change.edits.length === 0) return sayNothingToDo(number, change.missing);
  const before = documentOf(record, runName(number), change.text);
  const title = vscode.l10n.t('{0}: run {1} and now', record.document.title, runName(number));
  await vscode.commands.executeCommand('vscode.diff', before, uri, title);
  const restore = vscode.l10n.t('Restore');
  const question = vscode.l10n.t(
    'Put the code of run {0}, on the left, into {1}? Undo takes it back.',
    runName(number),
    record.document.title,
  );
  const answer = await vscode.window.showInformationMessage(question + missingText(change.missing), restore);
  if (answer === restore) await write(uri, (await changeOf(record, uri, code)).edits);
  await closeDiff(before);
}

interface CodeChange {
  readonly edits: readonly LineEdit[];
  readonly missing: number;
  /** Of the whole document, after them. */
  readonly text: string;
}

async function changeOf(
  record: ExerciseRecord,
  uri: vscode.Uri,
  code: readonly BlockCode[],
): Promise<CodeChange> {
  const document = await vscode.workspace.openTextDocument(uri);
  const lines = document.getText().split(/\r?\n/);
  const { edits, missing } = restoration(lines, record.plan.blocks, code);
  return { edits, missing, text: applied(lines, edits).join('\n') };
}

function sayNothingToDo(number: number, missing: number): void {
  const text = vscode.l10n.t('The code is that of run {0} already.', runName(number));
  void vscode.window.showInformationMessage(text + missingText(missing));
}

function missingText(missing: number): string {
  return missing === 0 ? '' : ` ${vscode.l10n.t('{0} of its blocks are not there any more.', missing)}`;
}

async function write(uri: vscode.Uri, edits: readonly LineEdit[]): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const edit = new vscode.WorkspaceEdit();
  for (const { firstLine, lastLine, lines } of edits) {
    const end = document.lineAt(lastLine - 1).range.end;
    edit.replace(uri, new vscode.Range(new vscode.Position(firstLine - 1, 0), end), lines.join('\n'));
  }
  if (await vscode.workspace.applyEdit(edit)) return;
  void vscode.window.showWarningMessage(vscode.l10n.t('The document cannot be changed.'));
}

async function closeDiff(original: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const diff = tabs.find(
    ({ input }) =>
      input instanceof vscode.TabInputTextDiff && input.original.toString() === original.toString(),
  );
  if (diff !== undefined) await vscode.window.tabGroups.close(diff, true);
}
