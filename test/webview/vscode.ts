/** The few parts of the editor's API that the panel's host side uses, for tests without an editor (`vitest.config.mjs`). */

import { vi } from 'vitest';

export class EventEmitter<T> {
  #listeners: ((value: T) => void)[] = [];

  readonly event = (listener: (value: T) => void): { dispose(): void } => {
    this.#listeners.push(listener);
    return { dispose: () => (this.#listeners = this.#listeners.filter((other) => other !== listener)) };
  };

  fire(value: T): void {
    for (const listener of this.#listeners) listener(value);
  }

  dispose(): void {
    this.#listeners = [];
  }
}

const uri = (text: string): { toString(): string } => ({ toString: () => text });

export const Uri = {
  joinPath: (base: { toString(): string }, ...parts: string[]) => uri([base.toString(), ...parts].join('/')),
};
export const ProgressLocation = { Notification: 15 };
export const ViewColumn = { Beside: -2 };
export const env = { language: 'en', clipboard: { writeText: vi.fn() } };
export const l10n = { t: (text: string) => text };
export const commands = { executeCommand: vi.fn() };

export class TabInputText {
  constructor(readonly uri: { readonly path: string; readonly scheme: string }) {}
}
export class TabInputNotebook {
  constructor(readonly uri: { readonly path: string; readonly scheme: string }) {}
}

export const Disposable = {
  from: (...parts: { dispose(): void }[]) => ({ dispose: () => parts.forEach((part) => part.dispose()) }),
};

/** What the window has open, and the events that tell of it. */
export const opened = {
  groups: [] as { readonly activeTab?: { readonly input: unknown } }[],
  editors: [] as { readonly document: unknown }[],
  notebooks: [] as { readonly notebook: unknown }[],
  changes: new EventEmitter<void>(),
};

export const workspace = { isTrusted: true };
export const window = {
  createWebviewPanel: vi.fn(),
  showInformationMessage: vi.fn(),
  tabGroups: {
    get all() {
      return opened.groups;
    },
    onDidChangeTabGroups: opened.changes.event,
    onDidChangeTabs: opened.changes.event,
  },
  get visibleTextEditors() {
    return opened.editors;
  },
  get visibleNotebookEditors() {
    return opened.notebooks;
  },
  onDidChangeVisibleTextEditors: opened.changes.event,
  onDidChangeVisibleNotebookEditors: opened.changes.event,
};
