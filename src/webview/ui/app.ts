/** The page: draws the sections of the list from one state, and puts each where it stands. */

import { EMPTY_STATE, type PanelState } from '../../run-model/state.ts';
import { create } from './elements/dom.ts';
import type { FitChoice } from './charts/loss-curves.ts';
import type { Host } from './host.ts';
import { viewOf, type PanelSection, type PanelView, type Place, type SectionClass } from './panel-section.ts';
import { SECTIONS } from './sections.ts';
import type { ThemeSource } from './theme.ts';

/** CSS pixels from which on there are two columns, as in `styles/sections.css`. */
const TWO_COLUMNS = 640;

interface Placed {
  readonly kind: SectionClass;
  readonly section: PanelSection;
  place: Place | undefined;
}

/** Whether there is anything for the column of results; both engines can be compared before the exercise has run. */
function hasResults({ results, state }: PanelView): boolean {
  return results.fits.length + results.figures.length > 0 || state.engineComparison !== null;
}

export class App {
  readonly #sections: readonly Placed[];
  readonly #columnOf = { results: create('div', 'column results'), turn: create('div', 'column turn') };
  readonly #columns = create('div', 'columns', this.#columnOf.results, this.#columnOf.turn);
  #state: PanelState = EMPTY_STATE;
  /** null: the newest fit. */
  #choice: FitChoice | null;

  /** `kinds`: the sections, those of one place in their order. */
  constructor(
    private readonly root: HTMLElement,
    private readonly host: Host,
    theme: ThemeSource,
    kinds: readonly SectionClass[] = SECTIONS,
  ) {
    this.#choice = host.uiState.fits;
    const page = { host, theme, choose: (choice: FitChoice) => this.#choose(choice) };
    this.#sections = kinds.map((kind) => ({ kind, section: new kind(page), place: undefined }));
    root.append(this.#columns);
    this.#place(this.#view);
    new ResizeObserver(() => this.#place(this.#view)).observe(this.#columns);
  }

  update(state: PanelState): void {
    this.root.classList.toggle('cell', state.isCell);
    this.#state = state;
    const view = this.#view;
    this.#place(view);
    for (const { section } of this.#sections) section.update(view);
  }

  get #view(): PanelView {
    return viewOf(this.#state, this.#choice);
  }

  #choose(choice: FitChoice): void {
    this.#choice = choice;
    this.host.remember({ fits: typeof choice === 'number' ? null : choice });
    this.update(this.#state);
  }

  /** Only a section whose place is another than before is moved: what moves loses focus and scroll. */
  #place(view: PanelView): void {
    const isWide = this.#columns.clientWidth >= TWO_COLUMNS;
    this.#columns.classList.toggle('single', !hasResults(view));
    const next: Partial<Record<Place, Element>> = { top: this.#columns };
    for (const placed of this.#sections.toReversed()) {
      const { kind, section } = placed;
      const place = kind.place(view, isWide);
      if (place !== placed.place) this.#parentOf(place).insertBefore(section.element, next[place] ?? null);
      placed.place = place;
      next[place] = section.element;
    }
  }

  #parentOf(place: Place): HTMLElement {
    return place === 'results' || place === 'turn' ? this.#columnOf[place] : this.root;
  }
}
