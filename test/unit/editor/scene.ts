/** A controller with a scripted session and a panel that keeps its state, for tests. */
import { vi } from 'vitest';
import type { EngineWish } from '../../../src/editor/engines/wish.ts';
import { ExerciseStore } from '../../../src/editor/history/exercise-store.ts';
import { LAST_RUNS, type LastRun } from '../../../src/editor/history/last-run.ts';
import { OVERRIDES, type StoredOverrides } from '../../../src/editor/overrides/kept-overrides.ts';
import { NUMBER_PAUSE, TYPING_PAUSE } from '../../../src/editor/live-runs.ts';
import { RunController } from '../../../src/editor/run-controller.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/editor/settings.ts';
import { EMPTY_STATE, type PanelState } from '../../../src/run-model/state.ts';
import { StateStore, type StateChange } from '../../../src/run-model/store.ts';
import { MemoryStorage } from './history/memory-storage.ts';
import { MemoryDocument, ScriptedSession, WORKBOOK, english } from './sample.ts';

export const EXERCISE_LINE = 9;

export class Scene {
  readonly document = new MemoryDocument(WORKBOOK);
  readonly session = new ScriptedSession();
  readonly pool = Object.assign(new ScriptedSession(), { size: 2, warm: vi.fn() });
  /** What the panel was told of the states that it showed, oldest first. */
  readonly changes: StateChange[] = [];
  readonly reports: (string | null)[] = [];
  readonly verdicts: (boolean | null)[] = [];
  settings: Settings = DEFAULT_SETTINGS;
  trusted = true;
  load: (wish: EngineWish) => Promise<ScriptedSession> = () => Promise.resolve(this.session);
  loadPool: () => Promise<typeof this.pool> = () => Promise.resolve(this.pool);
  /** As the panel's host side shows a state and hears of its changes. */
  readonly panel = {
    store: new StateStore(EMPTY_STATE),
    unsubscribe: () => undefined as void,
    get state(): PanelState {
      return this.store.state;
    },
    shows(store: StateStore): boolean {
      return store === this.store;
    },
    show: (store: StateStore): void => {
      this.panel.unsubscribe();
      this.panel.store = store;
      this.panel.unsubscribe = store.subscribe((change) => {
        this.changes.push(change);
      });
    },
  };
  /** As the workspace's storage keeps them: a scene with those of another is the next session. */
  readonly lastRuns: ExerciseStore<LastRun>;
  readonly overrides: ExerciseStore<StoredOverrides>;
  readonly controller: RunController;

  constructor(readonly storage = new MemoryStorage()) {
    this.lastRuns = new ExerciseStore(storage, LAST_RUNS);
    this.overrides = new ExerciseStore(storage, OVERRIDES);
    this.controller = this.#control();
  }

  #control(): RunController {
    return new RunController({
      lastRuns: this.lastRuns,
      overrides: this.overrides,
      session: (wish) => this.load(wish),
      pool: () => this.loadPool(),
      panel: this.panel,
      t: english,
      settings: () => this.settings,
      trusted: () => this.trusted,
      changed: () => undefined,
      finished: ({ state }) => this.verdicts.push(state.verdict?.solved ?? null),
      reported: (_, report) => this.reports.push(report?.error?.type ?? null),
      log: () => undefined,
    });
  }

  /** Runs the exercise at the cursor to its end. */
  async runOnce(line = EXERCISE_LINE): Promise<void> {
    this.controller.follow(this.document, line);
    const done = this.controller.run(this.document, { line });
    await this.settle();
    await this.finish();
    await done;
  }

  async finish(): Promise<void> {
    const { last } = this.session;
    last.send({ type: 'started', run: last.id, seed: last.request.seed });
    await last.end();
  }

  async edit(text: string): Promise<void> {
    this.controller.edited(this.document, this.document.write(text));
    await vi.advanceTimersByTimeAsync(TYPING_PAUSE + 1);
  }

  /** One digit of it, and the run that follows. */
  async typeRate(rate: string): Promise<void> {
    const changes = this.document.write(WORKBOOK.replace('0.03', rate));
    this.controller.edited(this.document, changes, true);
    await vi.advanceTimersByTimeAsync(NUMBER_PAUSE + 1);
    await this.finish();
  }

  /** What is in the storage when the window closes. */
  async flush(): Promise<void> {
    await Promise.all([this.lastRuns.flush(), this.overrides.flush()]);
  }

  /** Runs of sweeps that travelled to the panel one by one. */
  get increments() {
    return this.changes.flatMap((change) => (change.type === 'sweepRun' ? [change.run] : []));
  }

  pastRates(): unknown[] {
    return this.panel.state.history.map(({ parameters }) => parameters['lr']);
  }

  settle(): Promise<unknown> {
    return vi.advanceTimersByTimeAsync(1);
  }
}
