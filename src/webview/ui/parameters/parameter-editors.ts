/** The controls of a parameter, by its kind: what stands between its name and the mark. */

import type { ParameterValue } from '../../../exercises/model.ts';
import { sameValue } from '../../../exercises/values.ts';
import type { PanelParameter } from '../../../run-model/state.ts';
import { button, checkbox, slider, textField, type TextField } from '../elements/controls.ts';
import { create, setText } from '../elements/dom.ts';
import {
  parseValue,
  positionOf,
  rangeAround,
  steppedFloat,
  steppedInteger,
  valueAt,
  valueText,
} from './parameter-value.ts';
import { t } from '../words.ts';

/** The part of a row between the name and the mark. */
export interface ValueEditor {
  readonly elements: readonly HTMLElement[];
  /** `code`: the value in the code, about which a slider ranges. */
  show(value: ParameterValue, code: ParameterValue): void;
}

/** The value in words, and the code's own where it differs. */
export function valueWords(): ValueEditor {
  const words = create('span', 'wide value');
  return {
    elements: [words],
    show: (value, code) => {
      const own = valueText(value);
      setText(words, sameValue(value, code) ? own : t('{0} (in the code {1})', own, valueText(code)));
    },
  };
}

/** `moving`: a slider is on its way: more values follow. */
export type Change = (value: ParameterValue, moving?: boolean) => void;

/** The controls for a parameter of its kind. */
export function editorFor(
  parameter: PanelParameter,
  current: () => ParameterValue,
  change: Change,
): ValueEditor {
  switch (parameter.kind) {
    case 'boolean':
      return booleanEditor(parameter.name, change);
    case 'integer':
      return integerEditor(parameter.name, current, change);
    case 'float':
      return floatEditor(parameter, current, change);
    case 'string':
      return textEditor(parameter, change);
    case 'vector':
      return new VectorEditor(parameter.name, current, change);
  }
}

function booleanEditor(name: string, change: Change): ValueEditor {
  const box = checkbox(name, change);
  box.element.classList.add('wide');
  return { elements: [box.element], show: (value) => box.setChecked(value === true) };
}

function textEditor({ name, kind }: PanelParameter, change: Change): ValueEditor {
  const field = parsedField(name, kind, change);
  field.element.classList.add('wide');
  return { elements: [field.element], show: (value) => field.setValue(valueText(value)) };
}

/** A longer vector is edited as text. */
const MAX_FIELDS = 12;

/**
 * A field per element, of which each also takes a whole list with commas; one field for all of a long vector. The fields
 * are made anew only when their number changes.
 */
class VectorEditor implements ValueEditor {
  readonly #place = create('span', 'wide vector');
  readonly elements = [this.#place];
  #fields: readonly TextField[] = [];

  constructor(
    private readonly name: string,
    private readonly current: () => ParameterValue,
    private readonly change: Change,
  ) {}

  show(value: ParameterValue): void {
    const values = numbersOf(value);
    const whole = values.length > MAX_FIELDS;
    if (this.#fields.length !== (whole ? 1 : values.length)) this.#build(values.length);
    this.#fields.forEach((field, index) =>
      field.setValue(whole ? valueText(values) : valueText(values[index] ?? 0)),
    );
  }

  #build(count: number): void {
    this.#fields =
      count > MAX_FIELDS
        ? [parsedField(this.name, 'vector', this.change)]
        : [...Array(count).keys()].map((index) => this.#elementField(index));
    this.#place.replaceChildren(...this.#fields.map(({ element }) => element));
  }

  #elementField(index: number): TextField {
    const field = textField({
      label: `${this.name}[${String(index)}]`,
      onCommit: (text) => {
        const parsed = parseValue(/[,[]/.test(text) ? 'vector' : 'float', text);
        field.setProblem('problem' in parsed ? parsed.problem : null);
        if (!('value' in parsed)) return;
        if (typeof parsed.value === 'number') this.#replace(index, parsed.value);
        else this.change(parsed.value);
      },
      onStep: (direction) =>
        this.#replace(index, steppedFloat(numbersOf(this.current())[index] ?? 0, direction)),
    });
    field.element.classList.add('number');
    return field;
  }

  #replace(index: number, element: number): void {
    this.change(numbersOf(this.current()).map((old, at) => (at === index ? element : old)));
  }
}

/** The elements of a vector; none of any other value. */
const numbersOf = (value: ParameterValue): readonly number[] => (typeof value === 'object' ? value : []);

export function integerEditor(name: string, current: () => ParameterValue, change: Change): ValueEditor {
  const step = (direction: 1 | -1): void => {
    const value = current();
    if (typeof value === 'number') change(steppedInteger(value, direction));
  };
  const less = button({
    label: t('{0}: one less', name),
    icon: 'remove',
    iconOnly: true,
    look: 'quiet',
    onPress: () => step(-1),
  });
  const more = button({
    label: t('{0}: one more', name),
    icon: 'add',
    iconOnly: true,
    look: 'quiet',
    onPress: () => step(1),
  });
  const field = parsedField(name, 'integer', change, step);
  return {
    elements: [create('span', 'stepper', less.element, more.element), field.element],
    show: (value) => field.setValue(valueText(value)),
  };
}

function floatEditor(parameter: PanelParameter, current: () => ParameterValue, change: Change): ValueEditor {
  let range = rangeAround(numberOf(parameter.value), parameter.name);
  const thumb = slider(parameter.name, (position, moving) => change(valueAt(position, range), moving));
  const field = parsedField(parameter.name, 'float', change, (direction) =>
    change(steppedFloat(numberOf(current()), direction)),
  );
  return {
    elements: [thumb.element, field.element],
    show: (value, code) => {
      range = rangeAround(numberOf(code), parameter.name);
      field.setValue(valueText(value));
      thumb.setPosition(positionOf(numberOf(value), range), valueText(value));
    },
  };
}

function numberOf(value: ParameterValue): number {
  return typeof value === 'number' ? value : 0;
}

function parsedField(
  name: string,
  kind: PanelParameter['kind'],
  change: Change,
  onStep?: (direction: 1 | -1) => void,
): TextField {
  const field = textField({
    label: name,
    onCommit: (text) => {
      const parsed = parseValue(kind, text);
      field.setProblem('problem' in parsed ? parsed.problem : null);
      if ('value' in parsed) change(parsed.value);
    },
    ...(onStep === undefined ? {} : { onStep }),
  });
  field.element.classList.add(kind === 'string' ? 'words' : 'number');
  return field;
}
