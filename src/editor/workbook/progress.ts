/** How far the learner has come with each exercise of the workbook; kept in the workspace's storage. */

import type { Storage } from '../history/exercise-store.ts';

/** In the order in which a learner gets there. `ran`: a run of it has ended, well or not. */
export const PROGRESS = ['new', 'opened', 'ran', 'solved'] as const;

export type ExerciseProgress = (typeof PROGRESS)[number];

const KEY = 'd2l.workbook.progress';

interface Stored {
  readonly version: 1;
  readonly exercises: Readonly<Record<string, ExerciseProgress>>;
}

export class Progress {
  readonly #reached: Map<string, ExerciseProgress>;

  /** `changed` is called after each change. */
  constructor(
    private readonly storage: Storage,
    private readonly changed: () => void,
  ) {
    this.#reached = new Map(Object.entries(readStored(storage.get(KEY))));
  }

  of(exercise: string): ExerciseProgress {
    return this.#reached.get(exercise) ?? 'new';
  }

  /** Whether any exercise is solved. */
  get hasSolved(): boolean {
    return [...this.#reached.values()].includes('solved');
  }

  /** The exercise has come as far as that. What was reached before is never taken back. */
  reach(exercise: string, progress: ExerciseProgress): void {
    if (PROGRESS.indexOf(progress) <= PROGRESS.indexOf(this.of(exercise))) return;
    this.#reached.set(exercise, progress);
    this.#save();
  }

  /** Everything is new again. */
  reset(): void {
    this.#reached.clear();
    this.#save();
  }

  #save(): void {
    const stored: Stored = { version: 1, exercises: Object.fromEntries(this.#reached) };
    void this.storage.update(KEY, stored);
    this.changed();
  }
}

/** What another version of the extension wrote, or anything else, counts as nothing. */
function readStored(value: unknown): Stored['exercises'] {
  const { version, exercises } = (value ?? {}) as Partial<Stored>;
  if (version !== 1 || typeof exercises !== 'object' || exercises === null) return {};
  const known = ([, progress]: [string, unknown]): boolean => PROGRESS.some((name) => name === progress);
  return Object.fromEntries(Object.entries(exercises).filter(known));
}
