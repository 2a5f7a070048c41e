/** The few parts of the editor's API that the panel's host side uses, for tests without an editor (`vitest.config.mjs`). */

import { vi } from 'vitest';

export class EventEmitter<T> {
  private listeners: ((value: T) => void)[] = [];

  readonly event = (listener: (value: T) => void): { dispose(): void } => {
    this.listeners.push(listener);
    return { dispose: () => (this.listeners = this.listeners.filter((other) => other !== listener)) };
  };

  fire(value: T): void {
    for (const listener of this.listeners) listener(value);
  }

  dispose(): void {
    this.listeners = [];
  }
}

const uri = (text: string): { toString(): string } => ({ toString: () => text });

export const Uri = {
  joinPath: (base: { toString(): string }, ...parts: string[]) => uri([base.toString(), ...parts].join('/')),
};
export const ViewColumn = { Beside: -2 };
export const env = { language: 'en' };
export const commands = { executeCommand: vi.fn() };
export const window = { createWebviewPanel: vi.fn() };
