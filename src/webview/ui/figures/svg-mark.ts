/** Marks that are drawn by themselves, beside those of Observable Plot. */

import type { Markish } from '@observablehq/plot';
import type { Box } from './scaling.ts';
import { svgElement } from './svg.ts';

let clips = 0;

/** A mark of these elements, in a group with a name that tells what they are; `clip`: nothing is drawn outside of it. */
export function svgMark(name: string, clip: Box | undefined, draw: () => readonly SVGElement[]): Markish {
  return () => {
    const group = svgElement('g', { 'aria-label': name }, ...draw());
    if (clip === undefined) return group;
    const id = `figure-clip-${String(++clips)}`;
    const { left, right, top, bottom } = clip;
    const area = svgElement('rect', { x: left, y: top, width: right - left, height: bottom - top });
    group.setAttribute('clip-path', `url(#${id})`);
    return svgElement('g', {}, svgElement('clipPath', { id }, area), group);
  };
}

/** A path through points, `M…L…`; a gap where one is not finite. */
export function pathThrough(points: readonly (readonly [number, number])[], closed = false): string {
  let [path, open] = ['', false];
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      if (open && closed) path += 'Z';
      open = false;
      continue;
    }
    path += `${open ? 'L' : 'M'}${x.toFixed(2)},${y.toFixed(2)}`;
    open = true;
  }
  return open && closed ? `${path}Z` : path;
}
