/** The entries by which Python pauses a training at one of its steps. */
import type { Calls } from './bridge-calls.ts';
import type { BridgeFunction } from './host.ts';
import type { TrainingLoops } from './loops.ts';
import type { TrainingPause } from './training-pause.ts';

export function trainingStepEntries(
  calls: Calls,
  loops: TrainingLoops,
  pause: TrainingPause,
): Record<string, BridgeFunction> {
  return {
    /** Whether the training stops here. `epoch`: of the Trainer's fit that is under way; -1: there is none. */
    stops_here: (epoch: number) => pause.stopsIn(epoch < 0 ? loops.epoch : epoch),
    /** Waits for the learner's word. */
    wait_here: () =>
      calls.run(() => {
        pause.wait();
        return 0;
      }, -1),
  };
}
