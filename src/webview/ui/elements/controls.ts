/**
 * The only module that knows the toolkit behind the panel's controls (archived upstream, hence replaceable here).
 * What it returns are elements with a few functions; the rest of the page never names a toolkit class.
 */

import {
  provideVSCodeDesignSystem,
  vsCodeButton,
  vsCodeCheckbox,
  vsCodeDropdown,
  vsCodeOption,
  vsCodeTextField,
} from '@vscode/webview-ui-toolkit';
import { create, icon } from './dom.ts';

/** Defines the custom elements; once per page, before the first control is made. */
export function registerControls(): void {
  provideVSCodeDesignSystem().register(
    vsCodeButton(),
    vsCodeCheckbox(),
    vsCodeDropdown(),
    vsCodeOption(),
    vsCodeTextField(),
  );
}

export interface ButtonOptions {
  /** Visible text, or the accessible name when `iconOnly`. */
  readonly label: string;
  readonly icon?: string;
  readonly iconOnly?: boolean;
  /** `quiet` has no background of its own until the pointer is over it. */
  readonly look: 'primary' | 'secondary' | 'quiet';
  /** Tooltip. */
  readonly title?: string;
  readonly onPress: () => void;
}

export interface Button {
  readonly element: HTMLElement;
  setDisabled(disabled: boolean): void;
  /** Makes it a switch that is on or off. */
  setPressed(pressed: boolean): void;
}

export function button(options: ButtonOptions): Button {
  const element = document.createElement('vscode-button');
  element.setAttribute('aria-label', options.label);
  // After the name: the toolkit names a nameless button of this look by itself.
  element.setAttribute('appearance', options.look === 'quiet' ? 'icon' : options.look);
  if (options.icon !== undefined) element.append(startIcon(options.icon, options.iconOnly === true));
  if (options.iconOnly !== true) element.append(create('span', 'label', options.label));
  if (options.title !== undefined) element.title = options.title;
  element.addEventListener('click', () => {
    if (!element.hasAttribute('disabled')) options.onPress();
  });
  return {
    element,
    setDisabled: (disabled) => element.toggleAttribute('disabled', disabled),
    setPressed: (pressed) => element.setAttribute('aria-pressed', String(pressed)),
  };
}

function startIcon(name: string, alone: boolean): HTMLElement {
  const glyph = icon(name);
  if (!alone) glyph.slot = 'start';
  return glyph;
}

/** Text that leads to a line of a document. */
export function link(text: string, title: string, onPress: () => void): HTMLButtonElement {
  const element = create('button', 'link', text);
  element.type = 'button';
  element.title = title;
  element.addEventListener('click', onPress);
  return element;
}

/** The mark of something that differs from the code; pressing it takes the difference away. */
export function changedMark(onPress: () => void): HTMLButtonElement {
  const element = create('button', 'changed-mark');
  element.type = 'button';
  element.addEventListener('click', onPress);
  return element;
}

/** The toolkit takes the text content for the accessible name when it connects an element; the style sheet hides the text. */
function setName(element: HTMLElement, name: string): void {
  element.setAttribute('aria-label', name);
  element.append(name);
}

type WithValue = HTMLElement & { value: string };

export interface TextField {
  readonly element: HTMLElement;
  /** Leaves the field alone while the learner types in it. */
  setValue(text: string): void;
  /** Marks what was typed as unusable and says why; null: it is fine. */
  setProblem(problem: string | null): void;
}

export interface TextFieldOptions {
  /** Accessible name. */
  readonly label: string;
  /** Called when the learner is done: Enter, or the focus leaves. */
  readonly onCommit: (text: string) => void;
  /** Called while the learner types. */
  readonly onInput?: (text: string) => void;
  /** Called for the up and down keys with 1 and -1. */
  readonly onStep?: (direction: 1 | -1) => void;
}

export function textField(options: TextFieldOptions): TextField {
  const element = document.createElement('vscode-text-field') as WithValue;
  setName(element, options.label);
  element.setAttribute('spellcheck', 'false');
  let committed = '';
  /** The style sheet makes room for so many: no digit or exponent is cut. */
  const fit = (text: string): void => element.style.setProperty('--characters', String(text.length));
  element.addEventListener('change', () => {
    committed = element.value;
    options.onCommit(element.value);
  });
  element.addEventListener('input', () => {
    fit(element.value);
    options.onInput?.(element.value);
  });
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      element.value = committed;
      fit(committed);
    }
    const direction = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : undefined;
    if (direction === undefined || options.onStep === undefined) return;
    event.preventDefault();
    options.onStep(direction);
  });
  return {
    element,
    setValue: (text) => {
      const typing = document.activeElement === element && element.value !== committed;
      committed = text;
      if (typing) return;
      fit(text);
      if (element.value !== text) element.value = text;
    },
    setProblem: (problem) => {
      element.classList.toggle('invalid', problem !== null);
      element.setAttribute('aria-invalid', String(problem !== null));
      element.title = problem ?? '';
    },
  };
}

export interface Checkbox {
  readonly element: HTMLElement;
  setChecked(checked: boolean): void;
}

export function checkbox(label: string, onChange: (checked: boolean) => void): Checkbox {
  const element = document.createElement('vscode-checkbox') as HTMLElement & { checked: boolean };
  setName(element, label);
  let shown = false;
  element.addEventListener('change', () => {
    if (element.checked === shown) return;
    shown = element.checked;
    onChange(shown);
  });
  return {
    element,
    setChecked: (checked) => {
      shown = checked;
      element.checked = checked;
    },
  };
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface Dropdown {
  readonly element: HTMLElement;
  setChoices(choices: readonly Choice[], selected: string): void;
}

export function dropdown(label: string, onChoose: (value: string) => void): Dropdown {
  const element = document.createElement('vscode-dropdown') as WithValue;
  element.setAttribute('aria-label', label);
  let offered = '';
  element.addEventListener('change', () => onChoose(element.value));
  return {
    element,
    setChoices: (choices, selected) => {
      const signature = JSON.stringify(choices);
      if (signature !== offered) {
        offered = signature;
        element.replaceChildren(...choices.map(option));
      }
      if (element.value !== selected) element.value = selected;
    },
  };
}

function option({ value, text }: Choice): HTMLElement {
  const element = document.createElement('vscode-option') as WithValue;
  element.setAttribute('value', value);
  element.append(text);
  return element;
}

export interface Slider {
  readonly element: HTMLInputElement;
  /** `position` from 0 to 1; `text` is what a screen reader says. */
  setPosition(position: number, text: string): void;
}

/** Positions of a slider's thumb; also how finely the arrow keys move it. */
const POSITIONS = 200;

/** The toolkit has no slider: the browser's own, in the theme's colours. `onSlide` gets 0 to 1, `moving` until it rests. */
export function slider(label: string, onSlide: (position: number, moving: boolean) => void): Slider {
  const element = create('input', 'slider');
  element.type = 'range';
  element.min = '0';
  element.max = String(POSITIONS);
  element.setAttribute('aria-label', label);
  element.addEventListener('input', () => onSlide(Number(element.value) / POSITIONS, true));
  element.addEventListener('change', () => onSlide(Number(element.value) / POSITIONS, false));
  return {
    element,
    setPosition: (position, text) => {
      const value = String(Math.round(position * POSITIONS));
      if (element.value !== value) element.value = value;
      element.style.setProperty('--position', String(position));
      element.setAttribute('aria-valuetext', text);
    },
  };
}
