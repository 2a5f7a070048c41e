/** The cells of one notebook that run or wait, one after the other on its kernel. */

import * as vscode from 'vscode';
import { readBlocks } from '../../exercises/blocks.ts';
import { beginningsOf } from '../../run-model/graph/behind.ts';
import type { DataOffer } from '../../run-model/state.ts';
import type { Advice, RunCommand, RunEvent } from '../../training/protocol/protocol.ts';
import type { Debugging } from '../debugging/debugging.ts';
import type { RunReport } from '../run-problems.ts';
import type { Settings } from '../settings.ts';
import { CellOutputs, type DrawFigure } from './cell-outputs.ts';
import { CellParameters } from './cell-parameters.ts';
import { CellRun } from './cell-run.ts';
import { ExecutedCells } from './executed-cells.ts';
import { Kernel, type OpenSession } from './kernel.ts';
import { cellName } from './traceback.ts';
import { reasonOf } from '../../text/reason.ts';

/** What the runs of all notebooks need of the editor around them. */
export interface NotebookHost {
  readonly openSession: OpenSession;
  readonly draw: DrawFigure;
  settings(cell: vscode.TextDocument): Settings;
  /** What can be downloaded of what a run has missed. */
  offer(advice: readonly Advice[]): DataOffer | null;
  /** A cell's run begins; what the panel showed of the cell before is over. */
  began(run: CellRun, before: CellRun | undefined): void;
  /** The run of a cell has come further; `event`: what brought it there, if the engine did. */
  progressed(event?: RunEvent): void;
  /** A cell's run tells of lines, its own or those of functions of earlier cells, and of its names. */
  looked(look: NotebookLook, event: RunEvent): void;
  /** Whether somebody looks at what a run leaves in its names. */
  wantsVariables(): boolean;
  /** Whether somebody looks at how models learn. */
  wantsSteps(): boolean;
  /** A cell begins (null) or has ended. `name`: as frames call the cell. */
  reported(cell: vscode.TextDocument, name: string, report: RunReport | null): void;
  log(text: string): void;
}

/** Of whom a cell's run tells. */
export interface NotebookLook {
  /** The cells, by how frames call them. */
  readonly named: ReadonlyMap<string, vscode.NotebookCell>;
  /** How frames call the one that runs. */
  readonly running: string;
  /** Asks of the names that the cells have defined. */
  readonly ask: Kernel['ask'];
}

interface Waiting {
  readonly cell: vscode.NotebookCell;
  readonly execution: vscode.NotebookCellExecution;
  readonly debugging?: Debugging;
  /** It has run, or will not. */
  over?(): void;
}

export class NotebookRuns {
  readonly #kernel: Kernel;
  readonly #waiting: Waiting[] = [];
  #isDraining = false;
  readonly #latest = new Map<string, CellRun>();
  readonly #parameters = new Map<string, CellParameters>();
  readonly #cells = new ExecutedCells();

  constructor(
    readonly notebook: vscode.NotebookDocument,
    private readonly host: NotebookHost,
  ) {
    this.#kernel = new Kernel(host.openSession);
  }

  /** The latest run of a cell since the notebook was opened. */
  runOf(cell: vscode.NotebookCell): CellRun | undefined {
    return this.#latest.get(cell.document.uri.toString());
  }

  /** What the panel shows of a cell: its latest run, or that it has none yet. */
  shownOf(cell: vscode.NotebookCell): CellRun {
    const name = cell.document.uri.toString();
    const known = this.#latest.get(name);
    if (known !== undefined) return known;
    const title = vscode.l10n.t('Cell {0}', cell.index + 1);
    const run = CellRun.waiting(this.#title, name, title, this.host.settings(cell.document).seed);
    this.#latest.set(name, run);
    this.refresh(cell);
    return run;
  }

  parametersOf({ document }: vscode.NotebookCell): CellParameters {
    const name = document.uri.toString();
    const known = this.#parameters.get(name) ?? new CellParameters(document);
    this.#parameters.set(name, known);
    return known;
  }

  /** Takes a cell's present text and values into its run. */
  refresh(cell: vscode.NotebookCell): void {
    const run = this.runOf(cell);
    const parameters = this.parametersOf(cell);
    const code = parameters.code();
    const source = 'source' in code ? code.source : null;
    run?.take(parameters.shown(run.state.document ?? ''), source);
  }

  get #title(): string {
    return this.notebook.uri.path.slice(this.notebook.uri.path.lastIndexOf('/') + 1);
  }

  get runs(): readonly CellRun[] {
    return [...this.#latest.values()];
  }

  /** The cell that errors and the panel call `name`. */
  cellOf(name: string): vscode.NotebookCell | undefined {
    const named = ({ document }: vscode.NotebookCell): boolean => document.uri.toString() === name;
    return this.#cells.byName.get(name) ?? this.notebook.getCells().find(named);
  }

  /** Runs cells after those that wait already. Resolves when none is left. */
  async execute(cells: readonly vscode.NotebookCell[], controller: vscode.NotebookController): Promise<void> {
    for (const cell of cells) {
      this.#waiting.push({ cell, execution: controller.createNotebookCellExecution(cell) });
    }
    await this.#drain();
  }

  /**
   * Debugs a cell after those that wait already. Resolves when its run has ended, or was given up.
   * @throws Error saying to the user why it cannot be debugged
   */
  async debug(
    cell: vscode.NotebookCell,
    controller: vscode.NotebookController,
    debugging: Debugging,
  ): Promise<void> {
    const code = this.parametersOf(cell).code();
    if (!('source' in code)) throw new Error(skippedText(code));
    const execution = controller.createNotebookCellExecution(cell);
    await new Promise<void>((over) => {
      this.#waiting.push({ cell, execution, debugging, over });
      void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    if (this.#isDraining) return;
    this.#isDraining = true;
    try {
      for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
        if (!(await this.#run(next))) this.#giveUpWaiting();
      }
    } finally {
      this.#isDraining = false;
    }
  }

  /** Ends the cell that runs, keeping what it has defined, and forgets those that wait. */
  interrupt(): void {
    this.#giveUpWaiting();
    this.#kernel.interrupt();
  }

  /** Pauses the training of the cell that runs, or lets it go on. */
  command(command: RunCommand): void {
    this.#kernel.command(command);
  }

  /**
   * Shows the graph behind a tensor in the cell's run, from now on also in its next ones: a cell that has run without telling
   * it is not run again, for what it did would be done twice; its names are looked into as they are.
   * @param of see `PanelState.graph`
   */
  async showGraph(run: CellRun, cell: vscode.NotebookCell, of: string | null): Promise<void> {
    run.store.set({ graph: of });
    if (of === null || run.state.results.graph !== undefined) return;
    const { seed, backend } = this.host.settings(cell.document);
    const graph = await this.#kernel.graph({ seed, backend });
    if (graph === null || run.state.run === null || beginningsOf(graph).length === 0) return;
    run.accept({ type: 'graph', run: run.state.run, graph });
  }

  /** Ends Python, with all that the cells have defined. */
  async restart(): Promise<void> {
    this.#giveUpWaiting();
    this.#cells.clear();
    await this.#kernel.restart();
  }

  #giveUpWaiting(): void {
    for (const { execution, over } of this.#waiting.splice(0)) {
      execution.end(undefined);
      over?.();
    }
  }

  /** @returns whether the cells behind it may run */
  async #run({ cell, execution, debugging, over }: Waiting): Promise<boolean> {
    const number = this.#kernel.begin();
    const name = cellName(number);
    execution.executionOrder = number;
    execution.start(Date.now());
    this.#cells.add(name, cell);
    this.host.reported(cell.document, name, null);
    const outputs = new CellOutputs(execution, this.host.draw);
    const isGood = await this.#runCode(cell, number, outputs, debugging && this.#cells.between(debugging));
    await outputs.settled();
    execution.end(isGood, Date.now());
    over?.();
    return isGood;
  }

  async #runCode(
    cell: vscode.NotebookCell,
    number: number,
    outputs: CellOutputs,
    debugging?: Debugging,
  ): Promise<boolean> {
    const code = this.parametersOf(cell).code();
    if (!('source' in code)) {
      outputs.remark(skippedText(code));
      return true;
    }
    const { seed, backend, dataFolder, shapes } = this.host.settings(cell.document);
    const before = this.#latest.get(cell.document.uri.toString());
    const graph = before?.state.graph ?? null;
    const request = {
      ...code,
      seed,
      backend,
      lineValues: shapes !== 'off',
      variables: this.host.wantsVariables(),
      graph: graph !== null,
      steps: this.host.wantsSteps(),
      ...(dataFolder === '' ? {} : { dataFolder }),
    };
    const run = CellRun.start(this.#title, number, seed, code.source);
    run.store.set({ graph });
    this.#latest.set(cell.document.uri.toString(), run);
    this.refresh(cell);
    this.host.began(run, before);
    const ask: Kernel['ask'] = (...question) => this.#kernel.ask(...question);
    const accept = (event: RunEvent): void => {
      run.accept(event);
      outputs.accept(event, run.state.results.fits);
      this.host.progressed(event);
      this.host.looked({ named: this.#cells.byName, running: run.state.document ?? '', ask }, event);
    };
    try {
      const ended = await this.#kernel.run(request, accept, debugging && run.heard(debugging));
      if (ended === null) run.halt('stopped', null);
    } catch (error) {
      run.halt('error', reasonOf(error));
      this.host.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    this.host.progressed();
    return this.#conclude(cell, run, outputs);
  }

  /** Shows how the run ended; returns whether it ended well. */
  #conclude(cell: vscode.NotebookCell, { state, store }: CellRun, outputs: CellOutputs): boolean {
    const { status, note, results } = state;
    store.set({ download: this.host.offer(results.advice) });
    const loss = this.#kernel.takeLoss();
    outputs.printTail();
    if (status === 'stopped') outputs.fail(results.error ?? INTERRUPTED);
    else if (results.error !== null) outputs.fail(results.error);
    else if (status === 'error') outputs.remark(note ?? vscode.l10n.t('The engine failed'));
    const others = results.outputDropped - (results.outputTail?.leftOut.characters ?? 0);
    if (others > 0) outputs.remark(vscode.l10n.t('{0} further characters of output are not shown.', others));
    if (loss !== null) {
      outputs.remark(
        vscode.l10n.t(
          'Python had to be ended: what the cells have defined is gone. Run them again from the top.',
        ),
      );
    }
    if (status !== 'stopped' && state.document !== null) {
      const blocks = readBlocks(cell.document.getText(), 'python', state.document);
      const { error, advice } = results;
      this.host.reported(cell.document, state.document, { error, advice, blocks });
    }
    return status === 'ok';
  }
}

/** As Python prints an interrupt of which nothing more is known. */
const INTERRUPTED = { type: 'KeyboardInterrupt', message: '', traceback: 'KeyboardInterrupt' };

function skippedText(code: { readonly skipped: string } | { readonly magic: string }): string {
  return 'skipped' in code
    ? vscode.l10n.t('Not run: this cell is for {0}.', code.skipped)
    : vscode.l10n.t('Not run: only Python runs here, not {0}.', code.magic);
}
