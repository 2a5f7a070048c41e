/** Shapes that have varied, in words. */

import { tupleText } from './shape.ts';
import type { TensorShape } from '../training/protocol/protocol.ts';

/** Sizes of one dimension that are written out. */
const MOST_SIZES = 3;
/** Shapes with different numbers of dimensions that are. */
const MOST_RANKS = 3;

/** `(32, 2)`; `(32|8, 2)` where a size has varied, `(1…32, 2)` where much; `(32, 2) or (64,)` where the dimensions have. */
export function shapesText(shapes: readonly TensorShape[]): string {
  const byRank = new Map<number, TensorShape[]>();
  for (const shape of shapes) byRank.set(shape.length, [...(byRank.get(shape.length) ?? []), shape]);
  const texts = [...byRank.values()].map(alikeText);
  return texts.length > MOST_RANKS ? `${texts.slice(-MOST_RANKS).join(' or ')} or …` : texts.join(' or ');
}

function alikeText(shapes: readonly TensorShape[]): string {
  const [first = []] = shapes;
  return tupleText(first.map((_, dimension) => sizesText(shapes.map((shape) => shape[dimension] ?? 0))));
}

function sizesText(sizes: readonly number[]): string {
  const different = [...new Set(sizes)].sort((a, b) => b - a);
  if (different.length <= MOST_SIZES) return different.join('|');
  return `${String(different.at(-1))}…${String(different[0])}`;
}
