/** Two past runs side by side: their curves in one chart, then what each was and came to, differences first. */

import type { ParameterValue } from '../../../exercises/model.ts';
import type { ComparedRuns, PastRun } from '../../../run-model/history.ts';
import { isValidation, lossCurve } from '../../../training/protocol/curve-names.ts';
import { curveName, type ShownCurve } from '../charts/loss-curves.ts';
import { button, dropdown } from '../elements/controls.ts';
import { cell, create, row, scrollable, setText } from '../elements/dom.ts';
import { section } from '../elements/section.ts';
import type { Host } from '../host.ts';
import { duration, shortNumber, toNumber } from '../numbers.ts';
import type { Page, PanelView, Place } from '../panel-section.ts';
import { valueText } from '../parameters/parameter-value.ts';
import { ComparedCurves } from './compared-curves.ts';
import { ABSENT, tableRows, weightLines, type Line } from './compared-lines.ts';
import { hasRunDiverged, runName, statusWord } from './run-text.ts';
import { joined, t } from '../words.ts';

type Pair = readonly [PastRun, PastRun];

export class CompareSection {
  readonly #part;
  readonly #choices;
  readonly #curves: ComparedCurves;
  readonly #sentence = create('p', 'sentence');
  readonly #head = create('thead');
  readonly #rows = create('tbody');
  readonly #code;
  readonly #codeLine = create('p', 'sentence told');
  readonly #codeText = create('span');
  #history: readonly PastRun[] = [];
  #pair: ComparedRuns | null = null;

  readonly #host: Host;

  constructor({ host, theme }: Page) {
    this.#host = host;
    this.#part = section('compare', t('Compare'), host);
    this.#choices = [t('One run'), t('Other run')].map((label, side) =>
      dropdown(label, (value) => this.#choose(side, Number(value))),
    );
    this.#curves = new ComparedCurves(theme, () => this.#render());
    this.#code = button({
      label: t('Compare code'),
      icon: 'diff',
      look: 'quiet',
      title: t('Show the code of both runs beside each other'),
      onPress: () => {
        if (this.#pair !== null) host.post({ type: 'compareCode', runs: this.#pair });
      },
    });
    this.#build();
  }

  get element(): HTMLElement {
    return this.#part.element;
  }

  static place(): Place {
    return 'turn';
  }

  update({ state: { history, compared } }: PanelView): void {
    if (history === this.#history && compared === this.#pair) return;
    this.#history = history;
    this.#pair = compared;
    this.#render();
  }

  #build(): void {
    const close = button({
      label: t('Close'),
      icon: 'close',
      iconOnly: true,
      look: 'quiet',
      title: t('Close the comparison'),
      onPress: () => this.#host.post({ type: 'compareRuns', runs: null }),
    });
    this.#part.actions.append(close.element);
    const name = t('Two runs side by side, what differs first');
    const caption = create('caption', 'unseen', name);
    const table = create('table', 'compare-table', caption, this.#head, this.#rows);
    this.#codeLine.append(this.#codeText, this.#code.element);
    this.#part.body.append(
      create('div', 'compare-choices', ...this.#choices.map(({ element }) => element)),
      ...this.#curves.elements,
      this.#sentence,
      scrollable(table, name),
      this.#codeLine,
    );
    this.#part.setVisible(false);
  }

  #choose(side: number, number: number): void {
    if (this.#pair === null || this.#pair[side] === number) return;
    const other = this.#pair[1 - side] ?? number;
    this.#host.post({ type: 'compareRuns', runs: [other, number] });
  }

  #render(): void {
    const pair = this.#runs();
    this.#part.setVisible(pair !== null && this.#host.hasEditor);
    if (pair === null) return;
    this.#renderChoices(pair);
    this.#renderCurves(pair);
    this.#renderTable(pair);
    this.#renderCode(pair);
  }

  #runs(): Pair | null {
    const [one, other] = (this.#pair ?? []).map((number) =>
      this.#history.find((run) => run.number === number),
    );
    return one === undefined || other === undefined ? null : [one, other];
  }

  #renderChoices(pair: Pair): void {
    const choices = this.#history
      .toReversed()
      .map((run) => ({ value: String(run.number), text: runName(run) }));
    this.#choices.forEach((choice, side) => {
      const others = choices.filter(({ value }) => value !== String(pair[1 - side]?.number));
      choice.setChoices(others, String(pair[side]?.number));
    });
  }

  #renderCurves(pair: Pair): void {
    const fits = pair.flatMap((run) => run.fits.slice(-1));
    const told = pair.map((run) => `${runName(run)}: ${endText(run)}`).join('; ');
    setText(this.#sentence, `${told}.`);
    this.#curves.update(pair.flatMap(runCurves), fits, `${told}.`);
  }

  #renderTable(pair: Pair): void {
    const names = pair.map(({ number }) => `#${String(number)}`);
    this.#head.replaceChildren(row(...['', ...names].map((name) => cell(name, 'col'))));
    const [one, other] = pair.map(({ fits }) => fits.at(-1));
    this.#rows.replaceChildren(
      ...tableRows([...runLines(pair), ...parameterLines(pair), ...weightLines(one, other)]),
    );
  }

  #renderCode([one, other]: Pair): void {
    const known = Boolean(one.code) && Boolean(other.code);
    const same = known && one.code?.template === other.code?.template;
    const words = same ? t('The code is the same but for the values above.') : t('The code differs.');
    setText(this.#codeText, known ? words : t('The code of one of them is not kept.'));
    this.#code.element.hidden = !known;
  }
}

function runCurves(run: PastRun, color: number): readonly ShownCurve[] {
  const name = runName(run);
  return (run.fits.at(-1)?.curves ?? []).map((curve) => ({
    label: `${name} ${curveName(curve.label)}`,
    entry: `${name} ${curveName(curve.label)}`,
    color,
    dashed: isValidation(curve.label),
    pinned: false,
    curve,
  }));
}

function endText(run: PastRun): string {
  if (hasRunDiverged(run)) return t('diverged');
  const loss = lossCurve(run.losses);
  const word = statusWord(run);
  if (loss === undefined) return word === '' ? t('no loss') : word;
  return joined([`${curveName(loss.label)} ${shortNumber(toNumber(loss.value), 3)}`, word]);
}

function runLines(pair: Pair): readonly Line[] {
  const labels = [...new Set(pair.flatMap(({ losses }) => losses.map(({ label }) => label)))];
  const both = (name: string, text: (run: PastRun) => string): Line => ({
    name,
    texts: [text(pair[0]), text(pair[1])],
  });
  return [
    both(t('ended'), (run) => statusWord(run) || t('ok')),
    ...labels.map((label) =>
      both(curveName(label), ({ losses }) => {
        const loss = losses.find((candidate) => candidate.label === label);
        return loss === undefined ? ABSENT : shortNumber(toNumber(loss.value), 4);
      }),
    ),
    both(t('w error'), ({ weightError }) =>
      weightError === null ? ABSENT : shortNumber(toNumber(weightError), 3),
    ),
    both(t('time'), ({ milliseconds }) => duration(milliseconds)),
    both(t('seed'), ({ seed }) => String(seed)),
  ];
}

function parameterLines([one, other]: Pair): readonly Line[] {
  const names = [...new Set([...Object.keys(one.parameters), ...Object.keys(other.parameters)])];
  const text = (value: ParameterValue | undefined): string =>
    value === undefined ? ABSENT : valueText(value);
  return names.map((name) => ({ name, texts: [text(one.parameters[name]), text(other.parameters[name])] }));
}
