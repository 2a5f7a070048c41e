/** Sets up a sweep of one parameter: a range or a list of values, and how many seeds. */

import type { SweepRequest } from '../../../sweep/model.ts';
import { SweepError } from '../../../sweep/values.ts';
import type { PanelParameter } from '../../../run-model/state.ts';
import { button, dropdown, textField, type TextField } from '../elements/controls.ts';
import { create, setText } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import { newDraft, requestOf, takesRange, type SweepDraft } from './sweep-draft.ts';
import { previewText } from './sweep-text.ts';
import { t } from '../words.ts';

type TextKey = 'from' | 'to' | 'count' | 'list' | 'seeds';

export class SweepForm {
  readonly element = create('div', 'sweep-form');
  #parameter: PanelParameter | null = null;
  #draft: SweepDraft | undefined;
  readonly #title = create('span', 'sweep-title');
  readonly #preview = create('p', 'sweep-preview');
  readonly #fields: Readonly<Record<TextKey, TextField>>;
  readonly #places: Readonly<Record<TextKey, HTMLElement>>;
  readonly #start;
  readonly #mode = dropdown(t('Values'), (choice) => this.#change({ byList: choice === 'list' }));
  readonly #scale = dropdown(t('Spacing'), (choice) =>
    this.#change({ scale: choice === 'log' ? 'log' : 'linear' }),
  );
  readonly #vector = dropdown(t('Element'), (choice) => this.#chooseElement(Number(choice)));
  readonly #modePlace = labelled(t('Values'), this.#mode.element);
  readonly #scalePlace = labelled(t('Spacing'), this.#scale.element);
  readonly #vectorPlace = labelled(t('Element'), this.#vector.element);

  constructor(private readonly host: Host) {
    const field = (key: TextKey, label: string): TextField =>
      textField({
        label,
        onInput: (text) => this.#change({ [key]: text }),
        onCommit: (text) => this.#change({ [key]: text }),
      });
    this.#fields = {
      from: field('from', t('From')),
      to: field('to', t('To')),
      count: field('count', t('Count')),
      list: field('list', t('List')),
      seeds: field('seeds', t('Seeds')),
    };
    const place = (key: TextKey, label: string): HTMLElement => labelled(label, this.#fields[key].element);
    this.#places = {
      from: place('from', t('From')),
      to: place('to', t('To')),
      count: place('count', t('Count')),
      list: place('list', t('List')),
      seeds: place('seeds', t('Seeds')),
    };
    this.#places.list.classList.add('whole');
    this.#start = button({
      label: t('Run sweep'),
      icon: 'run-all',
      look: 'primary',
      onPress: () => this.#run(),
    });
    this.#build();
  }

  /** Shows the form for a parameter; null hides it. Returns whether it is newly opened. */
  show(parameter: PanelParameter | null): boolean {
    const opened = parameter !== null && parameter.key !== this.#parameter?.key;
    this.#parameter = parameter;
    this.element.hidden = parameter === null;
    if (parameter === null) return false;
    if (opened) {
      const kept = this.host.uiState.sweepDraft;
      this.#draft = kept?.key === parameter.key ? kept : newDraft(parameter);
    }
    this.#render();
    return opened;
  }

  focus(): void {
    const draft = this.#draft;
    if (draft !== undefined) this.#fields[draft.byList ? 'list' : 'from'].element.focus();
  }

  #build(): void {
    const close = button({
      label: t('Close the sweep form'),
      icon: 'close',
      iconOnly: true,
      look: 'quiet',
      title: t('Close (Escape)'),
      onPress: () => this.#close(),
    });
    const { from, to, count, list, seeds } = this.#places;
    this.element.hidden = true;
    this.element.setAttribute('role', 'group');
    this.#preview.setAttribute('aria-live', 'polite');
    this.element.append(
      create('div', 'sweep-head', this.#title, close.element),
      create(
        'div',
        'sweep-fields',
        this.#vectorPlace,
        this.#modePlace,
        from,
        to,
        count,
        this.#scalePlace,
        list,
        seeds,
      ),
      this.#preview,
      this.#start.element,
    );
    this.element.addEventListener('keydown', (event) => this.#onKey(event));
  }

  #onKey(event: KeyboardEvent): void {
    const inField = (event.target as Element).tagName.toLowerCase() === 'vscode-text-field';
    if (event.key === 'Escape') this.#close();
    else if (event.key === 'Enter' && inField) this.#run();
    else return;
    event.preventDefault();
  }

  #change(change: Partial<SweepDraft>): void {
    if (this.#draft === undefined) return;
    this.#draft = { ...this.#draft, ...change };
    this.host.remember({ sweepDraft: this.#draft });
    this.#render();
  }

  /** Another element has other values about it. */
  #chooseElement(element: number): void {
    const parameter = this.#parameter;
    if (parameter !== null) this.#change({ ...newDraft(parameter, element), element });
  }

  #render(): void {
    const parameter = this.#parameter;
    const draft = this.#draft;
    if (parameter === null || draft === undefined) return;
    const listed = draft.byList || !takesRange(parameter);
    this.element.setAttribute('aria-label', t('Sweep {0}', parameter.name));
    setText(this.#title, t('Sweep {0}', parameter.name));
    for (const key of ['from', 'to', 'count', 'list', 'seeds'] as const)
      this.#fields[key].setValue(draft[key]);
    for (const key of ['from', 'to', 'count'] as const) this.#places[key].hidden = listed;
    this.#scalePlace.hidden = listed;
    this.#places.list.hidden = !listed;
    this.#modePlace.hidden = !takesRange(parameter);
    this.#mode.setChoices(MODES, listed ? 'list' : 'range');
    this.#scale.setChoices(SCALES, draft.scale);
    this.#renderElements(parameter, draft);
    this.#judge();
  }

  #renderElements({ kind, name, value }: PanelParameter, { element }: SweepDraft): void {
    this.#vectorPlace.hidden = kind !== 'vector';
    if (kind !== 'vector' || typeof value !== 'object') return;
    const choices = value.map((_, index) => ({
      value: String(index),
      text: `${name}[${String(index)}]`,
    }));
    this.#vector.setChoices(choices, String(element));
  }

  /** What would run, or what is wrong and in which field. */
  #judge(): void {
    const read = this.#read();
    const problem = read instanceof SweepError ? read : null;
    for (const [key, field] of Object.entries(this.#fields))
      field.setProblem(problem?.field === key ? problem.message : null);
    setText(this.#preview, read instanceof SweepError ? read.message : previewText(read.values, read.seeds));
    this.#preview.classList.toggle('bad', problem !== null);
    this.#start.setDisabled(problem !== null);
  }

  #read(): SweepRequest | SweepError {
    const parameter = this.#parameter;
    const draft = this.#draft;
    if (parameter === null || draft === undefined) return new SweepError(t('Nothing to sweep.'));
    try {
      return requestOf(parameter, draft);
    } catch (error) {
      if (error instanceof SweepError) return error;
      throw error;
    }
  }

  #run(): void {
    const request = this.#read();
    if (!(request instanceof SweepError)) this.host.post({ type: 'startSweep', request });
  }

  #close(): void {
    this.host.post({ type: 'chooseSweep', key: null });
  }
}

const MODES = [
  { value: 'range', text: t('Range') },
  { value: 'list', text: t('List') },
];

const SCALES = [
  { value: 'log', text: t('log') },
  { value: 'linear', text: t('linear') },
];

function labelled(label: string, control: HTMLElement): HTMLElement {
  return create('div', 'sweep-field', create('span', 'dim', label), control);
}
