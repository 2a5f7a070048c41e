/** The kernel that runs notebooks without Python, and what of it shows beside the cells. */

import * as vscode from 'vscode';
import { readBlocks } from '../../exercises/blocks.ts';
import type { Block, ParameterValue } from '../../exercises/model.ts';
import type { Advice, RunCommand, RunEvent } from '../../training/protocol/protocol.ts';
import type { PanelState } from '../../run-model/state.ts';
import type { PanelHost } from '../../webview/panel.ts';
import { setContext } from '../context-keys.ts';
import type { Debugging } from '../debugging/debugging.ts';
import { toRange } from '../diagnostics.ts';
import type { CellParameters } from './cell-parameters.ts';
import type { CellRun } from './cell-run.ts';
import { cellStatusItem } from './cell-status-item.ts';
import { NotebookRuns, type NotebookHost } from './notebook-runs.ts';
import { NOTEBOOK_TYPE } from './notebook-type.ts';

const KERNEL = 'd2l';

/** Code of which the panel shows a run, and what the run says of it. */
export interface ShownCode {
  readonly uri: vscode.Uri;
  readonly blocks: readonly Block[];
  readonly advice: readonly Advice[];
}

export interface NotebookParts extends Omit<NotebookHost, 'progressed' | 'began'> {
  readonly panel: Pick<PanelHost, 'show' | 'shows' | 'reveal'>;
  /** The panel is to show a cell now: nobody else may go on showing there. */
  takePanel(): void;
}

export class Notebooks implements vscode.Disposable, vscode.NotebookCellStatusBarItemProvider {
  readonly #opened = new Map<vscode.NotebookDocument, NotebookRuns>();
  /** Those that run on our kernel: the panel follows their cells. */
  readonly #selected = new Set<vscode.NotebookDocument>();
  readonly #itemChanges = new vscode.EventEmitter<void>();
  readonly onDidChangeCellStatusBarItems = this.#itemChanges.event;
  readonly #host: NotebookHost;
  readonly #controller: vscode.NotebookController;
  readonly #disposables: vscode.Disposable[];

  constructor(private readonly parts: NotebookParts) {
    this.#host = {
      ...parts,
      began: (run, before) => this.#began(run, before),
      progressed: (event) => this.#progressed(event),
    };
    this.#controller = this.#createController();
    this.#disposables = [
      this.#itemChanges,
      this.#controller,
      vscode.notebooks.registerNotebookCellStatusBarItemProvider(NOTEBOOK_TYPE, this),
      vscode.workspace.onDidCloseNotebookDocument((notebook) => {
        this.#selected.delete(notebook);
        void this.#forget(notebook);
      }),
      vscode.window.onDidChangeActiveNotebookEditor((editor) => this.#follow(editor)),
      vscode.window.onDidChangeNotebookEditorSelection(({ notebookEditor }) => {
        if (notebookEditor === vscode.window.activeNotebookEditor) this.#follow(notebookEditor);
      }),
      vscode.workspace.onDidChangeTextDocument((event) => this.#edited(event)),
    ];
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    for (const notebook of this.#opened.keys()) void this.#forget(notebook);
  }

  provideCellStatusBarItems(cell: vscode.NotebookCell): vscode.NotebookCellStatusBarItem | undefined {
    const run = this.#opened.get(cell.notebook)?.runOf(cell);
    return run === undefined ? undefined : cellStatusItem(cell, run.state);
  }

  /** Shows the latest run of a cell in the panel. */
  async openRun(cell: string): Promise<void> {
    const found = this.#find(cell);
    const run = found === undefined ? undefined : this.#opened.get(found.notebook)?.runOf(found);
    if (run === undefined) return;
    this.#show(run);
    await this.parts.panel.reveal();
  }

  #show(run: CellRun): void {
    if (this.parts.panel.shows(run.store)) return;
    this.parts.takePanel();
    this.parts.panel.show(run.store);
  }

  /** The panel shows the cell that is selected in the editor, as it follows the cursor in a file. */
  #follow(editor: vscode.NotebookEditor | undefined): void {
    const notebook = editor?.notebook;
    const isOurs = notebook !== undefined && this.#selected.has(notebook);
    setContext('d2l.kernelSelected', isOurs);
    const at = editor?.selections[0]?.start;
    if (!isOurs || at === undefined) return;
    const cell = at < notebook.cellCount ? notebook.cellAt(at) : undefined;
    if (cell?.kind !== vscode.NotebookCellKind.Code) return;
    const runs = this.#runsOf(notebook);
    // The debugger selects cells too, those of the functions that it stands in.
    this.#show(runs.runs.find(({ state }) => state.standsAt !== null) ?? runs.shownOf(cell));
  }

  #runsOf(notebook: vscode.NotebookDocument): NotebookRuns {
    const runs = this.#opened.get(notebook) ?? new NotebookRuns(notebook, this.#host);
    this.#opened.set(notebook, runs);
    return runs;
  }

  /** A cell's text changed: its controls follow, and the edit of a literal ends the value that the panel had for it. */
  #edited({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0 || document.uri.scheme !== 'vscode-notebook-cell') return;
    const cell = this.#find(document.uri.toString());
    if (cell === undefined) return;
    this.#runsOf(cell.notebook).parametersOf(cell).edited(contentChanges);
    this.#refresh(cell);
  }

  #refresh(cell: vscode.NotebookCell): void {
    this.#runsOf(cell.notebook).refresh(cell);
    this.#itemChanges.fire();
  }

  /** Gives a control of the cell in the panel a value, and runs the cell with it once it rests; whether it shows a cell. */
  setOverride(key: string, value: ParameterValue, moving: boolean): boolean {
    return this.#changeOverrides((parameters) => parameters.set(key, value), !moving);
  }

  /** Takes the panel's values of the cell in the panel away, and runs it; returns whether it shows a cell. */
  resetOverrides(): boolean {
    return this.#changeOverrides((parameters) => parameters.clear(), true);
  }

  #changeOverrides(change: (parameters: CellParameters) => void, runs: boolean): boolean {
    const cell = this.#shownCell();
    if (cell === undefined) return false;
    change(this.#runsOf(cell.notebook).parametersOf(cell));
    this.#refresh(cell);
    if (runs) this.runShown();
    return true;
  }

  /** Writes the panel's values into the cell that it shows, as one edit; returns whether it shows one. */
  applyToCode(): boolean {
    const cell = this.#shownCell();
    if (cell === undefined) return false;
    const edit = new vscode.WorkspaceEdit();
    for (const { range, text } of this.#runsOf(cell.notebook).parametersOf(cell).edits()) {
      edit.replace(cell.document.uri, toRange(range), text);
    }
    if (edit.size > 0) void vscode.workspace.applyEdit(edit);
    return true;
  }

  /** Of the cell whose run the panel shows; undefined when it shows none. */
  get shownState(): PanelState | undefined {
    return this.#shown()?.run.state;
  }

  /** The cell whose run the panel shows; undefined when it shows none. */
  get shownCode(): ShownCode | undefined {
    const state = this.shownState;
    const document = this.#shownCell()?.document;
    if (state === undefined || document === undefined) return undefined;
    const blocks = readBlocks(document.getText(), 'python', state.document ?? '');
    return { uri: document.uri, blocks, advice: state.results.advice };
  }

  /** Runs the cell again whose run the panel shows; returns whether it shows one. */
  runShown(): boolean {
    const cell = this.#shownCell();
    if (cell === undefined) return false;
    void vscode.commands.executeCommand('notebook.cell.execute', {
      ranges: [{ start: cell.index, end: cell.index + 1 }],
      document: cell.notebook.uri,
    });
    return true;
  }

  /** Shows the graph behind a tensor of the cell in the panel; null: no more. @returns whether it shows one */
  showGraph(of: string | null): boolean {
    const [shown, cell] = [this.#shown(), this.#shownCell()];
    if (shown === undefined || cell === undefined) return false;
    void shown.runs.showGraph(shown.run, cell, of).catch((error: unknown) => this.#host.log(String(error)));
    return true;
  }

  /** Interrupts the notebook whose cell the panel shows; returns whether it shows one. */
  stopShown(): boolean {
    const runs = this.#shown()?.runs;
    runs?.interrupt();
    return runs !== undefined;
  }

  /** Pauses the training of the cell that the panel shows, or lets it go on; returns whether it shows one. */
  commandShown(command: RunCommand): boolean {
    const runs = this.#shown()?.runs;
    runs?.command(command);
    return runs !== undefined;
  }

  /** Selects a line of the cell that errors of the shown run call `name`; returns whether there is one. */
  openLocation(name: string, line: number): boolean {
    const cell = this.#shown()?.runs.cellOf(name);
    if (cell === undefined) return false;
    const place = new vscode.Position(line - 1, 0);
    void vscode.window.showTextDocument(cell.document, { selection: new vscode.Range(place, place) });
    return true;
  }

  /** Starts Python anew for a notebook, the active one if it is not named. */
  async restart(uri: string | undefined): Promise<void> {
    const active = vscode.window.activeNotebookEditor?.notebook;
    const notebook = [...this.#opened.keys()].find((candidate) => candidate.uri.toString() === uri) ?? active;
    if (notebook !== undefined) await this.#opened.get(notebook)?.restart();
  }

  /** Starts Python anew for every notebook. */
  async restartAll(): Promise<void> {
    await Promise.all([...this.#opened.values()].map((runs) => runs.restart()));
  }

  #createController(): vscode.NotebookController {
    const label = vscode.l10n.t('D2L (no Python needed)');
    const controller = vscode.notebooks.createNotebookController(KERNEL, NOTEBOOK_TYPE, label);
    controller.description = vscode.l10n.t('PyTorch’s interface, run by the extension itself');
    controller.supportedLanguages = ['python'];
    controller.supportsExecutionOrder = true;
    controller.executeHandler = (cells, notebook) => this.#execute(cells, notebook);
    controller.interruptHandler = (notebook) => this.#opened.get(notebook)?.interrupt();
    controller.onDidChangeSelectedNotebooks(({ notebook, selected }) => {
      if (selected) this.#selected.add(notebook);
      else this.#selected.delete(notebook);
      if (!selected) void this.#forget(notebook);
      this.#follow(vscode.window.activeNotebookEditor);
    });
    return controller;
  }

  async #execute(cells: vscode.NotebookCell[], notebook: vscode.NotebookDocument): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      const words = vscode.l10n.t('This window is restricted: exercises run once you trust the workspace.');
      return void vscode.window.showWarningMessage(words);
    }
    await this.#runsOf(notebook).execute(cells, this.#controller);
  }

  /**
   * Debugs a cell, shown in the panel. Resolves when its run has ended, or was given up.
   * @throws Error saying to the user why it cannot be debugged
   */
  async debug(cell: vscode.NotebookCell, debugging: Debugging): Promise<void> {
    const { notebook, kind } = cell;
    if (!vscode.workspace.isTrusted) throw new Error(vscode.l10n.t('Trust this folder to debug its code.'));
    if (kind !== vscode.NotebookCellKind.Code) throw new Error(vscode.l10n.t('This cell has no code.'));
    if (!this.#selected.has(notebook)) {
      const { label } = this.#controller;
      throw new Error(vscode.l10n.t('Select the kernel “{0}” to debug cells of this notebook.', label));
    }
    const runs = this.#runsOf(notebook);
    this.#show(runs.shownOf(cell));
    await runs.debug(cell, this.#controller, debugging);
  }

  async #forget(notebook: vscode.NotebookDocument): Promise<void> {
    const runs = this.#opened.get(notebook);
    this.#opened.delete(notebook);
    await runs?.restart();
  }

  /** The panel goes on with the cell that it shows. */
  #began(run: CellRun, before: CellRun | undefined): void {
    const { panel } = this.parts;
    if (before !== undefined && panel.shows(before.store)) panel.show(run.store);
  }

  #progressed(event?: RunEvent): void {
    if (event === undefined || event.type === 'started') this.#itemChanges.fire();
  }

  /** The notebook and run in the panel. */
  #shown(): { readonly runs: NotebookRuns; readonly run: CellRun } | undefined {
    for (const runs of this.#opened.values()) {
      const run = runs.runs.find(({ store }) => this.parts.panel.shows(store));
      if (run !== undefined) return { runs, run };
    }
    return undefined;
  }

  #shownCell(): vscode.NotebookCell | undefined {
    const shown = this.#shown();
    return shown?.runs.cellOf(shown.run.state.document ?? '');
  }

  #find(uri: string): vscode.NotebookCell | undefined {
    const cells = [...this.#opened.keys()].flatMap((notebook) => notebook.getCells());
    return cells.find(({ document }) => document.uri.toString() === uri);
  }
}
