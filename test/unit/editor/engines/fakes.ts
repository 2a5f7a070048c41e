/** Engines, and Pythons that answer at once. */

import { vi } from 'vitest';
import { english } from '../../../../src/advice/translate.ts';
import { Engines, type EnginesHost, type EngineSettings } from '../../../../src/editor/engines/engines.ts';
import type { Answer } from '../../../../src/interpreters/interpreter.ts';
import { KnownInterpreters, type KeptAnswer } from '../../../../src/interpreters/known-interpreters.ts';
import type { ExerciseEngine } from '../../../../src/training/contract.ts';

export const TORCH: Answer = {
  kind: 'torch',
  python: '3.11.9',
  torch: '2.9.0+cpu',
  accelerator: null,
  d2l: false,
  prefix: '/venv',
};

export interface FakeEngine extends ExerciseEngine {
  readonly label: string;
  isDisposed: boolean;
}

function fakeEngine(label: string): FakeEngine {
  const engine = {
    label,
    isDisposed: false,
    start: vi.fn(),
    openNotebook: vi.fn(),
    pool: { size: 1, warm: vi.fn(), start: vi.fn(), dispose: () => Promise.resolve() },
    dispose(): Promise<void> {
      engine.isDisposed = true;
      return Promise.resolve();
    },
  };
  return engine;
}

/** A window with Pythons that answer as `answers` says, in its order. */
export class FakeWindow {
  settings: EngineSettings = { engine: 'built-in', python: '', jupyterServer: '' };
  isTrusted = true;
  isAllowed = true;
  answers: Record<string, Answer> = { '/venv/bin/python': TORCH };
  readonly asked: string[] = [];
  readonly allowing: string[] = [];
  readonly opened: FakeEngine[] = [];
  readonly told: string[] = [];
  /** Why an engine cannot be opened. */
  refusal: string | undefined;
  #kept: Readonly<Record<string, KeptAnswer>> = {};
  readonly engines: Engines;

  constructor() {
    const ask = (path: string): Promise<{ answer: Answer; folders: [] }> => {
      this.asked.push(path);
      return Promise.resolve({ answer: this.answers[path] ?? { kind: 'missing' }, folders: [] });
    };
    const store = {
      load: () => this.#kept,
      save: (kept: Readonly<Record<string, KeptAnswer>>) => void (this.#kept = kept),
    };
    const host: EnginesHost = {
      t: english,
      interpreters: new KnownInterpreters(store, ask),
      builtIn: () => Promise.resolve(fakeEngine('built in')),
      settings: () => this.settings,
      trusted: () => this.isTrusted,
      candidates: () => Promise.resolve(Object.keys(this.answers).map((path) => ({ path, source: 'path' }))),
      allowed: ({ at }) => {
        this.allowing.push(at);
        return Promise.resolve(this.isAllowed);
      },
      open: ({ at }) => {
        if (this.refusal !== undefined) return Promise.reject(new Error(this.refusal));
        const engine = fakeEngine(at);
        this.opened.push(engine);
        return Promise.resolve(engine);
      },
      changed: () => undefined,
    };
    this.engines = new Engines(host);
  }

  /** Label of the engine that a run gets. */
  async run(engine: 'chosen' | 'built-in' | 'pytorch' = 'chosen'): Promise<string> {
    const got = await this.engines.forRun({ engine, tell: (line) => this.told.push(line) });
    return (got as FakeEngine).label;
  }
}
