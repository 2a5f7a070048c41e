/** Histories across window reloads: read from and written to the workspace's storage. */

import type { StoredHistory } from './run-history.ts';

/** The part of VS Code's `Memento` that is used. */
export interface Storage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What of it a record uses. */
export interface HistoryKeeper {
  load(exercise: string): StoredHistory | undefined;
  save(exercise: string, history: StoredHistory): void;
}

/** One entry that names the others, oldest use first. */
const INDEX = 'd2l.histories';

/** Exercises whose runs are kept. */
const MAX_EXERCISES = 40;

/** Milliseconds: runs that follow a moving control are written once. */
const WRITING_PAUSE = 400;

export class HistoryStore implements HistoryKeeper {
  private readonly waiting = new Map<string, StoredHistory>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly storage: Storage) {}

  /** `exercise`: the URI of the document with the block's key. */
  load(exercise: string): StoredHistory | undefined {
    return this.waiting.get(exercise) ?? readStored(this.storage.get(keyOf(exercise)));
  }

  save(exercise: string, history: StoredHistory): void {
    this.waiting.set(exercise, history);
    this.timer ??= setTimeout(() => void this.flush(), WRITING_PAUSE);
  }

  /** Writes what waits; the promise resolves when the storage has it. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const writes = [...this.waiting].map(([exercise, history]) => this.write(exercise, history));
    this.waiting.clear();
    return Promise.all(writes).then(() => undefined);
  }

  dispose(): void {
    void this.flush();
  }

  private async write(exercise: string, history: StoredHistory): Promise<void> {
    const others = readNames(this.storage.get(INDEX)).filter((name) => name !== exercise);
    const index = history.runs.length === 0 ? others : [...others, exercise];
    const surplus = index.splice(0, Math.max(0, index.length - MAX_EXERCISES));
    const update = (key: string, value: unknown): PromiseLike<void> => this.storage.update(key, value);
    await Promise.all([
      update(INDEX, index),
      update(keyOf(exercise), history.runs.length === 0 ? undefined : history),
      ...surplus.map((name) => update(keyOf(name), undefined)),
    ]);
  }
}

function keyOf(exercise: string): string {
  return `d2l.history ${exercise}`;
}

function readNames(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

/** What another version of the extension wrote is not read. */
function readStored(value: unknown): StoredHistory | undefined {
  const stored = value as Partial<StoredHistory> | undefined;
  return stored?.version === 1 && Array.isArray(stored.runs) ? (stored as StoredHistory) : undefined;
}
