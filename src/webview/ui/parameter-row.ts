/** One parameter: its name, the control that fits its kind, and the mark when it differs from the code. */

import type { ParameterValue } from '../../exercises/model.ts';
import type { PanelParameter } from '../state.ts';
import { codeLink } from './code-link.ts';
import { button, changedMark, checkbox, slider, textField } from './controls.ts';
import { create, setText } from './dom.ts';
import type { Host } from './host.ts';
import { iconButton } from './icon-button.ts';
import type { SweepForm } from './sweep-form.ts';
import {
  parseValue,
  positionOf,
  rangeAround,
  sameValue,
  steppedFloat,
  steppedInteger,
  valueAt,
  valueText,
} from './parameter-value.ts';

export interface RowActions {
  /** `moving`: a slider is on its way. */
  change(key: string, value: ParameterValue, moving: boolean): void;
  /** Opens the form that sets up a sweep of the parameter, or closes it. */
  sweep(key: string): void;
  readonly host: Host;
}

/** The part of a row between the name and the mark. */
export interface Editor {
  readonly elements: readonly HTMLElement[];
  /** `code`: the value in the code, about which a slider ranges. */
  show(value: ParameterValue, code: ParameterValue): void;
}

export class ParameterRow {
  readonly element: HTMLElement;
  private readonly name: HTMLElement;
  private readonly mark: HTMLButtonElement;
  private readonly sweep: HTMLButtonElement;
  private readonly editor: Editor;

  constructor(
    private parameter: PanelParameter,
    private readonly actions: RowActions,
  ) {
    const name = codeLink(actions.host, parameter.name, '', () => this.parameter);
    name.classList.add('parameter-name');
    this.name = name;
    const change: Change = (value, moving = false) => {
      // Shown at once; the host's answer follows.
      this.update({ ...this.parameter, override: value });
      actions.change(this.parameter.key, value, moving);
    };
    this.mark = changedMark(() => change(this.parameter.value));
    this.editor = actions.host.hasEditor ? editorFor(parameter, () => this.value, change) : valueWords();
    this.sweep = iconButton('graph-line', `Sweep ${parameter.name}\u2026`, `sweep ${parameter.key}`, () =>
      actions.sweep(parameter.key),
    );
    this.sweep.classList.add('row-tool');
    this.sweep.hidden = !actions.host.hasEditor;
    this.element = parameterLine(name, this.editor, [this.mark], [this.sweep]);
    this.update(parameter);
  }

  update(parameter: PanelParameter): void {
    this.parameter = parameter;
    this.name.title = `Go to line ${String(parameter.line)}`;
    const changed = parameter.override !== null && !sameValue(parameter.override, parameter.value);
    const told = `Differs from the code: ${valueText(parameter.value)}. Press to take the code's value.`;
    this.mark.hidden = !changed || !this.actions.host.hasEditor;
    this.mark.title = changed ? told : '';
    this.mark.setAttribute('aria-label', changed ? `${parameter.name}: ${told}` : '');
    this.name.classList.toggle('changed', changed);
    this.editor.show(this.value, parameter.value);
  }

  /** Puts the sweep's form below the row. */
  place(form: SweepForm): void {
    if (this.element.nextElementSibling !== form.element) this.element.after(form.element);
  }

  /** `open`: the sweep's form stands below. */
  setSweeping(open: boolean): void {
    this.sweep.setAttribute('aria-expanded', String(open));
  }

  focusSweep(): void {
    this.sweep.focus();
  }

  private get value(): ParameterValue {
    return this.parameter.override ?? this.parameter.value;
  }
}

/** The grid's row: name, control, mark, tool. */
export function parameterLine(
  name: HTMLElement,
  editor: Editor,
  marks: readonly HTMLElement[] = [],
  tools: readonly HTMLElement[] = [],
): HTMLElement {
  const places = [create('span', 'mark-place', ...marks), create('span', 'tool-place', ...tools)];
  return create('div', 'parameter', name, ...editor.elements, ...places);
}

/** The value in words, and the code's own where it differs. */
export function valueWords(): Editor {
  const words = create('span', 'wide value');
  return {
    elements: [words],
    show: (value, code) => {
      const differs = sameValue(value, code) ? '' : ` (in the code ${valueText(code)})`;
      setText(words, `${valueText(value)}${differs}`);
    },
  };
}

type Change = (value: ParameterValue, moving?: boolean) => void;

function editorFor(parameter: PanelParameter, current: () => ParameterValue, change: Change): Editor {
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
      return vectorEditor(parameter.name, current, change);
  }
}

function booleanEditor(name: string, change: Change): Editor {
  const box = checkbox(name, change);
  box.element.classList.add('wide');
  return { elements: [box.element], show: (value) => box.setChecked(value === true) };
}

function textEditor({ name, kind }: PanelParameter, change: Change): Editor {
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
function vectorEditor(name: string, current: () => ParameterValue, change: Change): Editor {
  const place = create('span', 'wide vector');
  let fields: readonly ReturnType<typeof textField>[] = [];
  const elements = (): readonly number[] => {
    const value = current();
    return typeof value === 'object' ? value : [];
  };
  const replace = (index: number, element: number): void => {
    change(elements().map((old, at) => (at === index ? element : old)));
  };
  const elementField = (index: number): ReturnType<typeof textField> => {
    const field = textField({
      label: `${name}[${String(index)}]`,
      onCommit: (text) => {
        const parsed = parseValue(/[,[]/.test(text) ? 'vector' : 'float', text);
        field.setProblem('problem' in parsed ? parsed.problem : null);
        if (!('value' in parsed)) return;
        if (typeof parsed.value === 'number') replace(index, parsed.value);
        else change(parsed.value);
      },
      onStep: (direction) => replace(index, steppedFloat(elements()[index] ?? 0, direction)),
    });
    field.element.classList.add('number');
    return field;
  };
  const build = (count: number): void => {
    const whole = count > MAX_FIELDS;
    fields = whole
      ? [parsedField(name, 'vector', change)]
      : [...Array(count).keys()].map((index) => elementField(index));
    place.replaceChildren(...fields.map(({ element }) => element));
  };
  return {
    elements: [place],
    show: (value) => {
      const values = typeof value === 'object' ? value : [];
      const whole = values.length > MAX_FIELDS;
      if (fields.length !== (whole ? 1 : values.length)) build(values.length);
      fields.forEach((field, index) =>
        field.setValue(whole ? valueText(values) : valueText(values[index] ?? 0)),
      );
    },
  };
}

export function integerEditor(name: string, current: () => ParameterValue, change: Change): Editor {
  const step = (direction: 1 | -1): void => {
    const value = current();
    if (typeof value === 'number') change(steppedInteger(value, direction));
  };
  const less = button({
    label: `${name}: one less`,
    icon: 'remove',
    iconOnly: true,
    look: 'quiet',
    onPress: () => step(-1),
  });
  const more = button({
    label: `${name}: one more`,
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

function floatEditor(parameter: PanelParameter, current: () => ParameterValue, change: Change): Editor {
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
): ReturnType<typeof textField> {
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
