/** The list in which the learner chooses who runs exercises: the built-in engine, a Python of this machine, a server. */

import * as vscode from 'vscode';
import type { Answer, Candidate, TorchFound } from '../../interpreters/interpreter.ts';
import type { KnownInterpreters } from '../../interpreters/known-interpreters.ts';
import { pytorchName } from '../../training/protocol/pytorch-version.ts';
import type { EngineSettings } from './engines.ts';

/** What was chosen; `path` of `python`: empty where the learner wants to name one that is not listed. */
export type PickedEngine =
  | { readonly kind: 'built-in' }
  | { readonly kind: 'python'; readonly path: string }
  | { readonly kind: 'jupyter' };

export interface EnginePickerHost {
  readonly interpreters: KnownInterpreters;
  settings(): EngineSettings;
  candidates(): Promise<readonly Candidate[]>;
}

interface Item extends vscode.QuickPickItem {
  readonly engine?: PickedEngine;
}

/** Asks; Pythons come into the list as they answer. @returns undefined when nothing was chosen */
export function pickEngine(host: EnginePickerHost): Promise<PickedEngine | undefined> {
  return new EnginePicker(host).ask();
}

class EnginePicker {
  readonly #pick = vscode.window.createQuickPick<Item>();
  readonly #refresh: vscode.QuickInputButton;
  readonly #found = new Map<string, TorchFound>();
  #others = 0;
  #search = new AbortController();

  constructor(private readonly host: EnginePickerHost) {
    const { t } = vscode.l10n;
    this.#refresh = { iconPath: new vscode.ThemeIcon('refresh'), tooltip: t('Look for Pythons again') };
    this.#pick.title = t('Select Engine');
    this.#pick.placeholder = t('Who is to run the exercises of this workspace?');
    this.#pick.matchOnDescription = true;
    this.#pick.buttons = [this.#refresh];
  }

  async ask(): Promise<PickedEngine | undefined> {
    const pick = this.#pick;
    for (const { path, answer } of this.host.interpreters.usable()) this.#found.set(path, answer);
    this.#show();
    const chosen = new Promise<PickedEngine | undefined>((resolve) => {
      pick.onDidAccept(() => {
        const picked = pick.selectedItems[0]?.engine;
        if (picked !== undefined) resolve(picked);
      });
      pick.onDidHide(() => resolve(undefined));
      pick.onDidTriggerButton((button) => {
        if (button === this.#refresh) void this.#lookAgain();
      });
    });
    pick.show();
    void this.#look();
    try {
      return await chosen;
    } finally {
      this.#search.abort();
      pick.dispose();
    }
  }

  async #lookAgain(): Promise<void> {
    this.#search.abort();
    this.#search = new AbortController();
    this.host.interpreters.forget();
    this.#found.clear();
    await this.#look();
  }

  async #look(): Promise<void> {
    const { signal } = this.#search;
    this.#others = 0;
    this.#pick.busy = true;
    this.#show();
    const candidates = await this.host.candidates();
    if (signal.aborted) return;
    this.#keepOnly(candidates);
    await this.host.interpreters.askAll(candidates, (candidate, answer) => this.#tell(candidate, answer), {
      signal,
    });
    if (!signal.aborted) this.#pick.busy = false;
  }

  /** A Python that is no candidate any more is shown no longer, unless it is the one that is chosen. */
  #keepOnly(candidates: readonly Candidate[]): void {
    const there = new Set([...candidates.map(({ path }) => path), this.host.settings().python]);
    for (const path of [...this.#found.keys()]) if (!there.has(path)) this.#found.delete(path);
  }

  #tell({ path }: Candidate, answer: Answer): void {
    if (answer.kind === 'torch') this.#found.set(path, answer);
    else {
      this.#found.delete(path);
      this.#others += 1;
    }
    this.#show();
  }

  #show(): void {
    const { t } = vscode.l10n;
    const active = this.#pick.activeItems[0];
    const items: readonly Item[] = [
      this.#builtIn(),
      separator(t('Python on this machine')),
      ...[...this.#found].map(([path, found]) => this.#python(path, found)),
      ...this.#withoutTorch(),
      { label: `$(folder) ${t('Enter path of a Python…')}`, engine: { kind: 'python', path: '' } },
      separator(t('Jupyter server')),
      this.#server(),
    ];
    this.#pick.keepScrollPosition = true;
    this.#pick.items = items;
    const same = items.find(
      (item) => item.label === active?.label && item.description === active.description,
    );
    if (same !== undefined) this.#pick.activeItems = [same];
  }

  #builtIn(): Item {
    const { t } = vscode.l10n;
    const description = t('in a sandbox, nothing to install');
    return { label: this.#marked('built-in', '', t('Built in')), description, engine: { kind: 'built-in' } };
  }

  #python(path: string, found: TorchFound): Item {
    const { t } = vscode.l10n;
    const description = [path, found.accelerator ?? t('CPU'), ...(found.d2l ? ['d2l'] : [])].join(' · ');
    return {
      label: this.#marked('python', path, pytorchName(found)),
      description,
      engine: { kind: 'python', path },
    };
  }

  #withoutTorch(): readonly Item[] {
    const { t } = vscode.l10n;
    if (this.#others === 0) return [];
    const text =
      this.#others === 1
        ? t('One Python here cannot be used: "import torch" does not work in it')
        : t('{0} Pythons here cannot be used: "import torch" does not work in them', this.#others);
    return [{ label: `$(info) ${text}` }];
  }

  #server(): Item {
    const { t } = vscode.l10n;
    const { jupyterServer } = this.host.settings();
    const label = this.#marked('jupyter', jupyterServer, t('Connect to a Jupyter server…'));
    return { label, description: jupyterServer, engine: { kind: 'jupyter' } };
  }

  /** With a check mark where it is the engine of the settings. */
  #marked(kind: PickedEngine['kind'], at: string, label: string): string {
    const { engine, python } = this.host.settings();
    const isChosen = engine === kind && (kind !== 'python' || python === at);
    return isChosen ? `$(check) ${label}` : label;
  }
}

function separator(label: string): Item {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
