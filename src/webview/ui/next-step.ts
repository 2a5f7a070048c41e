/** What the learner can do about how a run ended: a sentence and, where something can be opened for it, a link. */

import type { Step } from '../messages.ts';
import type { PanelState, Results } from '../state.ts';
import { link } from './controls.ts';
import { create, setText } from './dom.ts';
import type { Host } from './host.ts';

export interface NextStep {
  /** Empty where the results speak for themselves. */
  readonly text: string;
  readonly link?: { readonly text: string; readonly step: Step };
}

const NOTHING: NextStep = { text: '' };

function nextStep({ status, results, exercise }: PanelState): NextStep {
  switch (status) {
    case 'restricted':
      return { text: '', link: { text: 'Manage workspace trust', step: 'trust' } };
    case 'stopped':
      return { text: 'What was learned until then is shown. Run starts over; an edit alone does not.' };
    case 'timeout':
      return {
        text: 'Use fewer epochs or less data, or raise the time limit.',
        link: { text: 'Open the setting', step: 'timeLimit' },
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

function afterError({ error }: Results): NextStep {
  if (error?.type !== 'EngineError') return { text: 'Correct the line, and the exercise runs again.' };
  return {
    text: 'Python itself ended. The next run starts a new one.',
    link: { text: 'Show the log', step: 'log' },
  };
}

function isSilent({ fits, figures, outputs }: Results): boolean {
  return fits.length + figures.length + outputs.length === 0;
}

export class NextStepLine {
  readonly element = create('p', 'next-step');
  private readonly text = create('span');
  private shown: NextStep = NOTHING;

  constructor(private readonly host: Host) {
    this.element.append(this.text);
    this.element.hidden = true;
  }

  update(state: PanelState): void {
    const step = nextStep(state);
    setText(this.text, step.text);
    this.element.hidden = !this.host.hasEditor || (step.text === '' && step.link === undefined);
    if (step.link?.step === this.shown.link?.step) return;
    this.shown = step;
    this.element.querySelector('.link')?.remove();
    const target = step.link;
    if (target === undefined) return;
    const press = (): void => this.host.post({ type: 'takeStep', step: target.step });
    this.element.append(' ', link(target.text, '', press));
  }
}
