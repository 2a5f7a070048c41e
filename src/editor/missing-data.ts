/** What can be done when a run misses a data set's files. */

import * as vscode from 'vscode';
import type { DataSet } from '../data/data-set.ts';
import type { Advice } from '../training/protocol/protocol.ts';
import { downloadData, removeData } from './data-sets/actions.ts';
import type { DataSets } from './data-sets/data-sets.ts';
import { toRange } from './diagnostics.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import type { Notebooks, ShownCode } from './notebook/notebooks.ts';
import type { RunController } from './run-controller.ts';
import { fixesOf } from './run-problems.ts';
import { readSettings } from './settings.ts';

const isOfMissingData = ({ kind }: Advice): boolean => kind === 'dataMissing';

/** Whether the exercise's last run ended because a data set's file is nowhere. */
export function missesData({ state }: ExerciseRecord): boolean {
  return state.results.advice.some(isOfMissingData);
}

/** Who takes part in it. */
export interface MissingDataParts {
  readonly controller: RunController;
  readonly notebooks: Notebooks;
  readonly dataSets: DataSets;
  log(text: string): void;
}

export class MissingData {
  constructor(private readonly parts: MissingDataParts) {}

  /**
   * Downloads a data set, and what the panel shows runs again if it has missed it.
   * @param name of the set; undefined: the one that the last run missed, else one that the learner chooses
   */
  async download(name: string | undefined): Promise<void> {
    const { dataSets, log } = this.parts;
    const host = {
      dataSets,
      mirror: () => readSettings((key) => vscode.workspace.getConfiguration('d2l').get(key)).dataMirror,
      arrived: (set: DataSet) => this.#goOn(set),
      log,
    };
    await downloadData(host, name === undefined ? this.#missing() : dataSets.find(name));
  }

  /** Deletes a data set, which asks first. */
  async remove(name: string | undefined): Promise<void> {
    const { dataSets } = this.parts;
    await removeData(dataSets, dataSets.find(name ?? ''));
  }

  /** Lets the learner choose the folder with the files, and runs the exercise again that misses them. */
  async chooseFolder(): Promise<void> {
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
    if (this.#shownCode()?.advice.some(isOfMissingData) === true) await this.#runAgain();
  }

  /** Writes into the code that data of the same form are generated, and runs the exercise again. */
  async useGenerated(): Promise<void> {
    const shown = this.#shownCode();
    const advice = shown?.advice.find(isOfMissingData);
    if (shown === undefined || advice === undefined) return;
    const fix = fixesOf(advice, shown.blocks, vscode.l10n.t).find(({ edits }) => edits.length > 0);
    if (fix === undefined) return;
    const edit = new vscode.WorkspaceEdit();
    for (const { range, text } of fix.edits) edit.replace(shown.uri, toRange(range), text);
    if (await vscode.workspace.applyEdit(edit)) await this.#runAgain();
  }

  /** What the panel shows a run of, a file's exercise or a notebook's cell, with what the run says of it. */
  #shownCode(): ShownCode | undefined {
    const { controller, notebooks } = this.parts;
    const cell = notebooks.shownCode;
    const record = controller.shown;
    if (cell !== undefined || record === undefined) return cell;
    const uri = vscode.Uri.parse(record.document.uri, true);
    return { uri, blocks: record.plan.blocks, advice: record.state.results.advice };
  }

  async #runAgain(): Promise<void> {
    const { controller, notebooks } = this.parts;
    if (!notebooks.runShown()) await controller.runShown();
  }

  /** The set that the last run of what the panel shows missed. */
  #missing(): DataSet | undefined {
    const { controller, notebooks, dataSets } = this.parts;
    const state = notebooks.shownState ?? controller.shown?.state;
    return state === undefined ? undefined : dataSets.missing(state.results.advice);
  }

  #goOn(set: DataSet): void {
    if (this.#missing() === set) void this.#runAgain();
  }
}
