/** One parameter: its name, the control that fits its kind, and the mark when it differs from the code. */

import type { ParameterValue } from '../../../exercises/model.ts';
import { sameValue } from '../../../exercises/values.ts';
import type { PanelParameter } from '../../../run-model/state.ts';
import { codeLink } from '../elements/code-link.ts';
import { changedMark } from '../elements/controls.ts';
import { breakableName, create, fileOnly } from '../elements/dom.ts';
import type { Host } from '../host.ts';
import { iconButton } from '../elements/icon-button.ts';
import { editorFor, valueWords, type Change, type ValueEditor } from './parameter-editors.ts';
import { valueText } from './parameter-value.ts';
import type { SweepForm } from '../sweep/sweep-form.ts';
import { t } from '../words.ts';

export interface RowActions {
  /** `moving`: a slider is on its way. */
  change(key: string, value: ParameterValue, moving: boolean): void;
  /** Opens the form that sets up a sweep of the parameter, or closes it. */
  sweep(key: string): void;
  readonly host: Host;
}

export class ParameterRow {
  readonly element: HTMLElement;
  readonly #name: HTMLElement;
  readonly #mark: HTMLButtonElement;
  readonly #sweep: HTMLButtonElement;
  readonly #editor: ValueEditor;

  constructor(
    private parameter: PanelParameter,
    private readonly actions: RowActions,
  ) {
    const name = codeLink(actions.host, parameter.name, '', () => this.parameter);
    name.classList.add('parameter-name');
    name.replaceChildren(...breakableName(parameter.name));
    this.#name = name;
    const change: Change = (value, moving = false) => {
      // Shown at once; the host's answer follows.
      this.update({ ...this.parameter, override: value });
      actions.change(this.parameter.key, value, moving);
    };
    this.#mark = changedMark(() => change(this.parameter.value));
    this.#editor = actions.host.hasEditor ? editorFor(parameter, () => this.#value, change) : valueWords();
    this.#sweep = iconButton('graph-line', t('Sweep {0}…', parameter.name), `sweep ${parameter.key}`, () =>
      actions.sweep(parameter.key),
    );
    fileOnly(this.#sweep).classList.add('row-tool');
    this.#sweep.hidden = !actions.host.hasEditor;
    this.element = parameterLine(name, this.#editor, [this.#mark], [this.#sweep]);
    this.update(parameter);
  }

  update(parameter: PanelParameter): void {
    this.parameter = parameter;
    this.#name.title = t('Go to line {0}', parameter.line);
    const changed = parameter.override !== null && !sameValue(parameter.override, parameter.value);
    const told = t("Differs from the code: {0}. Press to take the code's value.", valueText(parameter.value));
    this.#mark.hidden = !changed || !this.actions.host.hasEditor;
    this.#mark.title = changed ? told : '';
    this.#mark.setAttribute('aria-label', changed ? `${parameter.name}: ${told}` : '');
    this.#name.classList.toggle('changed', changed);
    this.#editor.show(this.#value, parameter.value);
  }

  /** Puts the sweep's form below the row. */
  place(form: SweepForm): void {
    if (this.element.nextElementSibling !== form.element) this.element.after(form.element);
  }

  /** `open`: the sweep's form stands below. */
  setSweeping(open: boolean): void {
    this.#sweep.setAttribute('aria-expanded', String(open));
  }

  focusSweep(): void {
    this.#sweep.focus();
  }

  get #value(): ParameterValue {
    return this.parameter.override ?? this.parameter.value;
  }
}

/** The grid's row: name, control, mark, tool. */
export function parameterLine(
  name: HTMLElement,
  editor: ValueEditor,
  marks: readonly HTMLElement[] = [],
  tools: readonly HTMLElement[] = [],
): HTMLElement {
  const places = [create('span', 'mark-place', ...marks), create('span', 'tool-place', ...tools)];
  return create('div', 'parameter', name, ...editor.elements, ...places);
}
