/** Workspace Trust: nothing is executed in a restricted window, and the panel says so. */

import type { Translate } from '../advice/translate.ts';
import type { ExerciseRecord } from './exercise-record.ts';

export interface TrustHost {
  readonly t: Translate;
  /** Whether the window's workspace is trusted. */
  trusted(): boolean;
}

export class TrustGate {
  constructor(private readonly host: TrustHost) {}

  /** Marks the record where nothing may run; returns whether that is so. */
  restricts(record: ExerciseRecord): boolean {
    if (this.host.trusted()) return false;
    const note = this.host.t('This window is restricted: exercises run once you trust the workspace.');
    record.giveUpRun();
    record.store.set({ status: 'restricted', note });
    return true;
  }

  /** The workspace is trusted now. */
  granted(records: readonly ExerciseRecord[]): void {
    for (const { state, store } of records)
      if (state.status === 'restricted') store.set({ status: 'idle', note: null });
  }
}
