/** What can be done when a run misses a data set's files. */

import * as vscode from 'vscode';
import type { DataSet } from '../data/data-set.ts';
import type { DataSets } from './data-sets/data-sets.ts';
import { toRange } from './diagnostics.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import type { Notebooks } from './notebook/notebooks.ts';
import type { RunController } from './run-controller.ts';
import { fixesOf } from './run-problems.ts';

/** Whether the exercise's last run ended because a data set's file is nowhere. */
export function missesData({ state }: ExerciseRecord): boolean {
  return state.results.advice.some(({ kind }) => kind === 'dataMissing');
}

/** Lets the learner choose the folder with the files, and runs the exercise again that misses them. */
export async function chooseDataFolder(controller: RunController): Promise<void> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: vscode.l10n.t('Use as data folder'),
    })) ?? [];
  if (folder === undefined) return;
  const { workspaceFolders } = vscode.workspace;
  const isOfWorkspace = workspaceFolders !== undefined && workspaceFolders.length > 0;
  const target = isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('d2l').update('dataFolder', folder.fsPath, target);
  const { shown } = controller;
  if (shown !== undefined && missesData(shown)) await controller.runShown();
}

/** What the panel shows runs again if its last run missed this set, which is there now. */
export function goOn(
  controller: RunController,
  notebooks: Notebooks,
  dataSets: DataSets,
  set: DataSet,
): void {
  const state = notebooks.shownState ?? controller.shown?.state;
  if (state === undefined || dataSets.missing(state.results.advice) !== set) return;
  if (!notebooks.runShown()) void controller.runShown();
}

/** The set that the last run of what the panel shows missed. */
export function missingSet(
  controller: RunController,
  notebooks: Notebooks,
  dataSets: DataSets,
): DataSet | undefined {
  const state = notebooks.shownState ?? controller.shown?.state;
  return state === undefined ? undefined : dataSets.missing(state.results.advice);
}

/** Writes into the code that data of the same form are generated, and runs the exercise again. */
export async function useGeneratedData(controller: RunController): Promise<void> {
  const record = controller.shown;
  const advice = record?.state.results.advice.find(({ kind }) => kind === 'dataMissing');
  const [fix] =
    record === undefined || advice === undefined ? [] : fixesOf(advice, record.plan.blocks, vscode.l10n.t);
  if (record === undefined || fix === undefined || fix.edits.length === 0) return;
  const edit = new vscode.WorkspaceEdit();
  const uri = vscode.Uri.parse(record.document.uri, true);
  for (const { range, text } of fix.edits) edit.replace(uri, toRange(range), text);
  if (await vscode.workspace.applyEdit(edit)) await controller.runShown();
}
