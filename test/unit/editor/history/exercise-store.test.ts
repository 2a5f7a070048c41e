import { describe, expect, it } from 'vitest';
import { ExerciseStore } from '../../../../src/editor/history/exercise-store.ts';
import { HISTORIES, RunHistory } from '../../../../src/editor/history/run-history.ts';
import { MemoryStorage } from './memory-storage.ts';
import { endedState, snapshot } from './runs.ts';

function aHistory(): RunHistory {
  const history = new RunHistory();
  history.add(endedState(), snapshot(), false);
  return history;
}

describe('stored histories', () => {
  it('are there again for another window', async () => {
    const storage = new MemoryStorage();
    const store = new ExerciseStore(storage, HISTORIES);
    const { stored } = aHistory();
    store.save('book 1', stored);
    expect(store.load('book 1')).toEqual(stored);
    await store.flush();
    expect(new ExerciseStore(storage, HISTORIES).load('book 1')).toEqual(stored);
    expect(new ExerciseStore(storage, HISTORIES).load('book 2')).toBeUndefined();
  });

  it('leave nothing behind when they are cleared', async () => {
    const storage = new MemoryStorage();
    const store = new ExerciseStore(storage, HISTORIES);
    store.save('book 1', aHistory().stored);
    await store.flush();
    store.save('book 1', new RunHistory().stored);
    await store.flush();
    expect([...storage.values]).toEqual([['d2l.histories', '[]']]);
  });

  it('are bounded: the exercise that was not run for longest is forgotten', async () => {
    const storage = new MemoryStorage();
    const store = new ExerciseStore(storage, HISTORIES);
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
    expect(new ExerciseStore(storage, HISTORIES).load('book')).toBeUndefined();
  });
});
