/** Every command of the extension, by its id in package.json. */

import * as vscode from 'vscode';
import type { PanelHost } from '../webview/panel.ts';
import {
  readBlockArgument,
  readExpressionArgument,
  readDataSetArgument,
  readNotebookArgument,
  readParameterArgument,
  readPathArgument,
  readSliceArgument,
  readWatchArgument,
} from './arguments.ts';
import { copyOutput } from './copy-output.ts';
import { sourceOf } from './documents.ts';
import { debugCell, startDebugging } from './debugging/registration.ts';
import { useTypeStubs } from './language/type-stubs.ts';
import type { Editor } from './editor.ts';
import { readGraphArgument, showGraph } from './graph/show-graph.ts';
import { applyToCode } from './overrides/apply-to-code.ts';
import type { RunController } from './run-controller.ts';
import { usualComparison } from '../run-model/history.ts';
import { saveReport } from './save-report.ts';
import { visibleLine } from '../text/visible.ts';
import { chooseParameter } from './sweeps/sweep-actions.ts';
import type { BlockTarget } from './shown-exercise.ts';
import type { SourceDocument } from './source-document.ts';
import type { VariablesView } from './variables/view.ts';
import { openWorkbook } from './workbook/open-workbook.ts';
import { wrapExercises } from './wrap-as-cells.ts';

export interface CommandParts {
  readonly load: () => Promise<Editor>;
  readonly panel: PanelHost;
  readonly variables: VariablesView;
  readonly log: vscode.LogOutputChannel;
  readonly extension: vscode.Uri;
  /** Of the extension, the same for every version: holds the type stubs that settings point to. */
  readonly storage: vscode.Uri;
}

export function registerCommands(parts: CommandParts): vscode.Disposable {
  const { load, panel, variables, log, extension, storage } = parts;
  const commands: Readonly<Record<string, (argument: unknown) => unknown>> = {
    'd2l.runExercise': async (argument) => runExercise(await load(), panel, argument),
    'd2l.debugExercise': async (argument) => debugExercise(await load(), argument),
    'd2l.debugCell': debugCell,
    'd2l.sweepParameter': async (argument) => sweepParameter(await load(), panel, argument),
    'd2l.applyOverrides': async (argument) => applyOverrides(await load(), argument),
    'd2l.resetOverrides': async (argument) => resetOverrides(await load(), argument),
    'd2l.runAbove': async (argument) => runAbove(await load(), panel, argument),
    'd2l.compareRuns': async (argument) => compareRuns(await load(), panel, argument),
    'd2l.stop': async () => (await load()).controller.stop(),
    'd2l.continueRun': async () => (await load()).controller.continueRun(),
    'd2l.runNow': async (argument) => runNow(await load(), argument),
    'd2l.cancelWaiting': async (argument) => cancelWaiting(await load(), argument),
    'd2l.openPanel': () => panel.reveal({ preserveFocus: false }),
    'd2l.openToSide': async () => {
      panel.openToSide();
      await load();
    },
    'd2l.saveReport': async () => saveReport((await load()).controller, extension),
    'd2l.copyOutput': async () => copyOutput((await load()).controller.shown),
    'd2l.variables.open': async (argument) => (await load()).tensors.open(readPathArgument(argument)),
    'd2l.variables.picture': async (argument) => showPicture(await load(), readPathArgument(argument)),
    'd2l.variables.slice': async (argument) => (await load()).tensors.goToSlice(readSliceArgument(argument)),
    'd2l.variables.copy': async (argument) => (await load()).tensors.copy(readPathArgument(argument)),
    'd2l.variables.watch': (argument) => variables.watch(readWatchArgument(argument)),
    'd2l.variables.remove': (argument) => variables.remove(readPathArgument(argument)),
    'd2l.variables.evaluate': (argument) => variables.evaluate(readExpressionArgument(argument)),
    'd2l.showGraph': async (argument) => showGraphOf(await load(), panel, argument),
    'd2l.wrapAsCells': async (argument) => wrapAsCells(await load(), argument),
    'd2l.chooseDataFolder': async () => (await load()).missingData.chooseFolder(),
    'd2l.downloadData': async (argument) =>
      (await load()).missingData.download(readDataSetArgument(argument)),
    'd2l.removeData': async (argument) => (await load()).missingData.remove(readDataSetArgument(argument)),
    'd2l.useGeneratedData': async () => (await load()).missingData.useGenerated(),
    'd2l.selectEngine': async () => (await load()).engines.select(),
    'd2l.runWithPyTorch': async () => runWithPyTorch(await load(), panel),
    'd2l.compareWithPyTorch': async () => compareWithPyTorch(await load(), panel),
    'd2l.openWorkbook': () => openWorkbook(extension),
    'd2l.openCellRun': async (cell) => (await load()).notebooks.openRun(String(cell)),
    'd2l.restartNotebook': async (context) => (await load()).notebooks.restart(readNotebookArgument(context)),
    'd2l.useTypeStubs': () => useTypeStubs(extension, storage),
    'd2l.showLog': () => log.show(),
  };
  const registrations = Object.entries(commands).map(([id, act]) => vscode.commands.registerCommand(id, act));
  return vscode.Disposable.from(...registrations);
}

/** Runs the block that a CodeLens named, else the one at the cursor, else what the panel shows. */
async function runExercise({ controller }: Editor, panel: PanelHost, argument: unknown): Promise<void> {
  const place = await placeOf(argument);
  if (place === undefined && controller.shown === undefined) return offerWorkbook();
  const run = place === undefined ? controller.runShown() : controller.run(place.source, place.target);
  await panel.reveal();
  await run;
}

/** Runs what the panel shows once with PyTorch, whatever engine is chosen. */
async function runWithPyTorch({ controller, engines }: Editor, panel: PanelHost): Promise<void> {
  const record = controller.upToDate();
  if (record === undefined) return offerWorkbook();
  if ((await engines.pytorch()) === undefined) return;
  record.onPyTorch = true;
  await panel.reveal();
  await controller.runShown();
}

/** Runs what the panel shows with the built-in engine and with PyTorch, and shows how far they agree. */
async function compareWithPyTorch({ controller, engines }: Editor, panel: PanelHost): Promise<void> {
  const record = controller.upToDate();
  if (record === undefined) return offerWorkbook();
  const comparison = engines.compare(record);
  await panel.reveal({ preserveFocus: false, section: 'engine-comparison' });
  await comparison;
}

/** Shows a tensor as a picture; says why it is none. */
async function showPicture({ pictures }: Editor, path: string): Promise<boolean> {
  const isShown = await pictures.open(path);
  if (!isShown)
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        '{0} cannot be shown as a picture: its shape is none of (H, W), (C, H, W), (N, C, H, W) and (H, W, C) with one or three channels, or its names are gone.',
        visibleLine(path),
      ),
    );
  return isShown;
}

/** Debugs the block that a CodeLens named, else the one at the cursor. */
async function debugExercise({ controller }: Editor, argument: unknown): Promise<void> {
  const place = await placeOf(argument);
  if (place === undefined) return offerWorkbook();
  const { source, target } = place;
  const line = 'line' in target ? target.line : controller.blocksOf(source)[target.block]?.headingLine;
  await startDebugging({ uri: vscode.Uri.parse(source.uri, true), line: line ?? 1 });
}

/** Writes the panel's values into the code: those of the block that a CodeLens named, else of the one at the cursor. */
async function applyOverrides({ controller }: Editor, argument: unknown): Promise<void> {
  const key = await showNamed(controller, argument);
  await applyToCode(controller, key);
}

/** Runs with the code's own values again. */
async function resetOverrides({ controller }: Editor, argument: unknown): Promise<void> {
  const key = await showNamed(controller, argument);
  controller.controls.resetOverrides(key);
}

/** Shows the exercise that `argument` names, else the one at the cursor; returns the key of the parameter it names. */
async function showNamed(controller: RunController, argument: unknown): Promise<string | undefined> {
  const place = await placeOf(argument);
  if (place !== undefined) controller.show(place.source, place.target);
  return readParameterArgument(argument)?.key ?? undefined;
}

/** Runs the waiting block that a CodeLens named, else the panel's, in place of what runs. */
async function runNow({ controller }: Editor, argument: unknown): Promise<void> {
  if (argument !== undefined) await showNamed(controller, argument);
  controller.runNow();
}

/** Takes the waiting block that a CodeLens named, else the panel's, out of the queue. */
async function cancelWaiting({ controller }: Editor, argument: unknown): Promise<void> {
  if (argument !== undefined) await showNamed(controller, argument);
  controller.cancelWaiting();
}

/** Runs everything above the block that a CodeLens named, else above the one at the cursor. */
async function runAbove({ controller }: Editor, panel: PanelHost, argument: unknown): Promise<void> {
  const place = await placeOf(argument);
  const target = place === undefined ? undefined : controller.above(place.source, place.target);
  if (place === undefined || target === undefined) {
    return void vscode.window.showInformationMessage(vscode.l10n.t('There is no code above this block.'));
  }
  const run = controller.run(place.source, target, 'above');
  await panel.reveal();
  await run;
}

/** Shows two past runs side by side: of the block that a CodeLens named, else of the one at the cursor. */
async function compareRuns({ controller }: Editor, panel: PanelHost, argument: unknown): Promise<void> {
  const place = await placeOf(argument);
  if (place !== undefined) controller.show(place.source, place.target);
  const pair = usualComparison(controller.shown?.pastRuns ?? []);
  controller.controls.changeHistory((history) => history.compare(pair));
  await panel.reveal({ preserveFocus: false, section: pair === null ? 'runs' : 'compare' });
}

/** Shows the graph behind the tensor that an item of a view or a line names, else behind the last `backward()`. */
async function showGraphOf(editor: Editor, panel: PanelHost, argument: unknown): Promise<void> {
  if (!showGraph(editor, readGraphArgument(argument))) return offerWorkbook();
  await panel.reveal({ preserveFocus: false, section: 'graph' });
}

interface Place {
  readonly source: SourceDocument;
  readonly target: BlockTarget;
}

/** The document of that URI, else the editor's; undefined where nothing can be run in it. */
async function sourceAt(
  uri: string | undefined,
  editor: vscode.TextEditor | undefined,
): Promise<SourceDocument | undefined> {
  const document =
    uri === undefined
      ? editor?.document
      : await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  return document === undefined ? undefined : sourceOf(document);
}

/** The block that `argument` names, else the cursor's place in the active editor. */
async function placeOf(argument: unknown): Promise<Place | undefined> {
  const named = readBlockArgument(argument);
  const editor = editorOf(argument);
  const source = await sourceAt(named?.uri, editor);
  if (source === undefined) return undefined;
  return { source, target: named ?? { line: (editor?.selection.active.line ?? 0) + 1 } };
}

/** Opens the sweep's form for the parameter that a CodeLens named, else for one that the learner chooses. */
async function sweepParameter({ controller }: Editor, panel: PanelHost, argument: unknown): Promise<void> {
  const named = readParameterArgument(argument);
  const editor = editorOf(argument);
  const source = await sourceAt(named?.uri, editor);
  const line = (editor?.selection.active.line ?? 0) + 1;
  const record =
    source === undefined ? controller.upToDate() : controller.show(source, named?.target ?? { line });
  if (record === undefined) return offerWorkbook();
  const key = named?.key ?? (await chooseParameter(record));
  if (key === undefined) return;
  controller.sweeps.choose(key);
  await panel.reveal({ preserveFocus: false });
}

/** The editor whose title button was pressed, else the active one. */
function editorOf(argument: unknown): vscode.TextEditor | undefined {
  const pressed = argument instanceof vscode.Uri ? argument.toString() : undefined;
  const { visibleTextEditors, activeTextEditor } = vscode.window;
  if (activeTextEditor?.document.uri.toString() === pressed) return activeTextEditor;
  return visibleTextEditors.find(({ document }) => document.uri.toString() === pressed) ?? activeTextEditor;
}

/** Makes cells of the exercises of the document that a CodeLens named, else of the active one. */
async function wrapAsCells({ controller }: Editor, argument: unknown): Promise<void> {
  const uri = readBlockArgument(argument)?.uri;
  const document =
    uri === undefined
      ? editorOf(argument)?.document
      : await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
  if (document !== undefined) await wrapExercises(controller, document);
}

async function offerWorkbook(): Promise<void> {
  const open = vscode.l10n.t('Open the workbook');
  const text = vscode.l10n.t('Open a Python file to run an exercise of it.');
  if ((await vscode.window.showInformationMessage(text, open)) === open) {
    await vscode.commands.executeCommand('d2l.openWorkbook');
  }
}
