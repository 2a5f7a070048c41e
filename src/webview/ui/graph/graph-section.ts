/** The tape behind a tensor, when the learner has asked for it. */

import { beginningsOf, type Beginning } from '../../../run-model/graph/behind.ts';
import { isActive, type PanelState } from '../../../run-model/state.ts';
import type { TapeGraph } from '../../../training/protocol/protocol.ts';
import { button, dropdown } from '../elements/controls.ts';
import { create, setText } from '../elements/dom.ts';
import { section } from '../elements/section.ts';
import type { Host } from '../host.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { graphSentence } from './graph-sentence.ts';
import { graphTable } from './graph-table.ts';
import { GraphView } from './graph-view.ts';
import { t } from '../words.ts';

const NO_SCRIPT = t('The graph cannot be drawn: its script was not loaded.');

export class GraphSection {
  readonly #part;
  readonly #host: Host;
  readonly #sentence = create('p', 'sentence');
  readonly #ask;
  readonly #choice;
  readonly #picture = create('div', 'graph-picture');
  readonly #table = create('details', 'graph-table', create('summary', '', t('As a table')));
  readonly #view: GraphView;
  #graph: TapeGraph | undefined;
  /** What is asked for, and what is shown for it. */
  #wish = '';
  #beginning: Beginning | undefined;

  constructor({ host }: Page) {
    this.#host = host;
    this.#part = section('graph', t('Graph'), host);
    this.#choice = dropdown(t('What to look from'), (key) => this.#choose(key));
    this.#choice.element.classList.add('fit-choice');
    this.#view = new GraphView((subject) => {
      const at = this.#beginning;
      if (at === undefined) return;
      setText(this.#sentence, subject === undefined ? NO_SCRIPT : graphSentence(subject, this.#wish, at));
    });
    const show = (): void => host.post({ type: 'showGraph', of: '' });
    this.#ask = button({ label: t('Show the graph'), look: 'secondary', onPress: show });
    this.#table.addEventListener('toggle', () => this.#drawTable());
    this.#picture.append(this.#choice.element, this.#view.folds, this.#view.frame.element, this.#table);
    this.#part.actions.append(...this.#buttons());
    this.#part.body.append(this.#sentence, this.#ask.element, this.#picture);
    this.#part.setVisible(false);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'bottom';
  }

  update({ state }: PanelView): void {
    const { graph } = state.results;
    const isAsked = state.graph !== null || !this.#host.hasEditor;
    const isOffered = state.results.advice.some(({ kind }) => kind === 'secondBackward');
    this.#part.setVisible(isAsked ? this.#host.hasEditor || graph !== undefined : isOffered);
    this.#ask.element.hidden = isAsked;
    this.#part.actions.hidden = !isAsked;
    this.element.classList.toggle('former', isAsked && graph === undefined);
    if (!isAsked) return this.#offer();
    if (graph === undefined) return this.#wait(state);
    if (graph === this.#graph && state.graph === this.#wish) return;
    this.#graph = graph;
    this.#wish = state.graph ?? '';
    this.#show(graph);
  }

  #offer(): void {
    this.#forget();
    setText(this.#sentence, t('What is behind the tensor, and what of it the first backward() has freed.'));
  }

  /** The picture of the run before stays until there is another one. */
  #wait({ status, isCell }: PanelState): void {
    if (this.#graph !== undefined && isActive(status)) return;
    this.#forget();
    const text = isActive(status)
      ? t('The graph is told when the run is over.')
      : isCell
        ? t('Run the cell to see its graph.')
        : t('Run the exercise to see its graph.');
    setText(this.#sentence, text);
  }

  #forget(): void {
    this.#graph = undefined;
    this.#beginning = undefined;
    this.#picture.hidden = true;
  }

  #show(graph: TapeGraph): void {
    const beginnings = beginningsOf(graph);
    const chosen = beginnings.find(({ key }) => key === this.#wish) ?? beginnings[0];
    this.#beginning = chosen;
    this.#picture.hidden = chosen === undefined;
    if (chosen === undefined)
      return setText(
        this.#sentence,
        t('No tensor of the run has a graph behind it: none requires gradients.'),
      );
    this.#choice.setChoices(
      beginnings.map(({ key }) => ({ value: key, text: key })),
      chosen.key,
    );
    void this.#view.show(graph, chosen.node);
    this.#drawTable();
  }

  #choose(key: string): void {
    if (this.#host.hasEditor) return this.#host.post({ type: 'showGraph', of: key });
    this.#wish = key;
    if (this.#graph !== undefined) this.#show(this.#graph);
  }

  #drawTable(): void {
    const [summary] = this.#table.children;
    if (this.#graph === undefined || this.#beginning === undefined || summary === undefined) return;
    const isWanted = this.#table.open;
    this.#table.replaceChildren(
      summary,
      ...(isWanted ? [graphTable(this.#graph, this.#beginning.node)] : []),
    );
  }

  #buttons(): readonly HTMLElement[] {
    const zoom = (key: string): void => void this.#view.frame.zoomBy(key);
    const close = (): void => this.#host.post({ type: 'showGraph', of: null });
    const make = (label: string, icon: string, onPress: () => void): HTMLElement =>
      button({ label, icon, iconOnly: true, look: 'quiet', title: label, onPress }).element;
    return [
      make(t('Zoom in'), 'zoom-in', () => zoom('+')),
      make(t('Zoom out'), 'zoom-out', () => zoom('-')),
      make(t('As large as fits'), 'screen-full', () => zoom('0')),
      ...(this.#host.hasEditor ? [make(t('Close the graph'), 'close', close)] : []),
    ];
  }
}
