/** The loss chart's legend: an entry per curve or pinned run with its value under the cursor; pressing it hides the curve. */

import { create, setText } from '../elements/dom.ts';
import type { Reading } from './chart-reading.ts';
import type { ShownCurve } from './loss-curves.ts';
import { positionName, positionText, shortNumber } from '../numbers.ts';
import { seriesColor, type ThemeSource } from '../theme.ts';
import { t } from '../words.ts';

interface Entry {
  readonly name: string;
  readonly element: HTMLButtonElement;
  readonly swatch: HTMLElement;
  readonly readout: HTMLElement;
}

export class LossLegend {
  readonly element = create('div', 'legend');
  readonly #hidden = new Set<string>();
  readonly #epoch = create('span', 'readout epoch');
  #entries: readonly Entry[] = [];
  #curves: readonly ShownCurve[] = [];

  /** `onToggle`: an entry was hidden or shown again. */
  constructor(
    private readonly theme: ThemeSource,
    private readonly onToggle: () => void,
  ) {
    this.element.setAttribute('role', 'group');
    this.element.setAttribute('aria-label', t('Curves'));
    theme.onChange(() => this.#paint());
  }

  /** Those of `curves` that are not hidden. */
  visible(curves: readonly ShownCurve[]): readonly ShownCurve[] {
    return curves.filter(({ entry }) => !this.#hidden.has(entry));
  }

  /** New elements only for other names: what has the focus keeps it. */
  update(curves: readonly ShownCurve[]): void {
    const look = (list: readonly ShownCurve[]): string =>
      JSON.stringify(list.map(({ entry, color, dashed }) => [entry, color, dashed]));
    const same = look(curves) === look(this.#curves);
    this.#curves = curves;
    if (same) return;
    const names = [...new Set(curves.map(({ entry }) => entry))];
    this.#entries = names.map((name) => this.#entry(name));
    this.element.replaceChildren(...this.#entries.map(({ element }) => element), this.#epoch);
    this.#paint();
  }

  /** Values of the curves of one chart; null: the cursor has left. */
  read(reading: Reading | null): void {
    setText(
      this.#epoch,
      reading === null ? '' : positionName(reading.unit, positionText(reading.epoch, reading.unit)),
    );
    for (const { name, readout } of this.#entries) {
      const values = reading?.values.filter(({ curve }) => curve.entry === name);
      // A pinned run's entry speaks for two curves: the later one is that of validation.
      const value = values?.findLast((candidate) => candidate.value !== null)?.value ?? null;
      setText(readout, value === null ? '' : shortNumber(value, 3));
    }
  }

  #entry(name: string): Entry {
    const own = this.#curves.filter(({ entry }) => entry === name);
    const dashed = own.every((curve) => curve.dashed);
    const swatch = create('span', dashed ? 'swatch dashed' : 'swatch');
    const readout = create('span', 'readout');
    const element = create('button', 'entry', swatch, create('span', 'entry-name', name), readout);
    element.type = 'button';
    element.title = t('Show or hide {0}', name);
    element.classList.toggle(
      'pinned',
      own.some(({ pinned }) => pinned),
    );
    element.setAttribute('aria-pressed', String(!this.#hidden.has(name)));
    element.addEventListener('click', () => {
      if (!this.#hidden.delete(name)) this.#hidden.add(name);
      element.setAttribute('aria-pressed', String(!this.#hidden.has(name)));
      this.onToggle();
    });
    return { name, element, swatch, readout };
  }

  #paint(): void {
    for (const { name, swatch } of this.#entries) {
      const curve = this.#curves.find(({ entry }) => entry === name);
      if (curve !== undefined) swatch.style.setProperty('color', seriesColor(this.theme.current, curve));
    }
  }
}
