/** What is done about each message from the panel: meant for the notebook's cell that it shows, else for the exercise. */

import * as vscode from 'vscode';
import type { PanelActions, Step } from '../webview/protocol/messages.ts';
import type { EngineSelection } from './engines/engine-selection.ts';
import { showGraph } from './graph/show-graph.ts';
import { historyActions } from './history/history-actions.ts';
import type { Notebooks } from './notebook/notebooks.ts';
import { applyToCode } from './overrides/apply-to-code.ts';
import type { RunController } from './run-controller.ts';
import type { SourceDocument } from './source-document.ts';
import { sweepActions } from './sweeps/sweep-actions.ts';
import type { Walkthrough } from './walkthrough.ts';

/** Who acts. */
export interface PanelActors {
  readonly controller: RunController;
  readonly notebooks: Notebooks;
  readonly walkthrough: Walkthrough;
  readonly engines: EngineSelection;
  readonly looks: PanelLooks;
}

/** What somebody looks at in the panel, so that runs tell of it. */
export interface PanelLooks {
  /** How models learn, step by step. */
  training: boolean;
}

/** The editor's own commands, with arguments, for what the panel offers to go on with. */
const STEPS: Readonly<Record<Step, readonly [command: string, ...words: string[]]>> = {
  trust: ['workbench.trust.manage'],
  timeLimit: ['workbench.action.openSettings', 'd2l.timeLimit'],
  log: ['d2l.showLog'],
  continueRun: ['d2l.continueRun'],
  runNow: ['d2l.runNow'],
  cancelWaiting: ['d2l.cancelWaiting'],
  downloadData: ['d2l.downloadData'],
  chooseDataFolder: ['d2l.chooseDataFolder'],
  useGeneratedData: ['d2l.useGeneratedData'],
  selectEngine: ['d2l.selectEngine'],
  runWithPyTorch: ['d2l.runWithPyTorch'],
  compareWithPyTorch: ['d2l.compareWithPyTorch'],
};

export function panelActions({
  controller,
  notebooks,
  walkthrough,
  engines,
  looks,
}: PanelActors): PanelActions {
  return {
    ...historyActions(controller),
    ...sweepActions(controller),
    run: () => void (notebooks.runShown() || controller.runShown()),
    stop: () => void (notebooks.stopShown() || controller.stop()),
    trainOn: ({ how: type }) => void (notebooks.commandShown({ type }) || controller.command({ type })),
    watchTraining: ({ wanted }) => void (looks.training = wanted),
    override: ({ key, value, moving }) => {
      if (!notebooks.setOverride(key, value, moving)) controller.controls.override(key, value, moving);
      walkthrough.reach('d2l.usedControl');
    },
    resetOverrides: () => void (notebooks.resetOverrides() || controller.controls.resetOverrides()),
    applyToCode: () => void (notebooks.applyToCode() || applyToCode(controller)),
    openLocation: ({ document, line }) =>
      void (notebooks.openLocation(document, line) || openLocation(controller, document, line)),
    toggleLive: ({ live }) => controller.controls.setLive(live),
    engineComparison: ({ wish }) => void engines.wish(controller.shown, wish),
    setSeed: ({ seed }) => controller.controls.setSeed(seed),
    showGraph: ({ of }) => void showGraph({ controller, notebooks }, of),
    takeStep: ({ step }) => void vscode.commands.executeCommand(...STEPS[step]),
    openWorkbook: () => void vscode.commands.executeCommand('d2l.openWorkbook'),
  };
}

/** `name`: as tracebacks call the document of the exercise in the panel; nothing else is opened. */
async function openLocation(controller: RunController, name: string, line: number): Promise<void> {
  const document = controller.shown?.document;
  if (document?.name !== name) return;
  const place = new vscode.Position(line - 1, 0);
  await vscode.window.showTextDocument(vscode.Uri.parse(document.uri, true), {
    selection: new vscode.Range(place, place),
    viewColumn: columnOf(document) ?? vscode.ViewColumn.One,
  });
}

function columnOf({ uri }: SourceDocument): vscode.ViewColumn | undefined {
  const { visibleTextEditors } = vscode.window;
  return visibleTextEditors.find(({ document }) => document.uri.toString() === uri)?.viewColumn;
}
