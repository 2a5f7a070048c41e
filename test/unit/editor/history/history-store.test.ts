import { describe, expect, it } from 'vitest';
import { HistoryStore } from '../../../../src/editor/history/history-store.ts';
import { RunHistory } from '../../../../src/editor/history/run-history.ts';
import { endedState, snapshot } from './runs.ts';

/** As VS Code's storage: what is written passes through JSON. */
class MemoryStorage {
  readonly values = new Map<string, string>();

  get(key: string): unknown {
    const text = this.values.get(key);
    return text === undefined ? undefined : JSON.parse(text);
  }

  update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }
}

function aHistory(): RunHistory {
  const history = new RunHistory();
  history.add(endedState(), snapshot(), false);
  return history;
}

describe('stored histories', () => {
  it('are there again for another window', async () => {
    const storage = new MemoryStorage();
    const store = new HistoryStore(storage);
    const { stored } = aHistory();
    store.save('book 1', stored);
    expect(store.load('book 1')).toEqual(stored);
    await store.flush();
    expect(new HistoryStore(storage).load('book 1')).toEqual(stored);
    expect(new HistoryStore(storage).load('book 2')).toBeUndefined();
  });

  it('leave nothing behind when they are cleared', async () => {
    const storage = new MemoryStorage();
    const store = new HistoryStore(storage);
    store.save('book 1', aHistory().stored);
    await store.flush();
    store.save('book 1', new RunHistory().stored);
    await store.flush();
    expect([...storage.values]).toEqual([['d2l.histories', '[]']]);
  });

  it('are bounded: the exercise that was not run for longest is forgotten', async () => {
    const storage = new MemoryStorage();
    const store = new HistoryStore(storage);
    const { stored } = aHistory();
    for (let exercise = 0; exercise < 45; exercise += 1) {
      store.save(`book ${String(exercise)}`, stored);
      await store.flush();
    }
    expect(store.load('book 4')).toBeUndefined();
    expect(store.load('book 5')).toEqual(stored);
    expect(storage.values.size).toBe(41);
  });

  it('of an unknown version are not read', async () => {
    const storage = new MemoryStorage();
    await storage.update('d2l.history book', { version: 2, runs: [] });
    expect(new HistoryStore(storage).load('book')).toBeUndefined();
  });
});
