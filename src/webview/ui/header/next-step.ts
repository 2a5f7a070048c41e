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
import { t } from '../words.ts';

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
        text: t('Waiting for {0} to finish.', state.waitingFor ?? t('another run')),
        links: [
          { text: t('Run now instead'), step: 'runNow' },
          { text: t('Cancel'), step: 'cancelWaiting' },
        ],
      };
    case 'running':
      return state.clock === null ? NOTHING : nearItsEnd(state.clock, now);
    case 'restricted':
      return { text: '', links: [{ text: t('Manage workspace trust'), step: 'trust' }] };
    case 'stopped':
      return {
        text: `${isSilent(results) ? t('It had brought nothing yet.') : t('What it had until then is shown.')} ${t('Run starts over; an edit alone does not.')}`,
      };
    case 'timeout':
      return {
        text: t('Use fewer epochs or less data, or raise the time limit.'),
        links: [{ text: t('Open the setting'), step: 'timeLimit' }],
      };
    case 'error':
      return afterError(results);
    case 'ok':
      return exercise !== null && isSilent(results)
        ? { text: t('Nothing was shown: print a value, draw with plt, or fit a model.') }
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
    text: t('The time limit ends this run in {0}.', duration(Math.max(0, Math.ceil(left / 1000)) * 1000)),
    links: [{ text: t('Continue for another {0}', duration(1000 * time.more)), step: 'continueRun' }],
  };
}

function afterError({ error }: Results): NextStep {
  if (error?.type !== 'EngineError') return { text: t('Correct the line, and the exercise runs again.') };
  return {
    text: t('Python itself ended. The next run starts a new one.'),
    links: [{ text: t('Show the log'), step: 'log' }],
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
