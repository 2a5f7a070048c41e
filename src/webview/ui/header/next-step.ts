/** What the learner can do about how a run stands: a sentence and, where something can be done at once, links. */

import type { Step } from '../../protocol/messages.ts';
import {
  elapsedOf,
  nearLimit,
  type PanelState,
  type Results,
  type RunTime,
} from '../../../run-model/state.ts';
import { link } from '../elements/controls.ts';
import { create, setText } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import { duration } from '../numbers.ts';

export interface NextStep {
  /** Empty where the results speak for themselves. */
  readonly text: string;
  readonly links?: readonly { readonly text: string; readonly step: Step }[];
}

const NOTHING: NextStep = { text: '' };

function nextStep(state: PanelState, now: number): NextStep {
  const { status, results, exercise } = state;
  switch (status) {
    case 'queued':
      return {
        text: `Waiting for ${state.waitingFor ?? 'another run'} to finish.`,
        links: [
          { text: 'Run now instead', step: 'runNow' },
          { text: 'Cancel', step: 'cancelWaiting' },
        ],
      };
    case 'running':
      return state.clock === null ? NOTHING : nearItsEnd(state.clock, now);
    case 'restricted':
      return { text: '', links: [{ text: 'Manage workspace trust', step: 'trust' }] };
    case 'stopped':
      return {
        text: `${isSilent(results) ? 'It had brought nothing yet.' : 'What it had until then is shown.'} Run starts over; an edit alone does not.`,
      };
    case 'timeout':
      return {
        text: 'Use fewer epochs or less data, or raise the time limit.',
        links: [{ text: 'Open the setting', step: 'timeLimit' }],
      };
    case 'error':
      return afterError(results);
    case 'ok':
      return exercise !== null && isSilent(results)
        ? { text: 'Nothing was shown: print a value, draw with plt, or fit a model.' }
        : NOTHING;
    default:
      return NOTHING;
  }
}

/** While there is time to let the run go on. */
function nearItsEnd(time: RunTime, now: number): NextStep {
  const left = 1000 * time.limit - elapsedOf(time, now);
  if (left > nearLimit(time) || time.paused !== undefined) return NOTHING;
  return {
    text: `The time limit ends this run in ${duration(Math.max(0, Math.ceil(left / 1000)) * 1000)}.`,
    links: [{ text: `Continue for another ${duration(1000 * time.more)}`, step: 'continueRun' }],
  };
}

function afterError({ error }: Results): NextStep {
  if (error?.type !== 'EngineError') return { text: 'Correct the line, and the exercise runs again.' };
  return {
    text: 'Python itself ended. The next run starts a new one.',
    links: [{ text: 'Show the log', step: 'log' }],
  };
}

function isSilent({ fits, figures, outputs }: Results): boolean {
  return fits.length + figures.length + outputs.length === 0;
}

export class NextStepLine {
  readonly element = create('p', 'next-step');
  readonly #text = create('span');
  #shown: NextStep = NOTHING;

  constructor(private readonly host: Host) {
    this.element.append(this.#text);
    this.element.hidden = true;
  }

  update(state: PanelState): void {
    const step = nextStep(state, Date.now());
    setText(this.#text, step.text);
    const { links = [] } = step;
    this.element.hidden = !this.host.hasEditor || (step.text === '' && links.length === 0);
    if (JSON.stringify(links) === JSON.stringify(this.#shown.links ?? [])) return;
    this.#shown = step;
    const made = links.map((target) =>
      link(target.text, '', () => this.host.post({ type: 'takeStep', step: target.step })),
    );
    this.element.replaceChildren(this.#text, ...made.flatMap((element) => [' ', element]));
  }
}
