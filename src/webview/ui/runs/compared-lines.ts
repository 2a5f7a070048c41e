/** Lines of a table that holds two runs beside each other, those that differ first. */

import type { Fit } from '../../../run-model/state.ts';
import { cell, row } from '../elements/dom.ts';
import { alignedNumber } from '../numbers.ts';
import { learnedOf, weightRows } from '../weights/weight-rows.ts';

/** What a line of the table compares. */
export interface Line {
  readonly name: string;
  readonly texts: readonly [string, string];
  /** Whether it counts as a difference; by its texts unless given. */
  readonly differs?: boolean;
}

/** In the place of what one of them has not. */
export const ABSENT = '\u2013';

/** Elements of weights that either of two fits learned. */
export function weightLines(one: Fit | undefined, other: Fit | undefined): readonly Line[] {
  const [left, right] = [one?.weights ?? [], other?.weights ?? []];
  const elements = [...weightRows(left).rows, ...weightRows(right).rows];
  const unique = elements.filter(
    ({ name }, index) => elements.findIndex((element) => element.name === name) === index,
  );
  const text = (value: number | null): string => (value === null ? ABSENT : alignedNumber(value));
  return unique.map((element) => ({
    name: element.name,
    texts: [text(learnedOf(left, element)), text(learnedOf(right, element))],
  }));
}

/** The lines as rows of a table. */
export function tableRows(lines: readonly Line[]): readonly HTMLTableRowElement[] {
  const differing = lines.filter(isDifferent);
  const alike = lines.filter((line) => !isDifferent(line));
  return [...differing, ...alike].map(tableRow);
}

function isDifferent({ texts: [one, other], differs = one !== other }: Line): boolean {
  return differs;
}

function tableRow(line: Line): HTMLTableRowElement {
  const heading = cell(line.name, 'row');
  heading.title = line.name;
  const element = row(heading, ...line.texts.map((text) => cell(text)));
  element.classList.toggle('differs', isDifferent(line));
  return element;
}
