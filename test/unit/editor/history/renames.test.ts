import { describe, expect, it } from 'vitest';
import { ExerciseStore } from '../../../../src/editor/history/exercise-store.ts';
import { likeness } from '../../../../src/editor/history/likeness.ts';

const KIND = {
  index: 'all',
  entry: 'one',
  most: 10,
  pack: (value: string) => value,
  read: (value: unknown) => (typeof value === 'string' ? value : undefined),
};

function memory(): { get(key: string): unknown; update(key: string, value: unknown): Promise<void> } {
  const values = new Map<string, unknown>();
  return {
    get: (key) => values.get(key),
    update: (key, value) => Promise.resolve(void values.set(key, value)),
  };
}

describe('what is kept of a file', () => {
  it('moves along with its name, written or still waiting, and with its folder’s', async () => {
    const storage = memory();
    const store = new ExerciseStore(storage, KIND);
    store.save('file:///w/a.py ["3.4",""]', 'one');
    store.save('file:///w/ab.py ["3.4",""]', 'other');
    await store.flush();
    store.save('file:///w/a.py ["3.5",""]', 'two');
    store.move('file:///w/a.py', 'file:///w/b.py');
    expect(store.load('file:///w/a.py ["3.4",""]')).toBeUndefined();
    await store.flush();
    const read = new ExerciseStore(storage, KIND);
    expect(read.exercises.toSorted()).toEqual([
      'file:///w/ab.py ["3.4",""]',
      'file:///w/b.py ["3.4",""]',
      'file:///w/b.py ["3.5",""]',
    ]);
    expect(read.load('file:///w/b.py ["3.5",""]')).toBe('two');
    read.move('file:///w', 'file:///v');
    expect(read.load('file:///v/ab.py ["3.4",""]')).toBe('other');
    expect(read.exercises.every((name) => name.startsWith('file:///v/'))).toBe(true);
  });

  it('takes no other file’s place', () => {
    const store = new ExerciseStore(memory(), KIND);
    store.save('file:///a.py k', 'old');
    store.save('file:///b.py k', 'own');
    store.move('file:///a.py', 'file:///b.py');
    expect(store.load('file:///b.py k')).toBe('own');
  });
});

describe('likeness', () => {
  it('is the part of the code’s lines that are there, each as often', () => {
    expect(likeness(['a', '', 'b'], ['  b', 'a', 'c'])).toBe(1);
    expect(likeness(['a', 'a', 'b', 'c'], ['a', 'x'])).toBe(0.25);
    expect(likeness([], ['a'])).toBe(0);
  });
});
