import { describe, expect, it } from 'vitest';
import { steppedZoom, zoomedTo, type Span } from '../../src/webview/ui/charts/chart-zoom.ts';

const WHOLE: Span = [0, 10];

describe('a dragged span', () => {
  it.each<[string, Span, Span | null]>([
    ['stays as it is inside', [2, 4], [2, 4]],
    ['is moved in from the left', [-1, 3], [0, 4]],
    ['is moved in from the right', [8, 12], [6, 10]],
    ['is no zoom when it is all', [0, 10], null],
    ['is no zoom when it is more', [-5, 15], null],
  ])('%s', (_what, inner, expected) => {
    expect(zoomedTo(inner, WHOLE)).toEqual(expected);
  });

  it('is not narrower than can be drawn', () => {
    const [least, most] = zoomedTo([5, 5], WHOLE) ?? [0, 0];
    expect(most - least).toBeCloseTo(10 / 10_000, 12);
    expect(least).toBe(5);
  });
});

describe('a step of the keys', () => {
  it.each<[string, Span, number, 'in' | 'out', Span | null]>([
    ['halves about the middle', [2, 6], 4, 'in', [3, 5]],
    ['keeps its place where a quarter is on its left', [2, 6], 3, 'in', [2.5, 4.5]],
    ['doubles', [4, 6], 5, 'out', [3, 7]],
    ['keeps its place on the way out', [4, 6], 4.5, 'out', [3.5, 7.5]],
    ['stays inside', [8, 10], 10, 'out', [6, 10]],
    ['ends the zoom where it would show all', [2, 7], 4, 'out', null],
  ])('%s', (_what, current, center, direction, expected) => {
    expect(steppedZoom(current, WHOLE, center, direction)).toEqual(expected);
  });
});
