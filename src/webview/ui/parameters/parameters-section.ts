/** What can I turn: the run's seed and the literals of the code, grouped by the call they belong to. */

import { RANKS, importanceOf, shapesRun } from '../../../exercises/importance.ts';
import { MAX_SEED } from '../../../training/protocol/choices.ts';
import type { PanelParameter, PanelState } from '../../../run-model/state.ts';
import { codeLink } from '../elements/code-link.ts';
import { button, type Button } from '../elements/controls.ts';
import { create, fileOnly, setText } from '../elements/dom.ts';
import { oncePerFrame } from '../frame.ts';
import type { Host } from '../host.ts';
import { integerEditor, valueWords, type ValueEditor } from './parameter-editors.ts';
import { ParameterRow, parameterLine, type RowActions } from './parameter-row.ts';
import { groupsOf } from './parameter-rank.ts';
import { section } from '../elements/section.ts';
import { SweepForm } from '../sweep/sweep-form.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { plural, t } from '../words.ts';

export class ParametersSection {
  readonly #part;
  readonly #grid = create('div', 'parameters-grid');
  readonly #formalGrid = create('div', 'parameters-grid');
  readonly #formalSummary = create('summary');
  readonly #formal = create('details', 'formal', this.#formalSummary, this.#formalGrid);
  readonly #reset: Button;
  readonly #apply: Button;
  readonly #seed;
  readonly #pending = new Map<
    string,
    { readonly value: PanelParameter['value']; readonly moving: boolean }
  >();
  readonly #flush: () => void;
  readonly #actions: RowActions;
  #rows = new Map<string, ParameterRow>();
  /** Each with the key of the parameter whose line it names. */
  #headings: { readonly heading: HTMLElement; readonly first: string }[] = [];
  #signature = '';
  #shown: readonly PanelParameter[] | undefined;
  #seedValue = 0;
  readonly #form: SweepForm;
  /** Key of the parameter below which the sweep's form stands. */
  #swept: string | null = null;

  readonly #host: Host;

  constructor({ host }: Page) {
    this.#host = host;
    this.#part = section('parameters', t('Parameters'), host);
    this.#flush = oncePerFrame(() => this.#sendPending());
    this.#actions = {
      change: (key, value, moving) => {
        this.#pending.set(key, { value, moving });
        this.#flush();
      },
      sweep: (key) => host.post({ type: 'chooseSweep', key: key === this.#swept ? null : key }),
      host,
    };
    this.#form = new SweepForm(host);
    this.#reset = button({
      label: t('Reset'),
      icon: 'discard',
      look: 'quiet',
      title: t("Take the code's values again"),
      onPress: () => host.post({ type: 'resetOverrides' }),
    });
    this.#apply = button({
      label: t('Apply to code'),
      icon: 'edit',
      look: 'quiet',
      title: t('Write the changed values into the document'),
      onPress: () => host.post({ type: 'applyToCode' }),
    });
    this.#part.actions.append(this.#reset.element, this.#apply.element);
    this.#part.actions.hidden = !host.hasEditor;
    this.#seed = host.hasEditor ? this.#seedEditor() : valueWords();
    this.#part.body.append(this.#grid, this.#formal);
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'turn';
  }

  update({ state }: PanelView): void {
    this.#part.setVisible(state.exercise !== null);
    this.#seedValue = state.seed;
    this.#seed.show(state.seed, state.seed);
    if (state.parameters === this.#shown && state.sweepForm === this.#swept) return;
    this.#shown = state.parameters;
    this.#renderRows(state.parameters);
    this.#renderForm(state);
    const changed = state.parameters.some(({ override }) => override !== null);
    this.#reset.setDisabled(!changed);
    this.#apply.setDisabled(!changed);
    this.#apply.element.classList.toggle('pending', changed);
  }

  /** New elements only for another set of parameters: a value that changes keeps focus and selection. */
  #renderRows(parameters: readonly PanelParameter[]): void {
    const signature = JSON.stringify(parameters.map(({ key, kind, name }) => [key, kind, name]));
    if (signature !== this.#signature) {
      this.#signature = signature;
      this.#build(parameters);
    }
    for (const parameter of parameters) {
      this.#rows.get(parameter.key)?.update(parameter);
    }
    for (const { heading, first } of this.#headings) {
      const parameter = parameters.find(({ key }) => key === first);
      if (parameter !== undefined) heading.textContent = headingText(parameter);
    }
  }

  /** Opened, it has the focus; closed, the button that opened it. */
  #renderForm({ parameters, sweepForm }: PanelState): void {
    const parameter = parameters.find(({ key }) => key === sweepForm) ?? null;
    const former = this.#swept;
    this.#swept = parameter?.key ?? null;
    for (const [key, line] of this.#rows) line.setSweeping(key === this.#swept);
    const line = parameter === null ? undefined : this.#rows.get(parameter.key);
    line?.place(this.#form);
    const hadFocus = this.#form.element.contains(document.activeElement);
    const opened = this.#form.show(parameter);
    if (opened && parameter !== null) {
      this.#formal.open ||= !shapesRun(parameter);
      this.#form.element.scrollIntoView({ block: 'nearest' });
      this.#form.focus();
    } else if (parameter === null && former !== null && hadFocus) {
      this.#rows.get(former)?.focusSweep();
    }
  }

  #build(parameters: readonly PanelParameter[]): void {
    this.#rows = new Map();
    this.#headings = [];
    const shaping = parameters.filter(shapesRun);
    const formal = parameters.filter((parameter) => !shapesRun(parameter));
    this.#grid.replaceChildren(this.#seedLine(), ...this.#lines(shaping));
    this.#formalGrid.replaceChildren(...this.#lines(formal));
    this.#formal.hidden = formal.length === 0;
    setText(
      this.#formalSummary,
      plural(
        formal.length,
        '{0} setting that does not affect the result',
        '{0} settings that do not affect the result',
      ),
    );
  }

  #lines(parameters: readonly PanelParameter[]): readonly HTMLElement[] {
    return groupsOf(parameters).flatMap(({ parameters: own }) => [
      ...own.slice(0, 1).map((parameter) => this.#heading(parameter)),
      ...own.map((parameter) => {
        const line = new ParameterRow(parameter, this.#actions);
        this.#rows.set(parameter.key, line);
        return line.element;
      }),
    ]);
  }

  #seedEditor(): ValueEditor {
    return integerEditor(
      t('seed'),
      () => this.#seedValue,
      (value) => this.#sendSeed(value),
    );
  }

  #seedLine(): HTMLElement {
    const name = create('span', 'parameter-name', t('seed'));
    name.title = t('Seeds torch, random and numpy before the first line; the code may seed again');
    return fileOnly(parameterLine(name, this.#seed));
  }

  #heading(parameter: PanelParameter): HTMLElement {
    const first = parameter.key;
    const heading = codeLink(this.#host, headingText(parameter), t('Go to this line'), () =>
      this.#shown?.find(({ key }) => key === first),
    );
    heading.classList.add('group');
    this.#headings.push({ heading, first });
    return heading;
  }

  #sendSeed(value: PanelParameter['value']): void {
    const usable = typeof value === 'number' && value >= 0 && value <= MAX_SEED;
    if (usable) this.#seedValue = value;
    this.#seed.show(this.#seedValue, this.#seedValue);
    if (usable) this.#host.post({ type: 'setSeed', seed: value });
  }

  #sendPending(): void {
    for (const [key, change] of this.#pending) this.#host.post({ type: 'override', key, ...change });
    this.#pending.clear();
  }
}

function headingText(parameter: PanelParameter): string {
  const { group, line } = parameter;
  const isConstant = group === '' && importanceOf(parameter) === RANKS.constant;
  const words = isConstant ? t('Constants') : group === '' ? t('Assignments') : `${group}(\u2026)`;
  return `${words} · ${t('line {0}', line)}`;
}
