/** Figures as a picture of its own: titles and all axes in one SVG that needs no style sheet. */

import type { Figure } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Theme } from '../theme.ts';
import { dataRatio, ownSize, titleDepth, titleSize, type Inner, type Layout } from './layout.ts';
import { leftOutWords } from './left-out.ts';
import { paintOf } from './look.ts';
import { svgElement } from './svg.ts';
import { INCH, LETTERS, POINT, rounded, sizeOfWords, wordsElement } from './words.ts';

/** Draws one set of axes whose inner part has this size. */
export type Draw = (figure: Figure, inner: Inner) => { readonly svg: SVGSVGElement; readonly layout: Layout };

/** Size of axes that matplotlib did not lay out, in CSS pixels: alone, and beside others. */
const ALONE: Inner = { width: 400, height: 170 };
const BESIDE: Inner = { width: 230, height: 170 };
const GAP = 14;

/** One set of axes, drawn, with the corner of its inner part. */
interface Piece {
  readonly figure: Figure;
  readonly svg: SVGSVGElement;
  readonly layout: Layout;
  readonly x: number;
  readonly y: number;
}

/** All axes of one figure of the exercise: where matplotlib has them, or in their grid where they would overlap there. */
export function figuresSvg(figures: readonly Figure[], theme: Theme, draw: Draw): SVGSVGElement {
  const placed = inPlace(figures, draw);
  const pieces = placed !== null && !overlap(placed) ? placed : inGrid(figures, draw);
  const ends = pieces.map(endsOf);
  const left = Math.min(0, ...ends.map((end) => end.left));
  const top = Math.min(0, ...ends.map((end) => end.top));
  const width = Math.max(0, ...ends.map((end) => end.right)) - left + 2 * GAP;
  const title = figures[0]?.subplot?.title ?? '';
  const head = title === '' ? 0 : sizeOfWords(title, titleSize(undefined)).height + 8;
  const words = pictureWords(figures);
  const body = Math.max(0, ...ends.map((end) => end.bottom)) - top + head + 2 * GAP;
  const height = body + words.length * LETTERS * 1.4;
  const [dx, dy] = [GAP - left, GAP - top + head];
  return svgElement(
    'svg',
    {
      width: rounded(width),
      height: rounded(height),
      viewBox: `0 0 ${String(rounded(width))} ${String(rounded(height))}`,
      'font-family': 'sans-serif',
      'font-size': 11,
    },
    svgElement('rect', { width: rounded(width), height: rounded(height), fill: theme.background }),
    ...(title === '' ? [] : [centred(title, width / 2, GAP, titleSize(undefined), theme)]),
    ...pieces.map((piece) => pieceElement(piece, dx, dy, theme)),
    ...words.map((line, index) =>
      wordsElement(line, { x: GAP, y: body + index * LETTERS * 1.4, fill: theme.dim, size: 9 * POINT }),
    ),
  );
}

/** The file's text. */
export function svgText(svg: SVGSVGElement): string {
  return `${new XMLSerializer().serializeToString(svg)}\n`;
}

/** What is shown otherwise than asked for, and what is left out, each once. */
function pictureWords(figures: readonly Figure[]): readonly string[] {
  const notes = figures.flatMap(({ note }) => (note === undefined ? [] : [note]));
  const left = leftOutWords(figures);
  return [...new Set(notes), ...(left === '' ? [] : [left])];
}

// ---------------------------------------------------------------- places

/** Where matplotlib has them; null where it is not known. */
function inPlace(figures: readonly Figure[], draw: Draw): readonly Piece[] | null {
  const pieces: Piece[] = [];
  for (const figure of figures) {
    if (figure.size === undefined || figure.position === undefined || figure.layout === 'tight') return null;
    const [width, height] = [toNumber(figure.size[0]) * INCH, toNumber(figure.size[1]) * INCH];
    const [l, b, w, h] = figure.position.map(toNumber) as [number, number, number, number];
    const whole: Inner = { width: w * width, height: h * height };
    const inner = fitting(figure, whole);
    const [across, down] = anchorOf(figure);
    const x = l * width + (whole.width - inner.width) * across;
    const y = (1 - b - h) * height + (whole.height - inner.height) * down;
    pieces.push({ figure, ...draw(figure, inner), x, y });
  }
  return pieces;
}

/** Where axes stand in a place that is larger than they are: in its middle, or beside their colour bar. */
export function anchorOf({ colorbars = [] }: Figure): readonly [across: number, down: number] {
  const [bar] = colorbars;
  if (bar === undefined) return [0.5, 0.5];
  return bar.horizontal === true ? [0.5, 1] : [1, 0.5];
}

/** The largest size of axes whose units say their form. */
function fitting(figure: Figure, whole: Inner): Inner {
  const ratio = dataRatio(figure);
  if (ratio === null) return whole;
  const width = Math.min(whole.width, whole.height / ratio);
  return { width, height: width * ratio };
}

interface Ends {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function endsOf({ figure, layout, x, y }: Piece): Ends {
  const { width, height, box } = layout;
  const half = sizeOfWords(figure.title, titleSize(figure.fontsizes?.title)).width / 2;
  const middle = x + (box.right - box.left) / 2;
  const title = figure.title === '' ? 0 : half;
  return {
    left: Math.min(x - box.left, middle - title),
    right: Math.max(x - box.left + width, middle + title),
    top: y - box.top - titleDepth(figure),
    bottom: y - box.top + height,
  };
}

/** CSS pixels by which axes may run into each other without anything being covered. */
const TOUCH = 4;

function overlap(pieces: readonly Piece[]): boolean {
  const ends = pieces.map(endsOf);
  return ends.some((one, index) =>
    ends.slice(index + 1).some((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const within = isInset(pieces[index], one, other) || isInset(pieces[index], other, one);
      return across > TOUCH && down > TOUCH && !within;
    }),
  );
}

/** Whether axes lie within others, where the exercise put them. */
function isInset(piece: Piece | undefined, inner: Ends, outer: Ends): boolean {
  if (piece?.figure.subplot === undefined) return false;
  return (
    inner.left > outer.left &&
    inner.right < outer.right &&
    inner.top > outer.top &&
    inner.bottom < outer.bottom
  );
}

/** Row by row, each as far from the others as its words need. */
function inGrid(figures: readonly Figure[], draw: Draw): readonly Piece[] {
  const columns = Math.max(1, figures[0]?.subplot?.columns ?? 1);
  const drawn = figures.map((figure) => ({
    figure,
    ...draw(figure, fitting(figure, ownSize(figure) ?? (columns > 1 ? BESIDE : ALONE))),
  }));
  const cell = drawn.map(({ figure }, index) => {
    const at = (figure.subplot?.index ?? index + 1) - 1;
    return { row: Math.floor(at / columns), column: at % columns };
  });
  const most = (of: (index: number) => number, shown: (index: number) => boolean): number =>
    Math.max(
      0,
      ...drawn
        .map((_, index) => index)
        .filter(shown)
        .map(of),
    );
  const rows = Math.max(1, ...cell.map(({ row }) => row + 1));
  const lefts: number[] = [];
  let x = 0;
  for (let column = 0; column < columns; column += 1) {
    const own = (index: number): boolean => cell[index]?.column === column;
    lefts.push(x + most((index) => drawn[index]?.layout.box.left ?? 0, own));
    x =
      (lefts[column] ?? 0) +
      most((index) => afterLeft(drawn[index]?.layout), own) +
      (column < columns - 1 ? GAP / 2 : 0);
  }
  const tops: number[] = [];
  let y = 0;
  for (let row = 0; row < rows; row += 1) {
    const own = (index: number): boolean => cell[index]?.row === row;
    tops.push(y + most((index) => aboveOf(drawn[index]), own));
    y =
      (tops[row] ?? 0) +
      most((index) => belowTop(drawn[index]?.layout), own) +
      (row < rows - 1 ? GAP / 2 : 0);
  }
  return drawn.map((piece, index) => ({
    ...piece,
    x: lefts[cell[index]?.column ?? 0] ?? 0,
    y: tops[cell[index]?.row ?? 0] ?? 0,
  }));
}

function afterLeft(layout: Layout | undefined): number {
  return layout === undefined ? 0 : layout.width - layout.box.left;
}

function belowTop(layout: Layout | undefined): number {
  return layout === undefined ? 0 : layout.height - layout.box.top;
}

function aboveOf(piece: { readonly figure: Figure; readonly layout: Layout } | undefined): number {
  return piece === undefined ? 0 : piece.layout.box.top + titleDepth(piece.figure);
}

// ---------------------------------------------------------------- elements

function pieceElement(
  { figure, svg, layout, x, y }: Piece,
  dx: number,
  dy: number,
  theme: Theme,
): SVGElement {
  const { box } = layout;
  const [left, top] = [dx + x - box.left, dy + y - box.top];
  svg.setAttribute('x', String(rounded(left)));
  svg.setAttribute('y', String(rounded(top)));
  for (const frame of svg.querySelectorAll('foreignObject')) frame.replaceWith(imageOf(frame));
  const group = svgElement('g', {}, svg);
  if (figure.title === '') return group;
  const size = titleSize(figure.fontsizes?.title);
  const middle = left + (box.left + box.right) / 2;
  const at = { left: left + box.left, right: left + box.right, middle }[figure.titleloc ?? 'middle'];
  const align = ({ left: 'start', right: 'end', middle: 'middle' } as const)[figure.titleloc ?? 'middle'];
  group.append(
    wordsElement(figure.title, {
      x: rounded(at),
      y: rounded(top - 4),
      fill: figure.colors?.title === undefined ? theme.foreground : paintOf(figure.colors.title, theme),
      size,
      align,
      lineAlign: 'bottom',
    }),
  );
  return group;
}

function centred(words: string, x: number, y: number, size: number, theme: Theme): SVGElement {
  return wordsElement(words, {
    x,
    y,
    fill: theme.foreground,
    size,
    align: 'middle',
    lineAlign: 'top',
    bold: true,
  });
}

/** A canvas within the SVG as an image that the file holds. */
function imageOf(frame: SVGForeignObjectElement): SVGImageElement {
  const canvas = frame.querySelector('canvas');
  const image = svgElement('image', {
    href: canvas?.toDataURL('image/png') ?? '',
    preserveAspectRatio: 'none',
  });
  for (const name of ['x', 'y', 'width', 'height']) image.setAttribute(name, frame.getAttribute(name) ?? '0');
  if (canvas?.classList.contains('smooth') !== true) image.style.setProperty('image-rendering', 'pixelated');
  return image;
}
