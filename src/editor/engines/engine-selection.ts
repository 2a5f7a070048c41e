/** Who runs exercises, as this window has it: the engines, the settings that name one, and the ways to choose another. */

import path from 'node:path';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { findCandidates, unique } from '../../interpreters/candidates.ts';
import type { Candidate } from '../../interpreters/interpreter.ts';
import { KnownInterpreters, type KeptAnswer } from '../../interpreters/known-interpreters.ts';
import { problemText } from '../../interpreters/wording.ts';
import type { ChosenEngine } from '../../run-model/state.ts';
import type { LeftState } from '../../training/jupyter/server-engine.ts';
import type { EngineSession, ExerciseEngine, NotebookOptions } from '../../training/contract.ts';
import type { ExerciseRecord } from '../exercise-record.ts';
import { readSettings, type Settings } from '../settings.ts';
import type { SourceDocument } from '../source-document.ts';
import { Consent } from './consent.ts';
import { EngineComparisons } from './engine-comparisons.ts';
import { EngineStatus } from './engine-status.ts';
import { pickEngine, type PickedEngine } from './engine-picker.ts';
import { Engines, pythonEngine, type EngineSettings, type OtherEngine } from './engines.ts';
import type { OpenEngineOptions } from './open-engine.ts';
import { JupyterServers } from './jupyter-servers.ts';
import { PyTorchOffer } from './pytorch-offer.ts';
import { pythonOfSettings, pythonsOfExtension } from './python-extension.ts';
import { reasonOf } from '../../text/reason.ts';

/** Where the answers of Pythons are kept in the workspace's storage. */
const ANSWERS = 'd2l.interpreters';
const OWNER = 'd2l.ownerOnServers';

export interface EngineSelectionParts {
  /** Loads the built-in engine. */
  readonly engine: () => Promise<ExerciseEngine>;
  /** Of the extension. */
  readonly extension: vscode.Uri;
  /** Where fetched data sets are kept. */
  readonly dataSets: string;
  readonly log: vscode.LogOutputChannel;
  /** Of the workspace. */
  readonly storage: vscode.Memento;
  readonly secrets: vscode.SecretStorage;
  /** Of the extension. */
  readonly version: string;
  settings(document: SourceDocument): Settings;
}

export class EngineSelection implements vscode.Disposable {
  readonly engines: Engines;
  readonly offer: PyTorchOffer;
  readonly comparisons: EngineComparisons;
  readonly #interpreters: KnownInterpreters;
  readonly #consent: Consent;
  readonly #servers: JupyterServers;
  readonly #status = new EngineStatus();
  /** What an engine outside the sandbox is opened with. */
  readonly #outside: (engine: OtherEngine) => Promise<OpenEngineOptions>;
  readonly #changes = new vscode.EventEmitter<void>();
  /** Something else can be said of who runs exercises, or could. */
  readonly onDidChange = this.#changes.event;
  readonly #engineChanges = new vscode.EventEmitter<void>();
  /** Another engine is chosen. */
  readonly onDidChangeEngine = this.#engineChanges.event;
  readonly #listeners: vscode.Disposable;
  #chosen: ChosenEngine | undefined;

  constructor(parts: EngineSelectionParts) {
    const { engine: builtIn, storage, secrets } = parts;
    this.#consent = new Consent(storage);
    this.#servers = new JupyterServers(secrets);
    this.#outside = async (engine) => ({
      engine,
      distribution: vscode.Uri.joinPath(parts.extension, 'dist').fsPath,
      dataSets: parts.dataSets,
      log: (level, text) => parts.log[level](text),
      token: await this.#servers.tokenOf(engine.at),
      owner: await ownerOf(storage),
    });
    this.#interpreters = new KnownInterpreters({
      load: () => storage.get<Readonly<Record<string, KeptAnswer>>>(ANSWERS) ?? {},
      save: (answers) => void storage.update(ANSWERS, answers),
    });
    this.engines = new Engines({
      t: vscode.l10n.t,
      interpreters: this.#interpreters,
      builtIn,
      settings: engineSettings,
      trusted: () => vscode.workspace.isTrusted,
      candidates,
      allowed: (engine) => this.#consent.ask(engine),
      open: async (engine) => {
        const { openEngine } = await import('./open-engine.ts');
        return openEngine(await this.#outside(engine));
      },
      changed: () => this.#changed(),
    });
    this.comparisons = new EngineComparisons({
      t: vscode.l10n.t,
      pool: async (engine) => (await this.engines.forRun({ engine, tell: () => undefined })).pool,
      settings: ({ document }) => parts.settings(document),
      facts: { version: parts.version, system: `${process.platform} ${process.arch}` },
    });
    this.offer = new PyTorchOffer({
      t: vscode.l10n.t,
      trusted: () => vscode.workspace.isTrusted,
      knownName: () => this.engines.knownName,
      candidates: () => findCandidates(workspaceFolders()),
      changed: () => this.#changed(),
    });
    this.#listeners = vscode.Disposable.from(
      vscode.workspace.onDidGrantWorkspaceTrust(() => this.#changed()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        const names = ['d2l.engine', 'd2l.python', 'd2l.jupyterServer'];
        if (names.some((name) => event.affectsConfiguration(name))) this.#settingsChanged();
      }),
    );
  }

  /** Who runs exercises, as the panel names it. */
  get chosen(): ChosenEngine {
    return (this.#chosen ??= this.engines.chosen);
  }

  /** A session of the chosen engine for the cells of a notebook. */
  async openNotebook(options: NotebookOptions): Promise<EngineSession> {
    const tell = (line: string): void => void vscode.window.showWarningMessage(line);
    return (await this.engines.forRun({ engine: 'chosen', tell })).openNotebook(options);
  }

  /** The status bar says who runs exercises. @param isUsed whether there are any to run here */
  showStatus(isUsed: boolean): void {
    this.#status.show(isUsed ? this.chosen : null);
  }

  /** Lets the learner choose; nothing in a restricted window. */
  async select(): Promise<void> {
    const { t } = vscode.l10n;
    if (!vscode.workspace.isTrusted) {
      const words = t(
        'This window is restricted: only the built-in engine can be used until you trust the workspace.',
      );
      return void vscode.window.showWarningMessage(words);
    }
    const host = { interpreters: this.#interpreters, settings: engineSettings, candidates };
    const picked = await pickEngine(host);
    if (picked !== undefined) await this.#take(picked);
  }

  /** A PyTorch that may run code; undefined: the learner chose none, or it cannot be used, which was said. */
  async pytorch(): Promise<OtherEngine | undefined> {
    try {
      const engine = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Looking for PyTorch…') },
        () => this.engines.pytorch(),
      );
      return (await this.#consent.ask(engine)) ? engine : undefined;
    } catch (error) {
      await this.#complain(error);
      return undefined;
    }
  }

  /** Runs the exercise on both engines and shows how far they agree. */
  async compare(record: ExerciseRecord): Promise<void> {
    const engine = await this.pytorch();
    if (engine !== undefined) await this.comparisons.start(record, engine.name);
  }

  /**
   * What has become of the run of a document that an earlier window has left to the chosen server; null: there is none, or that
   * server may not be asked. @throws Error saying in a line why it cannot be
   */
  async leftRun(document: string): Promise<LeftState | null> {
    const engine = { kind: 'jupyter', at: engineSettings().jupyterServer, name: '' } as const;
    const isChosen = this.engines.chosen.kind === 'jupyter' && engine.at !== '';
    if (!isChosen || !this.#consent.has(engine)) return null;
    const { leftRunAt } = await import('./open-engine.ts');
    return leftRunAt(await this.#outside(engine), document);
  }

  /** What the learner wants of a comparison. @param record the exercise in the panel */
  async wish(record: ExerciseRecord | undefined, wish: 'stop' | 'close' | 'copy'): Promise<void> {
    if (record === undefined) return;
    if (wish === 'stop') return this.comparisons.stop();
    if (wish === 'close') return this.comparisons.close(record);
    const line = this.comparisons.report(record);
    if (line === undefined) return;
    await vscode.env.clipboard.writeText(line);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: {0}', line), 5000);
  }

  dispose(): void {
    this.comparisons.stop();
    this.#listeners.dispose();
    this.#status.dispose();
    this.#changes.dispose();
    this.#engineChanges.dispose();
    void this.engines.dispose();
  }

  #settingsChanged(): void {
    this.engines.settingsChanged();
    this.#engineChanges.fire();
    this.#changed();
  }

  #changed(): void {
    this.#chosen = undefined;
    this.#changes.fire();
  }

  async #take(picked: PickedEngine): Promise<void> {
    switch (picked.kind) {
      case 'built-in':
        return write({ engine: 'built-in' });
      case 'python':
        return this.#takePython(picked.path === '' ? await askPath() : picked.path);
      case 'jupyter': {
        const at = await this.#servers.ask(engineSettings().jupyterServer);
        if (at === undefined) return;
        this.engines.reopen();
        await write({ engine: 'jupyter', jupyterServer: at });
      }
    }
  }

  /** Nothing is written before it has answered and may run code. */
  async #takePython(path: string | undefined): Promise<void> {
    if (path === undefined) return;
    const { t } = vscode.l10n;
    const answer = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title: t('Asking Python for PyTorch…') },
      () => this.#interpreters.answerOf(path),
    );
    if (answer.kind !== 'torch') return void vscode.window.showErrorMessage(problemText(answer, path, t));
    if (await this.#consent.ask(pythonEngine(path, answer))) await write({ engine: 'python', python: path });
  }

  async #complain(error: unknown): Promise<void> {
    const select = vscode.l10n.t('Select Engine…');
    const text = reasonOf(error);
    if ((await vscode.window.showWarningMessage(text, select)) === select) await this.select();
  }
}

/** Of the runs that a server keeps: the same in each window of the workspace. */
async function ownerOf(storage: vscode.Memento): Promise<string> {
  const known = storage.get<unknown>(OWNER);
  if (typeof known === 'string') return known;
  const owner = randomUUID();
  await storage.update(OWNER, owner);
  return owner;
}

function engineSettings(): EngineSettings {
  const configuration = vscode.workspace.getConfiguration('d2l');
  const settings = readSettings((name) => configuration.get(name));
  const [folder] = workspaceFolders();
  const isRelative = settings.python !== '' && folder !== undefined;
  return isRelative ? { ...settings, python: path.resolve(folder, settings.python) } : settings;
}

/** For this workspace; without one for this machine. */
async function write(settings: Partial<EngineSettings>): Promise<void> {
  const { workspaceFile, workspaceFolders = [] } = vscode.workspace;
  const isOfWorkspace = workspaceFile !== undefined || workspaceFolders.length > 0;
  const target = isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  // The engine last: it is opened once it is named.
  const entries = Object.entries(settings).sort(([one]) => (one === 'engine' ? 1 : -1));
  for (const [name, value] of entries)
    await vscode.workspace.getConfiguration('d2l').update(name, value, target);
}

/** Those of this machine. */
function workspaceFolders(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.filter(({ uri }) => uri.scheme === 'file').map(({ uri }) => uri.fsPath);
}

async function candidates(): Promise<readonly Candidate[]> {
  const folders = workspaceFolders();
  const { python } = engineSettings();
  const named: readonly Candidate[] = python === '' ? [] : [{ path: python, source: 'setting' }];
  const [ofExtension, ofMachine] = await Promise.all([pythonsOfExtension(), findCandidates(folders)]);
  return unique([...named, ...pythonOfSettings(folders[0]), ...ofExtension, ...ofMachine]);
}

async function askPath(): Promise<string | undefined> {
  const { t } = vscode.l10n;
  const [file] =
    (await vscode.window.showOpenDialog({
      title: t('Select a Python that has PyTorch'),
      openLabel: t('Select Python'),
      canSelectMany: false,
    })) ?? [];
  return file?.fsPath;
}
