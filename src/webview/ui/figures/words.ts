/** Words as SVG text: lines, formulas between dollars, turned, and placed by any of their edges. */

import { mathRuns, type TextRun } from '../../../text/mathtext.ts';
import { svgElement } from './svg.ts';

/** CSS pixels in a point, as drawings are scaled: 10 points are the letters of the panel's charts. */
export const POINT = 16 / 15;
/** CSS pixels in an inch. */
export const INCH = 72 * POINT;
/** CSS pixels of matplotlib's letters of 10 points. */
export const LETTERS = 10 * POINT;

export type Align = 'start' | 'middle' | 'end';
/** Which part of the words is at their place. */
export type LineAlign = 'top' | 'middle' | 'bottom' | 'baseline';

export interface WordsOptions {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  /** CSS pixels. */
  readonly size?: number;
  readonly align?: Align;
  readonly lineAlign?: LineAlign;
  /** Degrees against the clock. */
  readonly rotation?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly opacity?: number;
}

/** Letters' mean width and the height of a line, in parts of their size: text cannot be measured here. */
const LETTER_WIDTH = 0.56;
const LINE_HEIGHT = 1.2;
/** What rises above the line and hangs below it. */
const ASCENT = 0.76;
const DESCENT = 0.22;
/** Of what is raised or lowered. */
const SMALLER = 0.7;
const RAISED = 0.38;
const LOWERED = -0.18;

/** Width and height of words, in CSS pixels, about. */
export function sizeOfWords(
  words: string,
  size = LETTERS,
): { readonly width: number; readonly height: number } {
  const lines = words.split('\n');
  const width = (line: string): number =>
    mathRuns(line).reduce((sum, { text, level }) => sum + letters(text) * SMALLER ** Math.abs(level), 0);
  return {
    width: Math.max(...lines.map(width)) * LETTER_WIDTH * size,
    height: (ASCENT + DESCENT + (lines.length - 1) * LINE_HEIGHT) * size,
  };
}

/** Characters that take room; narrow ones count less. */
function letters(text: string): number {
  let count = 0;
  for (const letter of text) {
    if (/\p{M}/u.test(letter)) continue;
    count += widthOf(letter);
  }
  return count;
}

function widthOf(letter: string): number {
  if (/[\u2009\u200a]/.test(letter)) return 0.35;
  if (/[ilj.,:;|'!()[\] ]/.test(letter)) return 0.65;
  if (/[mwMW@%]/.test(letter)) return 1.6;
  return /[\dA-Z\u2212+=]/.test(letter) ? 1.15 : 1;
}

/** One text element; each line, and each change of look in it, is a `tspan`. */
export function wordsElement(words: string, options: WordsOptions): SVGTextElement {
  const { x, y, fill, size = LETTERS, align = 'start', lineAlign = 'baseline', rotation = 0 } = options;
  const lines = words.split('\n');
  const element = svgElement('text', {
    x,
    y,
    fill,
    stroke: 'none',
    'font-size': rounded(size),
    'text-anchor': align,
    ...(rotation === 0 ? {} : { transform: `rotate(${String(-rotation)} ${String(x)} ${String(y)})` }),
    ...(options.bold === true ? { 'font-weight': 'bold' } : {}),
    ...(options.italic === true ? { 'font-style': 'italic' } : {}),
    ...(options.opacity === undefined || options.opacity === 1 ? {} : { 'fill-opacity': options.opacity }),
  });
  const first = firstBaseline(lineAlign, lines.length);
  const runs = lines.map((line) => mathRuns(line));
  const [only] = runs.length === 1 && runs[0]?.length === 1 ? runs[0] : [];
  if (only !== undefined && isPlain(only)) {
    element.setAttribute('dy', `${String(rounded(first))}em`);
    element.append(only.text);
  } else {
    runs.forEach((line, index) =>
      element.append(...lineElements(line, x, y + (first + index * LINE_HEIGHT) * size, size)),
    );
  }
  return element;
}

/** From the place down to the first line, in parts of the letters' size. */
function firstBaseline(align: LineAlign, lines: number): number {
  const below = (lines - 1) * LINE_HEIGHT;
  switch (align) {
    case 'top':
      return ASCENT;
    case 'middle':
      return (ASCENT - DESCENT / 2) / 2 - below / 2;
    case 'bottom':
      return -DESCENT - below;
    case 'baseline':
      return -below;
  }
}

function lineElements(runs: readonly TextRun[], x: number, y: number, size: number): readonly SVGElement[] {
  let now = 0;
  return runs.map(({ text, level, italic, bold }, index) => {
    const height = heightOf(level) * size;
    const step = now - height;
    now = height;
    return svgElement(
      'tspan',
      {
        ...(index === 0 ? { x, y: rounded(y - height) } : step === 0 ? {} : { dy: rounded(step) }),
        ...(level === 0 ? {} : { 'font-size': rounded(size * SMALLER ** Math.abs(level)) }),
        ...(italic ? { 'font-style': 'italic' } : {}),
        ...(bold ? { 'font-weight': 'bold' } : {}),
      },
      text,
    );
  });
}

/** How far above the line letters of this level stand, in parts of the full size. */
function heightOf(level: number): number {
  const step = level > 0 ? RAISED : LOWERED;
  let [height, part] = [0, 1];
  for (let at = 0; at < Math.abs(level); at += 1) {
    height += step * part;
    part *= SMALLER;
  }
  return height;
}

function isPlain({ level, italic, bold }: TextRun): boolean {
  return level === 0 && !italic && !bold;
}

/** Short numbers in the file. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
