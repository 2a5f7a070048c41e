/** How words of a series stand at their place, and the room that they take. */

import type { Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Box } from './scaling.ts';
import { LETTERS, POINT, sizeOfWords, type Align, type LineAlign } from './words.ts';

const ALIGNS: Readonly<Record<string, Align>> = { left: 'start', center: 'middle', right: 'end' };
const LINE_ALIGNS: Readonly<Record<string, LineAlign>> = {
  top: 'top',
  center: 'middle',
  bottom: 'bottom',
  baseline: 'baseline',
};
/** What hangs below the line, in sizes of the letters. */
const DESCENT = 0.22;

export interface Standing {
  /** CSS pixels. */
  readonly size: number;
  readonly align: Align;
  readonly lineAlign: LineAlign;
}

export function standing({ fontsize, ha, va }: Series): Standing {
  return {
    size: fontsize === undefined ? LETTERS : toNumber(fontsize) * POINT,
    align: ALIGNS[ha ?? 'left'] ?? 'start',
    lineAlign: LINE_ALIGNS[va ?? 'baseline'] ?? 'baseline',
  };
}

/** The rectangle around words at a place on the page, before they are turned. */
export function wordsBox(words: string, [x, y]: readonly [number, number], series: Series): Box {
  const { size, align, lineAlign } = standing(series);
  const { width, height } = sizeOfWords(words, size);
  const left = x - { start: 0, middle: width / 2, end: width }[align];
  const top =
    y - { top: 0, middle: height / 2, bottom: height, baseline: height - DESCENT * size }[lineAlign];
  return { left, right: left + width, top, bottom: top + height };
}
