/** The editor's side of the extension once something is used: creates the parts and connects them. */

import * as vscode from 'vscode';
import { provideSignatures } from '../exercises/signatures.ts';
import type { ExerciseEngine } from '../training/contract.ts';
import type { RunEvent } from '../training/protocol/protocol.ts';
import type { PanelHost } from '../webview/panel.ts';
import type { PanelActions } from '../webview/protocol/messages.ts';
import { setContext } from './context-keys.ts';
import type { ControllerHost } from './controller-host.ts';
import { dataFolderOf } from './data-folder.ts';
import { DataSets } from './data-sets/data-sets.ts';
import { RunDecorations } from './decorations/run-decorations.ts';
import { RunDiagnostics } from './diagnostics.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import { followDocuments } from './documents.ts';
import { EngineSelection } from './engines/engine-selection.ts';
import { serverRuns } from './engines/server-run-notice.ts';
import type { ServerRuns } from './engines/server-runs.ts';
import { ExerciseStore } from './history/exercise-store.ts';
import { followRenames } from './history/renamed-files.ts';
import { registerPastCode } from './history/past-code.ts';
import { LAST_RUNS } from './history/last-run.ts';
import { HISTORIES } from './history/run-history.ts';
import { Notebooks } from './notebook/notebooks.ts';
import { lensesOf, type Lens } from './lenses.ts';
import { isActive } from '../run-model/state.ts';
import { OVERRIDES } from './overrides/kept-overrides.ts';
import { LineValueHints, type KnownCode } from './line-values/line-values.ts';
import { OverrideNotes } from './overrides/override-notes.ts';
import { MissingData, missesData } from './missing-data.ts';
import { panelActions, type PanelLooks } from './panel-actions.ts';
import { registerQuickFixes } from './quick-fixes.ts';
import { beginOnceRestored } from './restored-editors.ts';
import { RunController } from './run-controller.ts';
import { readSettings, type Settings } from './settings.ts';
import type { SourceDocument } from './source-document.ts';
import { StatusBar } from './status-bar.ts';
import { TensorDocuments } from './variables/tensor-documents.ts';
import { TensorPictures } from './variables/tensor-pictures.ts';
import { callsText } from './surroundings.ts';
import { Variables, type VariablesSource } from './variables/variables.ts';
import { Walkthrough } from './walkthrough.ts';
import { Workbook } from './workbook/workbook.ts';
import { registerWrapActions } from './wrap-as-cells.ts';

export interface EditorParts {
  readonly panel: PanelHost;
  /** Loads the engine at the first run. */
  readonly engine: () => Promise<ExerciseEngine>;
  readonly log: vscode.LogOutputChannel;
  /** Of the extension: holds the workbook. */
  readonly extension: vscode.Uri;
  /** Of the extension, the same for every workspace: fetched data sets. */
  readonly dataSets: vscode.Uri;
  /** Of the workspace: keeps the exercises' past runs, the progress with the workbook, and which engines may run code. */
  readonly storage: vscode.Memento;
  readonly secrets: vscode.SecretStorage;
  /** Of the extension. */
  readonly version: string;
}

export class Editor implements vscode.Disposable {
  readonly controller: RunController;
  readonly notebooks: Notebooks;
  readonly workbook: Workbook;
  readonly dataSets: DataSets;
  readonly missingData: MissingData;
  readonly engines: EngineSelection;
  readonly variables = new Variables();
  readonly tensors = new TensorDocuments(this.variables);
  readonly pictures = new TensorPictures(this.variables);
  readonly #panelLooks: PanelLooks = { training: false };
  /** What runs are to tell because somebody looks at it. */
  readonly #wishes = {
    wantsVariables: () => this.variables.isSeen,
    wantsSteps: () => this.#panelLooks.training,
  };
  readonly #log: vscode.LogOutputChannel;
  readonly #changes = new vscode.EventEmitter<void>();
  /** CodeLenses are out of date. */
  readonly onDidChange = this.#changes.event;
  readonly #diagnostics = new RunDiagnostics();
  readonly #decorations = new RunDecorations();
  readonly #lineValues = new LineValueHints(({ uri }) => settingsOf(uri.toString()).shapes);
  /** What shows the inside of a run. */
  readonly #looks = [this.#lineValues, this.variables, this.tensors, this.pictures];
  readonly #overrideNotes = new OverrideNotes((uri) => this.controller.recordsIn(uri));
  readonly #statusBar = new StatusBar();
  readonly #walkthrough = new Walkthrough();
  readonly #serverRuns: ServerRuns;
  readonly #disposables: vscode.Disposable[];

  constructor(parts: EditorParts) {
    const { panel, log, extension, dataSets, storage } = parts;
    provideSignatures(() => callsText(extension));
    this.#log = log;
    this.variables.watches.keepIn(storage);
    this.workbook = new Workbook(extension, storage);
    this.dataSets = new DataSets(dataSets.fsPath);
    const keepers = {
      histories: new ExerciseStore(storage, HISTORIES),
      lastRuns: new ExerciseStore(storage, LAST_RUNS),
      overrides: new ExerciseStore(storage, OVERRIDES),
    };
    const { histories, lastRuns, overrides } = keepers;
    this.engines = new EngineSelection({
      ...parts,
      dataSets: dataSets.fsPath,
      settings: ({ uri }) => settingsOf(uri),
    });
    this.#serverRuns = serverRuns(storage, this.engines, (text) => log.info(text));
    this.controller = this.#newController({ panel, ...keepers });
    this.notebooks = this.#newNotebooks(panel);
    const { controller, dataSets: sets, notebooks } = this;
    const report = (text: string): void => log.error(text);
    this.missingData = new MissingData({ controller, notebooks, dataSets: sets, log: report });
    this.#disposables = [
      this.#changes,
      this.#diagnostics,
      this.#decorations,
      ...this.#looks,
      this.#overrideNotes,
      this.#statusBar,
      this.#walkthrough,
      histories,
      lastRuns,
      overrides,
      this.workbook,
      this.dataSets,
      this.engines,
      this.engines.onDidChangeEngine(() => this.#engineChanged()),
      this.engines.onDidChange(() => this.#changed()),
      this.controller,
      this.notebooks,
      registerPastCode(),
      followRenames({
        histories,
        stores: [histories, lastRuns, overrides],
        renamed: (uri) => this.controller.renamed(uri),
      }),
      registerQuickFixes(this.#diagnostics),
      registerWrapActions(this.controller),
      followWhatIsOpen(panel, this.controller),
      followWorkspace(this.controller),
      panel.connect(this.#panelActions()),
    ];
    void this.#serverRuns.tell();
    if (this.workbook.progress.hasSolved) this.#walkthrough.reach('d2l.solved');
  }

  lensesOf(document: SourceDocument): readonly Lens[] {
    const { controller } = this;
    const blocks = controller.blocksOf(document);
    return lensesOf(blocks, (block) => controller.stateOf(document, block), vscode.l10n.t);
  }

  /** The window is being closed. */
  interrupt(): void {
    this.#serverRuns.leave();
    this.controller.interrupt();
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #panelActions(): PanelActions {
    const { controller, notebooks, engines } = this;
    return panelActions({
      controller,
      notebooks,
      engines,
      walkthrough: this.#walkthrough,
      looks: this.#panelLooks,
    });
  }

  #newController(
    parts: Pick<ControllerHost, 'panel' | 'histories' | 'lastRuns' | 'overrides'>,
  ): RunController {
    const { engines, offer } = this.engines;
    return new RunController({
      ...parts,
      session: (wish) => engines.forRun(wish),
      pool: async (wish) => (await engines.forRun(wish)).pool,
      pytorchFor: (state) => offer.for(state),
      t: vscode.l10n.t,
      settings: ({ uri }) => settingsOf(uri),
      trusted: () => vscode.workspace.isTrusted,
      changed: () => this.#changed(),
      finished: (record) => this.#finished(record),
      progressed: (record, event) => this.#progressed(record, event),
      ...this.#wishes,
      reported: (document, report) => this.#diagnostics.report(document, report),
      log: (text) => this.#log.error(text),
    });
  }

  #newNotebooks(panel: PanelHost): Notebooks {
    return new Notebooks({
      panel,
      openSession: (options) => this.engines.openNotebook(options),
      draw: async (figures) => (await import('./notebook/figure-svg.ts')).figureSvg(figures),
      takePanel: () => this.controller.release(),
      settings: ({ uri }) => settingsOf(uri.toString()),
      offer: (advice) => this.dataSets.offer(advice),
      looked: ({ named, running, ask }, event) => {
        this.#lineValues.accept(event, () => cellCodes(named, running));
        this.variables.accept({ title: notebookOf(named, running), ask, isFollowed: () => false }, event);
      },
      ...this.#wishes,
      reported: (cell, name, report) => this.#diagnostics.report({ uri: cell.uri.toString(), name }, report),
      log: (text) => this.#log.error(text),
    });
  }

  #progressed(record: ExerciseRecord, event: RunEvent): void {
    this.#decorations.accept(record, event);
    this.#serverRuns.accept(record, event);
    this.#lineValues.accept(event, () => [codeOf(record)]);
    this.variables.accept(this.#namesOf(record), event);
    const isShown = record === this.controller.shown;
    if (isShown && isActive(record.state.status)) this.#statusBar.showSoon(record.state);
  }

  #namesOf(record: ExerciseRecord): VariablesSource {
    const { controller } = this;
    return {
      title: `${record.document.title} ${record.state.exercise?.id ?? ''}`.trim(),
      ask: (...question) => controller.ask(...question),
      isFollowed: (document) => document === record.document.uri && codeOf(record).isLive(),
      runAgain: () => controller.runAgain(record),
    };
  }

  #changed(): void {
    const { shown, running, hasExercises } = this.controller;
    this.#statusBar.show(shown?.state);
    this.engines.showStatus(hasExercises);
    if (shown !== undefined) this.workbook.shown(shown);
    if (shown !== undefined) this.#offer(shown);
    setContext('d2l.running', running);
    setContext('d2l.queued', shown?.state.status === 'queued');
    setContext('d2l.dataMissing', shown !== undefined && missesData(shown));
    setContext('d2l.hasExercises', hasExercises);
    this.#overrideNotes.draw();
    this.#changes.fire();
  }

  /** What notebooks have defined was in the engine of before. */
  #engineChanged(): void {
    void this.notebooks.restartAll();
    this.controller.settingsChanged();
  }

  /** Who runs it, and what can be done about what the last run missed. */
  #offer({ state, store }: ExerciseRecord): void {
    store.set({ engine: this.engines.chosen, pytorchOffer: this.engines.offer.for(state) });
    const { download } = state;
    const offer = this.dataSets.offer(state.results.advice);
    if (offer?.title !== download?.title || offer?.size !== download?.size) store.set({ download: offer });
  }

  /** The walkthrough's steps are done by what the learner does. */
  #finished(record: ExerciseRecord): void {
    this.workbook.finished(record);
    if (record.runs > 1) this.#walkthrough.reach('d2l.ranAgain');
    if (record.state.verdict?.solved) this.#walkthrough.reach('d2l.solved');
  }
}

/** The code that an exercise runs. */
function codeOf(record: ExerciseRecord): KnownCode {
  const { document, plan } = record;
  return {
    name: document.name,
    uri: document.uri,
    lines: plan.blocks.map(({ firstLine, lastLine }) => ({ first: firstLine, last: lastLine })),
    isLive: () => record.state.live && settingsOf(document.uri).liveRuns === 'whileTyping',
  };
}

/** What people call the notebook of a cell. */
function notebookOf(named: ReadonlyMap<string, vscode.NotebookCell>, running: string): string {
  const path = named.get(running)?.notebook.uri.path ?? '';
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The code of the cells that a run may tell of, each by its latest run; that of the running one is told wholly. */
function cellCodes(named: ReadonlyMap<string, vscode.NotebookCell>, running: string): readonly KnownCode[] {
  const latest = new Map<vscode.NotebookCell, KnownCode>();
  for (const [name, cell] of named) {
    const lines = name === running ? [{ first: 1, last: cell.document.lineCount }] : [];
    latest.set(cell, { name, uri: cell.document.uri.toString(), lines, isLive: () => false });
  }
  return [...latest.values()];
}

function settingsOf(document: string): Settings {
  const uri = vscode.Uri.parse(document, true);
  const configuration = vscode.workspace.getConfiguration('d2l', uri);
  const settings = readSettings((name) => configuration.get(name));
  return { ...settings, dataFolder: dataFolderOf(settings.dataFolder, uri) };
}

function followWhatIsOpen(panel: PanelHost, controller: RunController): vscode.Disposable {
  const documents = followDocuments(controller);
  void beginOnceRestored(panel, documents);
  return documents;
}

function followWorkspace(controller: RunController): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.onDidGrantWorkspaceTrust(() => controller.trustGranted()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('d2l')) controller.settingsChanged();
    }),
  );
}
