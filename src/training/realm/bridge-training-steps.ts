/** The entries by which Python tells steps of a training, and waits at one where the learner wants it to. */
import type { Calls } from './bridge-calls.ts';
import type { BridgeFunction, RealmHost } from './host.ts';
import type { TrainingLoops } from './loops.ts';
import type { TrainingPause } from './training-pause.ts';
import type { ToldStep, TrainingSteps } from './training-steps.ts';

export interface StepWatchers {
  readonly loops: TrainingLoops;
  readonly pause: TrainingPause;
  readonly steps: TrainingSteps;
}

/** What `look_wanted` answers, added up. */
const [STOPS, STEP, FIRST] = [1, 2, 4];

export function trainingStepEntries(
  host: RealmHost,
  calls: Calls,
  { loops, pause, steps }: StepWatchers,
): Record<string, BridgeFunction> {
  const told = (tell: (step: ToldStep) => void) => (text: string) => {
    try {
      tell(JSON.parse(text) as ToldStep);
    } catch (error) {
      host.log('warn', `a step of a training could not be told: ${String(error)}`);
    }
    return 0;
  };
  return {
    /** Whether the training stops here, whether the step is to be told, and whether it is the first that is. `epoch`: of the Trainer's fit that is under way; -1: there is none. */
    look_wanted: (epoch: number) => {
      const stops = pause.stopsIn(epoch < 0 ? loops.epoch : epoch);
      const { step, first } = steps.wanted(stops);
      return (stops ? STOPS : 0) + (step ? STEP : 0) + (first ? FIRST : 0);
    },
    training_step: told((step) => steps.tell(step)),
    /** Whether the end of a fit is to be told, by `training_end`. */
    end_wanted: () => steps.isOpen,
    training_end: told((step) => steps.tellEnd(step)),
    /** What follows is not the learner's doing; or it is again. */
    look_aside: (isAside: boolean) => {
      host.lineValues.isAside = isAside;
      return 0;
    },
    /** Waits for the learner's word. */
    wait_here: () =>
      calls.run(() => {
        pause.wait();
        return 0;
      }, -1),
  };
}
