/** What the run controller needs of the editor around it. */

import type { RunEvent } from '../training/protocol/protocol.ts';
import type { PanelState } from '../run-model/state.ts';
import type { ExerciseRecord } from './exercise-record.ts';
import type { SessionSource } from './exercise-runs.ts';
import type { RunReport } from './run-problems.ts';
import type { ShownExerciseParts } from './shown-exercise.ts';
import type { SourceDocument } from './source-document.ts';
import type { PoolSource } from './sweeps/sweep-runs.ts';
import type { TrustHost } from './trust-gate.ts';

export interface ControllerHost extends ShownExerciseParts, TrustHost {
  readonly session: SessionSource;
  readonly pool: PoolSource;
  /** What CodeLenses and status bar show has changed. */
  changed(): void;
  /** A run of the exercise has ended, and is judged where it has a check. */
  finished(record: ExerciseRecord): void;
  /** A run of the exercise has come further: its record has taken `event` in. */
  progressed?(record: ExerciseRecord, event: RunEvent): void;
  /** Whether somebody looks at what a run leaves in its names. */
  wantsVariables?(): boolean;
  /** Whether somebody looks at how models learn. */
  wantsSteps?(): boolean;
  /** The PyTorch that may do what the built-in engine could not, as people call it; null: there is none, or no need. */
  pytorchFor?(state: PanelState): string | null;
  /** A run of the document has ended; null: one began, or the document is closed, so older reports are over. */
  reported(document: SourceDocument, report: RunReport | null): void;
  log(text: string): void;
}
