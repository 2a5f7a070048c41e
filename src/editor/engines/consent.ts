/** Whether the learner lets an engine outside the sandbox run code: asked once for each, in each workspace. */

import * as vscode from 'vscode';
import type { OtherEngine } from './engines.ts';

/** Allowed engines of this workspace, by {@link identityOf}. No settings file can add to them. */
const KEY = 'd2l.allowedEngines';

export class Consent {
  readonly #asking = new Map<string, Promise<boolean>>();

  constructor(private readonly storage: vscode.Memento) {}

  has(engine: OtherEngine): boolean {
    return this.#allowed.includes(identityOf(engine));
  }

  /** Asks where that was not allowed before; several that want to know at a time ask once. */
  async ask(engine: OtherEngine): Promise<boolean> {
    if (this.has(engine)) return true;
    const identity = identityOf(engine);
    const asking = this.#asking.get(identity) ?? confirm(engine).finally(() => this.#asking.delete(identity));
    this.#asking.set(identity, asking);
    const isAllowed = await asking;
    if (isAllowed && !this.has(engine)) await this.storage.update(KEY, [...this.#allowed, identity]);
    return isAllowed;
  }

  get #allowed(): readonly string[] {
    const kept = this.storage.get<unknown>(KEY);
    return Array.isArray(kept) ? kept.filter((identity) => typeof identity === 'string') : [];
  }
}

function identityOf(engine: OtherEngine): string {
  return `${engine.kind} ${placeOf(engine)}`;
}

/** The address of a server without the token that it may hold. */
function placeOf({ kind, at }: OtherEngine): string {
  return kind === 'jupyter' ? at.replace(/\?.*$/, '') : at;
}

async function confirm(engine: OtherEngine): Promise<boolean> {
  const { t } = vscode.l10n;
  const allow = t('Run with {0}', engine.kind === 'jupyter' ? engine.name : 'PyTorch');
  const detail = [
    engine.kind === 'jupyter'
      ? t(
          'The built-in engine keeps a program in a sandbox. A Jupyter server does not: code that it runs can do all that the server may do, on its machine and in its network.',
        )
      : t(
          'The built-in engine keeps a program in a sandbox. Python on this machine does not: code that it runs can read and change your files, use the network, and do all else that you can do.',
        ),
    t(
      'Run only code there that you would run in a terminal. It runs when you ask for it, never while you type.',
    ),
    placeOf(engine),
  ].join('\n\n');
  const text = t('Run exercises with {0}, outside the sandbox?', engine.name);
  return (await vscode.window.showWarningMessage(text, { modal: true, detail }, allow)) === allow;
}
