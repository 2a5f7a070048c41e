import { expect, it } from 'vitest';
import { EMPTY_STATE } from '../../../src/run-model/state.ts';
import { StateStore, changed, type StateChange } from '../../../src/run-model/store.ts';

function watched() {
  const store = new StateStore(EMPTY_STATE);
  const changes: StateChange[] = [];
  const unsubscribe = store.subscribe((change) => changes.push(change));
  return { store, changes, unsubscribe };
}

it('tells which fields have new values, and nothing where none has', () => {
  const { store, changes } = watched();
  store.set({ seed: 3, live: EMPTY_STATE.live, history: EMPTY_STATE.history });
  store.set({ seed: 3 });
  expect(changes).toEqual([{ type: 'change', change: { seed: 3 } }]);
});

it('reduces an event once, and tells nothing of another run’s', () => {
  const { store, changes } = watched();
  store.accept({ type: 'started', run: 2, seed: 7 });
  store.accept({ type: 'output', run: 1, stream: 'stdout', text: 'late' });
  expect(changes.map(({ type }) => type)).toEqual(['event']);
  expect(store.state).toMatchObject({ status: 'running', run: 2, seed: 7 });
});

it('drops the runs of another sweep', () => {
  const { store, changes } = watched();
  store.addSweepRun(1, { at: 0 } as Parameters<StateStore['addSweepRun']>[1]);
  expect(changes).toEqual([]);
});

it('can be followed by its changes alone, until nobody listens any more', () => {
  const { store, changes, unsubscribe } = watched();
  store.set({ documentName: 'a.py' });
  store.accept({ type: 'started', run: 1, seed: 0 });
  store.accept({ type: 'output', run: 1, stream: 'stdout', text: 'x' });
  expect(changes.reduce(changed, EMPTY_STATE)).toEqual(store.state);
  unsubscribe();
  store.set({ seed: 9 });
  expect(changes).toHaveLength(3);
});
