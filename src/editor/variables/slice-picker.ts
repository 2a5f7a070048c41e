/** The list in which the learner chooses a slice of a tensor: a step for each dimension, or its index typed at once. */

import * as vscode from 'vscode';
import { shapeText } from '../../text/shape.ts';
import {
  choicesAfter,
  chosenDimensions,
  isWhole,
  numberOf,
  typedChoice,
  type SliceChoice,
} from './slice-choices.ts';

type Item = vscode.QuickPickItem & Partial<SliceChoice>;

/**
 * Asks for a slice.
 * @param known how many slices the table has, in their order
 * @returns its number; undefined: none was chosen
 */
export function pickSlice(shape: readonly number[], known: number): Promise<number | undefined> {
  return new SlicePicker(shape, known).ask();
}

class SlicePicker {
  readonly #pick = vscode.window.createQuickPick<Item>();
  /** What was chosen in the steps before. */
  readonly #steps: (readonly number[])[] = [[]];

  constructor(
    private readonly shape: readonly number[],
    private readonly known: number,
  ) {
    this.#pick.title = vscode.l10n.t('Go to a slice of {0}', shapeText(shape));
    this.#pick.totalSteps = chosenDimensions(shape).length;
  }

  ask(): Promise<number | undefined> {
    const pick = this.#pick;
    return new Promise((resolve) => {
      pick.onDidChangeValue(() => this.#list());
      pick.onDidTriggerButton(() => this.#back());
      pick.onDidAccept(() => {
        const index = pick.activeItems[0]?.index;
        if (index === undefined) return;
        if (!isWhole(this.shape, index)) return this.#ask([...this.#steps, index]);
        resolve(numberOf(this.shape, index));
        pick.hide();
      });
      pick.onDidHide(() => {
        resolve(undefined);
        pick.dispose();
      });
      this.#ask(this.#steps);
      pick.show();
    });
  }

  #back(): void {
    this.#ask(this.#steps.slice(0, -1));
  }

  #ask(steps: readonly (readonly number[])[]): void {
    this.#steps.splice(0, this.#steps.length, ...steps);
    const { t } = vscode.l10n;
    this.#pick.step = steps.length;
    this.#pick.buttons = steps.length > 1 ? [vscode.QuickInputButtons.Back] : [];
    const dimension = chosenDimensions(this.shape)[steps.length - 1] ?? 0;
    const last = (this.shape[dimension] ?? 1) - 1;
    this.#pick.placeholder = t(
      'Dimension {0}: 0 to {1}, or the whole index: {2}',
      dimension,
      last,
      this.#example(),
    );
    this.#pick.value = '';
    this.#list();
  }

  /** `0, 0` */
  #example(): string {
    return this.shape
      .slice(0, -2)
      .map(() => '0')
      .join(', ');
  }

  #list(): void {
    const { shape, known } = this;
    const typed = typedChoice(shape, this.#pick.value, known);
    const choices = choicesAfter(shape, this.#steps.at(-1) ?? [], known).filter(
      ({ label }) => label !== typed?.label,
    );
    const all = shape.slice(0, -2).reduce((count, size) => count * size, 1);
    const cut = vscode.l10n.t('The table has the first {0} slices only.', known);
    this.#pick.items = [
      ...(typed === undefined ? [] : [{ ...typed, alwaysShow: true }]),
      ...choices,
      ...(known < all ? [{ label: `$(info) ${cut}`, alwaysShow: true }] : []),
    ];
  }
}
