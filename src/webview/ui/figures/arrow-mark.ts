/** Arrows: lines with open or filled heads, and outlines with shaft and head. */

import type { Markish } from '@observablehq/plot';
import type { Series } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import type { Drawn } from './drawn.ts';
import { lineWidth, pointColors } from './series-paint.ts';
import { svgElement } from './svg.ts';
import { wordsBox } from './words-box.ts';
import { pathThrough, svgMark } from './svg-mark.ts';
import { POINT } from './words.ts';

type Place = readonly [x: number, y: number];

/** Of a head of a line, in points: matplotlib's for letters of 10 points. */
const HEAD = { length: 4, half: 2 } as const;
/** matplotlib's arrows of an annotation keep away from both of their ends, in points. */
const SHRINK = 2;
/** Of a quiver, in widths of the shaft; from where the head meets the shaft to the tip. */
const QUIVER = { headwidth: 3, headlength: 5, axis: 4.5 } as const;

export function arrowMark(drawn: Drawn): Markish {
  return svgMark('arrow', drawn.box, () => {
    const arrows = ends(drawn).filter((arrow) => arrow.flat().every(Number.isFinite));
    const colors = pointColors(drawn.series, drawn.color, drawn.theme);
    return arrows.flatMap(([tail, tip], index) => arrowElements(drawn, tail, tip, colors(index)));
  });
}

function ends({ series, x, y, box }: Drawn): readonly (readonly [Place, Place])[] {
  const width = box.right - box.left;
  const pivot = toNumber(series.pivot ?? 0);
  return series.x.map((from, index) => {
    const at: Place = [x.place(toNumber(from)), y.place(toNumber(series.y[index] ?? 'nan'))];
    const [x2, y2] = [series.x2?.[index], series.y2?.[index]].map((end) => toNumber(end ?? 'nan')) as [
      number,
      number,
    ];
    if (series.steps !== true) {
      const tip: Place = [x.place(x2), y.place(y2)];
      return [tailOf(series, index, at, tip), tip];
    }
    const step = (part: number): Place => [at[0] + x2 * width * part, at[1] - y2 * width * part];
    return [step(-pivot), step(1 - pivot)];
  });
}

/** CSS pixels between words and the arrow that begins at them. */
const AROUND_WORDS = 3;

/** Where an arrow begins: at a point, or on the edge of the words there, on the way from their middle to the tip. */
function tailOf(series: Series, index: number, at: Place, tip: Place): Place {
  const words = series.texts?.[index] ?? '';
  if (words === '') return at;
  const box = wordsBox(words, at, series);
  const middle: Place = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const [dx, dy] = [tip[0] - middle[0], tip[1] - middle[1]];
  const across = ((box.right - box.left) / 2 + AROUND_WORDS) / (Math.abs(dx) || 1e-9);
  const down = ((box.bottom - box.top) / 2 + AROUND_WORDS) / (Math.abs(dy) || 1e-9);
  const part = Math.min(across, down, 1);
  return [middle[0] + dx * part, middle[1] + dy * part];
}

function arrowElements(drawn: Drawn, tail: Place, tip: Place, color: string): readonly SVGElement[] {
  const { series, box } = drawn;
  const style = series.arrowstyle ?? '->';
  const opacity = series.alpha ?? 1;
  if (style === 'quiver' || style === 'wide') {
    const unit = style === 'quiver' ? box.right - box.left : POINT;
    const shaft = toNumber(series.shaft ?? (style === 'quiver' ? 0.005 : 4)) * unit;
    const size = (given: typeof series.headwidth, fallback: number): number =>
      given === undefined ? fallback : toNumber(given) * unit;
    const head = {
      half: size(series.headwidth, QUIVER.headwidth * shaft) / 2,
      length: size(series.headlength, QUIVER.headlength * shaft),
    };
    const axis = style === 'quiver' ? (QUIVER.axis / QUIVER.headlength) * head.length : head.length;
    const d = pathThrough(outline(tail, tip, shaft / 2, head, axis), true);
    return [svgElement('path', { d, fill: color, 'fill-opacity': opacity, stroke: 'none' })];
  }
  return lineArrow(tail, tip, style, {
    stroke: color,
    'stroke-width': lineWidth({ ...series, linewidth: series.linewidth ?? 1 }),
    'stroke-opacity': opacity,
  });
}

/** Corners from the tail's side along one edge to the tip and back. */
function outline(
  tail: Place,
  tip: Place,
  half: number,
  head: { readonly half: number; readonly length: number },
  axis: number,
): readonly Place[] {
  const length = Math.hypot(tip[0] - tail[0], tip[1] - tail[1]);
  const shrunk = Math.min(1, length / (head.length || 1));
  const neck = Math.max(0, length - axis * shrunk);
  const shoulder = Math.max(0, length - head.length * shrunk);
  const at = along(tail, tip);
  return [
    at(0, half),
    at(neck, half),
    at(shoulder, head.half * shrunk),
    at(length, 0),
    at(shoulder, -head.half * shrunk),
    at(neck, -half),
    at(0, -half),
  ];
}

/** Places by how far along the arrow they are, and how far beside it. */
function along([x1, y1]: Place, [x2, y2]: Place): (forward: number, aside: number) => Place {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  return (forward, aside) => [x1 + ux * forward - uy * aside, y1 + uy * forward + ux * aside];
}

function lineArrow(
  tail: Place,
  tip: Place,
  style: string,
  stroke: Readonly<Record<string, string | number>>,
): readonly SVGElement[] {
  const length = Math.hypot(tip[0] - tail[0], tip[1] - tail[1]);
  const shrink = Math.min(SHRINK * POINT, length / 4);
  const at = along(tail, tip);
  const [start, end] = [at(shrink, 0), at(length - shrink, 0)];
  const line = svgElement('path', { d: pathThrough([start, end]), fill: 'none', ...stroke });
  const heads = [
    ...(style.endsWith('>') ? [headAt(end, start, style.includes('|>'), stroke)] : []),
    ...(style.startsWith('<') ? [headAt(start, end, style.includes('<|'), stroke)] : []),
  ];
  return [line, ...heads];
}

function headAt(
  tip: Place,
  from: Place,
  filled: boolean,
  stroke: Readonly<Record<string, string | number>>,
): SVGElement {
  const at = along(tip, from);
  const [length, half] = [HEAD.length * POINT, HEAD.half * POINT];
  const corners = [at(length, half), tip, at(length, -half)];
  const fill = filled ? (stroke.stroke ?? 'none') : 'none';
  return svgElement('path', { d: pathThrough(corners, filled), fill, 'stroke-linejoin': 'miter', ...stroke });
}
