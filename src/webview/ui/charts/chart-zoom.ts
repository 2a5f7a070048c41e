/** The part of a chart's base axis that is shown: dragged out, stepped by keys, reset. */

export type Span = readonly [least: number, most: number];

/** CSS pixels: a shorter drag is a press. */
export const LEAST_DRAG = 6;

/** How much of the span one step of the keys leaves. */
const STEP = 0.5;

/** The narrowest span as a part of the whole. */
const NARROWEST = 1e-4;

/** `inner`, kept inside `whole` and not narrower than can be drawn; null when it is all of it. */
export function zoomedTo(inner: Span, whole: Span): Span | null {
  const size = whole[1] - whole[0];
  const width = Math.max(NARROWEST * size, inner[1] - inner[0]);
  if (!(width < size)) return null;
  const least = Math.min(Math.max(inner[0], whole[0]), whole[1] - width);
  return [least, least + width];
}

/** One step nearer to or further from `center`. */
export function steppedZoom(
  current: Span,
  whole: Span,
  center: number,
  direction: 'in' | 'out',
): Span | null {
  const factor = direction === 'in' ? STEP : 1 / STEP;
  const width = (current[1] - current[0]) * factor;
  const share = (center - current[0]) / (current[1] - current[0]);
  const least = center - share * width;
  const size = whole[1] - whole[0];
  return width >= size ? null : zoomedTo([least, least + width], whole);
}

/** The same width, moved as little as needed to have `at` in it. */
export function spanWith(at: number, current: Span, whole: Span): Span | null {
  const [least, most] = current;
  if (at >= least && at <= most) return current;
  const shift = at < least ? at - least : at - most;
  return zoomedTo([least + shift, most + shift], whole);
}
