/** Which exercise, did it run, and the buttons that run it. */

import { elapsedOf, isActive, type PanelState } from '../../../run-model/state.ts';
import { Announcer } from '../elements/announcer.ts';
import { codeLink, type CodePlace } from '../elements/code-link.ts';
import { button, type Button } from '../elements/controls.ts';
import { create, fileOnly, icon, setText } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import { EngineLink } from './engine-link.ts';
import { NextStepLine } from './next-step.ts';
import { OverrideLine } from './override-line.ts';
import { announcement, fractionDone, runFacts, statusText } from './status-text.ts';
import { TrainingButtons } from './training-buttons.ts';
import { VerdictLine } from './verdict-line.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { lossSentence } from '../loss/loss-sentence.ts';
import { t } from '../words.ts';

/** Milliseconds. */
const TICK = 500;

export class Header {
  readonly element = create('header', 'top');
  readonly #title = create('h1');
  readonly #location: HTMLElement;
  readonly #engine: EngineLink;
  readonly #live: Button;
  readonly #save: Button;
  readonly #run: Button;
  readonly #stop: Button;
  readonly #training: TrainingButtons;
  readonly #status = create('span', 'status');
  readonly #facts = create('span', 'facts');
  readonly #line = create('div', 'status-line', this.#status, this.#facts);
  readonly #progress = create('progress');
  readonly #step: NextStepLine;
  readonly #overrides: OverrideLine;
  readonly #verdict = new VerdictLine();
  readonly #note = create('p', 'note');
  /** Which run is under way, and when the page first saw it. */
  #seen: { readonly run: number | null; readonly began: number } = { run: null, began: 0 };
  #ticking: ReturnType<typeof setInterval> | undefined;
  readonly #announcer = new Announcer();
  #state: PanelState | undefined;

  constructor({ host }: Page) {
    this.#location = codeLink(host, '', t('Go to the exercise'), () => this.#exercisePlace());
    this.#engine = new EngineLink(host);
    this.#live = liveButton(host, () => this.#state?.live ?? false);
    this.#save = saveButton(host);
    this.#run = runButton(host);
    this.#stop = stopButton(host);
    this.#training = new TrainingButtons(host);
    this.#progress.setAttribute('aria-label', t('Progress of the run'));
    this.#step = new NextStepLine(host);
    this.#overrides = new OverrideLine(host);
    const buttons = [this.#training, this.#live, asideButton(host), this.#save, this.#run, this.#stop].map(
      ({ element }) => element,
    );
    for (const { element } of [this.#live, this.#save]) fileOnly(element);
    const buttonRow = create('div', 'buttons', ...buttons);
    buttonRow.hidden = !host.hasEditor;
    this.element.append(
      create(
        'div',
        'title-row',
        create('div', 'names', this.#title, this.#location, this.#engine.element),
        buttonRow,
      ),
      this.#line,
      this.#progress,
      this.#overrides.element,
      this.#verdict.element,
      this.#note,
      this.#step.element,
      this.#announcer.element,
    );
  }

  static place(): Place {
    return 'top';
  }

  update(view: PanelView): void {
    const { state, results, newest } = view;
    this.#state = state;
    this.#training.update(view);
    const { exercise } = state;
    setText(this.#title, exercise === null ? 'D2L Exercises' : exerciseName(exercise));
    const place =
      exercise === null ? state.documentName : t('{0}, line {1}', state.documentName, exercise.line);
    setText(this.#location, place);
    this.#location.hidden = state.document === null;
    this.#engine.update(state);
    // Outside the sandbox nothing runs while it is typed.
    const isLive = state.engine.kind === 'built-in';
    this.#live.setDisabled(!isLive);
    this.#live.setPressed(state.live && isLive);
    const active = isActive(state.status);
    this.#run.element.hidden = active || state.status === 'queued';
    this.#stop.element.hidden = !active;
    this.#save.setDisabled(active || state.status === 'idle' || state.status === 'restricted');
    this.#run.setDisabled(exercise === null || state.status === 'restricted');
    this.#showStatus(state);
    this.#keepTime(state.status === 'running');
    this.#overrides.update(state);
    this.#verdict.update(state.verdict);
    setText(this.#note, state.note ?? '');
    this.#step.update(state);
    // How the loss went is read out when the run has ended.
    const fit = results.fits[newest];
    this.#announcer.say(announcement(state, fit === undefined ? '' : lossSentence(fit).text));
  }

  #showStatus(state: PanelState): void {
    this.#line.hidden = state.exercise === null && state.status === 'idle';
    const elapsed = this.#elapsed(state);
    const { icon: name, text, tone } = statusText(state, elapsed);
    this.#showProgress(state);
    this.#status.className = `status ${tone}`;
    const glyph = icon(name);
    if (name === 'loading') glyph.classList.add('codicon-modifier-spin');
    if (this.#status.dataset['icon'] !== name) {
      this.#status.dataset['icon'] = name;
      this.#status.replaceChildren(glyph, create('span'));
    }
    if (this.#status.lastElementChild !== null) setText(this.#status.lastElementChild, text);
    const facts = runFacts(state);
    if (this.#facts.dataset['facts'] === facts.join('\n')) return;
    this.#facts.dataset['facts'] = facts.join('\n');
    this.#facts.replaceChildren(...facts.map((fact) => create('span', '', fact)));
  }

  /** Milliseconds since the run began; null: none is under way. */
  #elapsed({ status, clock, run }: PanelState): number | null {
    if (status !== 'running') return null;
    if (clock !== null) return elapsedOf(clock);
    if (this.#seen.run !== run) this.#seen = { run, began: Date.now() };
    return Date.now() - this.#seen.began;
  }

  /** While a run goes on its time does, whether or not it reports anything. */
  #keepTime(isRunning: boolean): void {
    if (isRunning === (this.#ticking !== undefined)) return;
    clearInterval(this.#ticking);
    this.#ticking = isRunning ? setInterval(() => this.#tick(), TICK) : undefined;
  }

  #tick(): void {
    if (this.#state === undefined) return;
    this.#showStatus(this.#state);
    this.#step.update(this.#state);
  }

  /** Invisible rather than gone between runs, so that nothing below moves while the code is typed. */
  #showProgress({ status, results }: PanelState): void {
    const done = status === 'running' ? fractionDone(results) : null;
    this.#progress.classList.toggle('idle', !isActive(status));
    if (done === null) this.#progress.removeAttribute('value');
    else this.#progress.value = done;
  }

  #exercisePlace(): CodePlace | undefined {
    const state = this.#state;
    if (state === undefined || state.document === null) return undefined;
    return { document: state.document, line: state.exercise?.line ?? 1 };
  }
}

function exerciseName({ id, title }: { readonly id: string; readonly title: string }): string {
  return [id, title].filter((part) => part !== '').join(' · ');
}

function liveButton(host: Host, isLive: () => boolean): Button {
  const live = button({
    label: t('Live'),
    icon: 'sync',
    look: 'quiet',
    title: t('Run again while you type'),
    onPress: () => host.post({ type: 'toggleLive', live: !isLive() }),
  });
  live.element.classList.add('live');
  return live;
}

const asideButton = (host: Host): Button =>
  button({
    label: t('Open to the side'),
    icon: 'split-horizontal',
    iconOnly: true,
    look: 'quiet',
    title: t('Open to the side'),
    onPress: () => host.post({ type: 'openToSide' }),
  });

const saveButton = (host: Host): Button =>
  button({
    label: t('Save as HTML'),
    icon: 'save',
    iconOnly: true,
    look: 'quiet',
    title: t('Save the results as a page'),
    onPress: () => host.post({ type: 'saveReport' }),
  });

const runButton = (host: Host): Button =>
  button({
    label: t('Run'),
    icon: 'play',
    look: 'primary',
    title: t('Run this exercise'),
    onPress: () => host.post({ type: 'run' }),
  });

const stopButton = (host: Host): Button =>
  button({
    label: t('Stop'),
    icon: 'debug-stop',
    look: 'secondary',
    title: t('Stop this run'),
    onPress: () => host.post({ type: 'stop' }),
  });
