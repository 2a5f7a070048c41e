/**
 * Who runs exercises: the engine that the settings name, opened when the first run asks for it. Where that one cannot be
 * used the built-in one runs, and it is said why.
 */

import type { Translate } from '../../advice/translate.ts';
import type { Candidate, TorchFound } from '../../interpreters/interpreter.ts';
import type { KnownInterpreters } from '../../interpreters/known-interpreters.ts';
import { problemText } from '../../interpreters/wording.ts';
import type { ChosenEngine } from '../../run-model/state.ts';
import type { ExerciseEngine } from '../../training/contract.ts';
import type { EngineKind } from '../../training/protocol/choices.ts';
import { capitalised } from '../../text/capitalised.ts';
import { pytorchName } from '../../training/protocol/pytorch-version.ts';
import type { Settings } from '../settings.ts';
import type { EngineWish } from './wish.ts';
import { reasonOf } from '../../text/reason.ts';

/** What of the settings says who runs exercises. */
export type EngineSettings = Pick<Settings, 'engine' | 'python' | 'jupyterServer'>;

/** A PyTorch outside the sandbox: where it is, and what people call it. */
export interface OtherEngine {
  readonly kind: Exclude<EngineKind, 'built-in'>;
  /** Path of the Python, or address of the server. */
  readonly at: string;
  /** `PyTorch 2.9.0, Python 3.11` */
  readonly name: string;
}

export interface EnginesHost {
  readonly t: Translate;
  readonly interpreters: KnownInterpreters;
  builtIn(): Promise<ExerciseEngine>;
  settings(): EngineSettings;
  /** Whether the window's workspace is trusted. */
  trusted(): boolean;
  /** Files that may be Pythons, the likeliest first. */
  candidates(): Promise<readonly Candidate[]>;
  /** Whether the learner has allowed it to run code without a sandbox; asks once. */
  allowed(engine: OtherEngine): Promise<boolean>;
  /** @throws Error saying in a line why it cannot be opened */
  open(engine: OtherEngine): Promise<ExerciseEngine>;
  /** What is known of an engine has changed. */
  changed(): void;
}

interface Opened {
  readonly key: string;
  readonly engine: Promise<ExerciseEngine>;
}

/** Thrown for an engine that cannot be used; the message says why, in a line. */
class EngineProblem extends Error {
  override readonly name = 'EngineProblem';
}

export class Engines {
  /** The one outside the sandbox that was used last. */
  #opened: Opened | undefined;
  readonly #ending = new Set<Promise<void>>();

  constructor(private readonly host: EnginesHost) {}

  /** The engine of the settings, as the panel names it. */
  get chosen(): ChosenEngine {
    const { t } = this.host;
    const { engine: kind, python, jupyterServer } = this.host.settings();
    if (kind === 'built-in' || !this.host.trusted()) return { kind: 'built-in', name: t('Built in') };
    if (kind === 'jupyter') return { kind, name: serverName(jupyterServer, t) };
    return { kind, name: this.#pythonName(python) ?? t('Python') };
  }

  /** Of a PyTorch that is chosen, or has answered before; undefined: none has. */
  get knownName(): string | undefined {
    const { engine, python, jupyterServer } = this.host.settings();
    if (engine === 'jupyter') return serverName(jupyterServer, this.host.t);
    return this.#pythonName(python);
  }

  #pythonName(path: string): string | undefined {
    const { interpreters } = this.host;
    const answer = path === '' ? interpreters.usable()[0]?.answer : interpreters.remembered(path);
    return answer?.kind === 'torch' ? pytorchName(answer) : undefined;
  }

  /**
   * The engine that a run asks for; where it cannot be used the built-in one, which is told.
   * @throws EngineProblem when the run is to be one of PyTorch, and there is none
   */
  async forRun({ engine, tell }: EngineWish): Promise<ExerciseEngine> {
    const { host } = this;
    if (engine === 'built-in' || (engine === 'chosen' && host.settings().engine === 'built-in'))
      return host.builtIn();
    try {
      return await this.#other();
    } catch (error) {
      if (engine === 'pytorch') throw error;
      const reason = reasonOf(error);
      tell(host.t('{0} The built-in engine ran this.', sentence(reason)));
      return host.builtIn();
    }
  }

  /** The PyTorch that a run would be one of. @throws EngineProblem when there is none that can be used */
  async pytorch(): Promise<OtherEngine> {
    const { t } = this.host;
    if (!this.host.trusted())
      throw new EngineProblem(t('This window is restricted: PyTorch runs once you trust the workspace.'));
    const { engine, python, jupyterServer } = this.host.settings();
    if (engine !== 'jupyter') return this.#python(python);
    if (jupyterServer === '')
      throw new EngineProblem(t('No Jupyter server is named: select the engine again.'));
    return { kind: 'jupyter', at: jupyterServer, name: serverName(jupyterServer, t) };
  }

  /** The settings have changed: an engine that they do not name any more is let go. */
  settingsChanged(): void {
    const { engine, python, jupyterServer } = this.host.settings();
    const at = engine === 'python' ? python : jupyterServer;
    const isNamed =
      at !== '' && this.#opened?.key === keyOf({ kind: engine === 'python' ? engine : 'jupyter', at });
    if (!isNamed) this.#letGo();
  }

  /** The next run opens its engine anew: another token of a server is known. */
  reopen(): void {
    this.#letGo();
  }

  async dispose(): Promise<void> {
    this.#letGo();
    await Promise.all(this.#ending);
  }

  async #other(): Promise<ExerciseEngine> {
    const { t } = this.host;
    const other = await this.pytorch();
    if (!(await this.host.allowed(other)))
      throw new EngineProblem(t('You have not allowed {0} to run code here.', other.name));
    const key = keyOf(other);
    if (this.#opened?.key !== key) {
      this.#letGo();
      const engine = this.#open(other);
      this.#opened = { key, engine };
      engine.catch(() => {
        if (this.#opened?.engine === engine) this.#opened = undefined;
      });
    }
    return this.#opened.engine;
  }

  async #open(other: OtherEngine): Promise<ExerciseEngine> {
    try {
      return await this.host.open(other);
    } catch (error) {
      throw new EngineProblem(sentence(reasonOf(error)));
    }
  }

  /** @param path as the settings name it; empty: the first that is found and has PyTorch */
  async #python(path: string): Promise<OtherEngine> {
    const { t, interpreters } = this.host;
    const paths = path === '' ? await this.#likeliest() : [path];
    for (const at of paths) {
      const isNew = interpreters.remembered(at) === undefined;
      const answer = await interpreters.answerOf(at);
      if (isNew) this.host.changed();
      if (answer.kind === 'torch') return pythonEngine(at, answer);
      if (path !== '') throw new EngineProblem(problemText(answer, at, t));
    }
    throw new EngineProblem(
      t('No Python with PyTorch was found on this machine: select one, or install PyTorch.'),
    );
  }

  /** Those that had PyTorch when they were asked last come first. */
  async #likeliest(): Promise<readonly string[]> {
    const known = [...this.host.interpreters.usable(), ...(await this.host.candidates())];
    return [...new Set(known.map(({ path }) => path))];
  }

  #letGo(): void {
    const opened = this.#opened;
    this.#opened = undefined;
    if (opened === undefined) return;
    const end = opened.engine
      .then((engine) => engine.dispose())
      .catch(() => undefined)
      .finally(() => this.#ending.delete(end));
    this.#ending.add(end);
  }
}

/** @param found what the Python at `path` has said */
export function pythonEngine(path: string, found: TorchFound): OtherEngine {
  return { kind: 'python', at: path, name: pytorchName(found) };
}

function keyOf({ kind, at }: Pick<OtherEngine, 'kind' | 'at'>): string {
  return `${kind} ${at}`;
}

function serverName(address: string, t: Translate): string {
  return URL.canParse(address) ? t('Jupyter at {0}', new URL(address).host) : t('Jupyter server');
}

/** As a sentence of its own: what engines say begins with a small letter and has no full stop. */
function sentence(text: string): string {
  const begun = capitalised(text);
  return /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}
