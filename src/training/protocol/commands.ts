/** What the host tells a run that is under way, besides that it is to stop, and what the run says of it. */
import type { DebugCommand } from './debug.ts';
import type { RunId } from './run.ts';

/** How a training goes on: `stepBatch` stops it again at the next minibatch, `stepEpoch` at the first one of the next epoch. */
export type TrainingCommand = 'pause' | 'continue' | 'stepBatch' | 'stepEpoch';

/** A command by its type; one that nobody takes is dropped. */
export type RunCommand =
  { readonly type: TrainingCommand } | { readonly type: 'debug'; readonly command: DebugCommand };

/** The run waits for a command. Its time limit does too, if it was given one before. */
export interface PausedMessage {
  readonly type: 'paused';
  readonly run: RunId;
}

/** It goes on. */
export interface ResumedMessage {
  readonly type: 'resumed';
  readonly run: RunId;
}
