/** Arrows: lines with open or filled heads, and outlines with shaft and head. */

import type { Markish } from '@observablehq/plot';
import { toNumber } from '../numbers.ts';
import type { Drawn } from './drawn.ts';
import { lineWidth } from './series-paint.ts';
import { svgElement } from './svg.ts';
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
    return arrows.flatMap(([tail, tip]) => arrowElements(drawn, tail, tip));
  });
}

function ends({ series, x, y, box }: Drawn): readonly (readonly [Place, Place])[] {
  const width = box.right - box.left;
  return series.x.map((from, index) => {
    const tail: Place = [x.place(toNumber(from)), y.place(toNumber(series.y[index] ?? 'nan'))];
    const [x2, y2] = [series.x2?.[index], series.y2?.[index]].map((end) => toNumber(end ?? 'nan')) as [
      number,
      number,
    ];
    const tip: Place =
      series.steps === true ? [tail[0] + x2 * width, tail[1] - y2 * width] : [x.place(x2), y.place(y2)];
    return [tail, tip];
  });
}

function arrowElements(drawn: Drawn, tail: Place, tip: Place): readonly SVGElement[] {
  const { series, color, box } = drawn;
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
