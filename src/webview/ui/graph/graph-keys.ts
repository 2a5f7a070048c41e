/** Which box the arrow keys lead to: up to what made a tensor, down to what uses it, sideways along a row. */

import type { Link } from '../../../run-model/graph/boxes.ts';
import type { Layout, Point } from './graph-layout.ts';

export type Direction = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

export function isDirection(key: string): key is Direction {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';
}

/** @returns undefined where there is none */
export function neighbour(
  id: string,
  direction: Direction,
  links: readonly Link[],
  { boxes }: Pick<Layout, 'boxes'>,
): string | undefined {
  const at = boxes.get(id);
  if (at === undefined) return undefined;
  if (direction === 'ArrowUp')
    return nearest(
      at,
      linked(links, boxes, ({ user, maker }) => (user === id ? maker : undefined)),
    );
  if (direction === 'ArrowDown')
    return nearest(
      at,
      linked(links, boxes, ({ user, maker }) => (maker === id ? user : undefined)),
    );
  const side = direction === 'ArrowLeft' ? -1 : 1;
  const row = [...boxes].filter(([other, { x, y }]) => other !== id && y === at.y && side * (x - at.x) > 0);
  return nearest(at, row);
}

function linked(
  links: readonly Link[],
  boxes: Layout['boxes'],
  end: (link: Link) => string | undefined,
): (readonly [string, Point])[] {
  return links.flatMap((link) => {
    const id = end(link);
    const at = id === undefined ? undefined : boxes.get(id);
    return id === undefined || at === undefined ? [] : [[id, at] as const];
  });
}

function nearest(from: Point, among: readonly (readonly [string, Point])[]): string | undefined {
  const distance = ({ x, y }: Point): number => Math.hypot(x - from.x, y - from.y);
  return among.reduce<readonly [string, Point] | undefined>(
    (best, one) => (best === undefined || distance(one[1]) < distance(best[1]) ? one : best),
    undefined,
  )?.[0];
}
