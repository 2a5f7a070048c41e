import { beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_FIGURE } from '../../../src/training/protocol/figure.ts';
import type { PointsMessage, RunEvent } from '../../../src/training/protocol/protocol.ts';
import { EventBounds } from '../../../src/training/realm/event-bounds.ts';

let posted: RunEvent[];
let bounds: EventBounds;

beforeEach(() => {
  posted = [];
  bounds = new EventBounds({ post: (event) => posted.push(event), now: () => 0 });
});

const count = (type: RunEvent['type']) => posted.filter((event) => event.type === type).length;
const told = () => posted.flatMap((event) => (event.type === 'output' ? [event.text] : []));
const points = (label: string, length = 1): PointsMessage => ({
  type: 'points',
  run: 1,
  fit: 0,
  curves: [{ label, points: Array.from({ length }, (_, x) => [x, 0] as const) }],
});

describe('what a run may report', () => {
  it('is all of it while it is little', () => {
    bounds.post({ type: 'figure', run: 1, figure: EMPTY_FIGURE });
    bounds.post(points('loss'));
    expect(posted).toHaveLength(2);
  });

  it('has at most 200 figures, and says so once', () => {
    for (let i = 0; i < 1000; i++) bounds.post({ type: 'figure', run: 1, figure: EMPTY_FIGURE });
    expect(count('figure')).toBe(200);
    expect(told()).toEqual(['Only the first 200 figures of a run are shown.\n']);
  });

  it('has at most 500 fits', () => {
    for (let fit = 0; fit < 2000; fit++)
      bounds.post({ type: 'fitStarted', run: 1, fit, model: '', epochs: 1 });
    expect(count('fitStarted')).toBe(500);
  });

  it('has at most 100 curves a fit; those that are there go on', () => {
    for (let i = 0; i < 1000; i++) bounds.post(points(`loss ${String(i)}`));
    bounds.post(points('loss 0'));
    const labels = posted.flatMap((event) =>
      event.type === 'points' ? event.curves.map(({ label }) => label) : [],
    );
    expect(new Set(labels).size).toBe(100);
    expect(labels.at(-1)).toBe('loss 0');
    expect(told()).toEqual(['Only the first 100 curves of a fit are shown.\n']);
  });

  it('has at most two million points', () => {
    for (let i = 0; i < 30; i++) bounds.post(points('loss', 100_000));
    expect(count('points')).toBe(20);
  });

  it('starts anew with the next run', () => {
    for (let i = 0; i < 201; i++) bounds.post({ type: 'figure', run: 1, figure: EMPTY_FIGURE });
    bounds.post({ type: 'figure', run: 2, figure: EMPTY_FIGURE });
    expect(count('figure')).toBe(201);
  });
});
