/** From the numbers of an axis to places on the page, on matplotlib's scales. */

import type { Figure, Scale } from '../../../training/protocol/protocol.ts';
import { toNumber } from '../numbers.ts';
import { domainOf, type Span } from './domain.ts';

/** One axis of a drawing. */
export interface Scaling {
  readonly scale: Scale;
  /** In the order in which the axis runs. */
  readonly domain: Span;
  /** From a number to one that lies evenly on the axis; NaN where the axis has no place for it. */
  forward(value: number): number;
  /** CSS pixels from the drawing's left or upper edge. */
  place(value: number): number;
}

/** Where the axes of a drawing stand, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Scalings {
  readonly x: Scaling;
  readonly y: Scaling;
}

/** Both axes of a figure within a box. */
export function scalingsOf(figure: Figure, { left, right, top, bottom }: Box): Scalings {
  return { x: scalingOf(figure, 'x', left, right), y: scalingOf(figure, 'y', bottom, top) };
}

function scalingOf(figure: Figure, axis: 'x' | 'y', start: number, end: number): Scaling {
  const scale = axis === 'x' ? figure.xscale : figure.yscale;
  const threshold = axis === 'x' ? figure.xlinthresh : figure.ylinthresh;
  const forward = FORWARD[scale](toNumber(threshold ?? LINEAR_WITHIN));
  const domain = domainOf(figure, axis);
  const [least, most] = domain.map(forward) as [number, number];
  const place = (value: number): number =>
    start + ((forward(value) - least) / (most - least)) * (end - start);
  return { scale, domain, forward, place };
}

/** matplotlib's `linthresh`, unless one is given. */
const LINEAR_WITHIN = 2;

const FORWARD: Readonly<Record<Scale, (threshold: number) => (value: number) => number>> = {
  linear: () => (value) => value,
  log: () => (value) => (value > 0 ? Math.log10(value) : NaN),
  symlog: (threshold) => (value) => {
    const size = Math.abs(value);
    if (size <= threshold) return value * LINEAR_PART;
    return Math.sign(value) * threshold * (LINEAR_PART + Math.log10(size / threshold));
  },
};

/** How long the linear part of a symlog axis is, in decades: matplotlib's `linscale` of 1. */
const LINEAR_PART = 1 / (1 - 1 / 10);
