import { beforeEach, describe, expect, test } from 'vitest';
import type { RunEvent } from '../../../src/training/protocol/protocol.ts';
import { RunEvents } from '../../../src/training/realm/events.ts';
import { Output } from '../../../src/training/realm/output.ts';

let time: number;
let posted: RunEvent[];
const port = { post: (event: RunEvent) => void posted.push(event), now: () => time };

beforeEach(() => {
  time = 1000;
  posted = [];
});

describe('points', () => {
  let events: RunEvents;

  beforeEach(() => {
    events = new RunEvents(port);
    events.begin(7);
  });

  test('go out at most 60 times a second, none is lost', () => {
    events.fitStarted('Net', 5);
    for (let i = 0; i < 1000; i++) {
      time += 1;
      events.point('train_loss', i, i / 2);
    }
    events.fitEnded(5, []);
    const messages = posted.filter((event) => event.type === 'points');
    expect(messages.length).toBeLessThanOrEqual(61);
    expect(messages.length).toBeGreaterThan(30);
    const points = messages.flatMap(({ curves }) => curves.flatMap((curve) => curve.points));
    expect(points).toHaveLength(1000);
    expect(points[999]).toEqual([999, 499.5]);
    expect(posted.at(-1)).toEqual({ type: 'fitEnded', run: 7, fit: 0, epochs: 5, weights: [] });
  });

  test('that JSON cannot spell are spelled out', () => {
    events.fitStarted('Net', 1);
    events.point('train_loss', 1, Infinity);
    events.point('train_loss', 2, NaN);
    events.flush();
    const values = posted
      .flatMap((event) => (event.type === 'points' ? event.curves : []))
      .flatMap(({ points }) => points);
    expect(values).toEqual([
      [1, 'inf'],
      [2, 'nan'],
    ]);
  });

  test('of a nested fit belong to the inner one', () => {
    events.fitStarted('Outer', 1);
    events.fitStarted('Inner', 1);
    events.point('train_loss', 0, 1);
    events.fitEnded(1, []);
    events.point('train_loss', 0, 2);
    events.fitEnded(1, []);
    const fits = posted.filter((event) => event.type === 'points').map(({ fit }) => fit);
    expect(fits).toEqual([1, 0]);
  });

  test('outside of a fit are refused', () => {
    expect(() => events.point('train_loss', 0, 1)).toThrow('no fit');
  });

  test('that wait belong to their own run only', () => {
    events.fitStarted('Net', 1);
    events.point('a', 0, 1);
    events.point('a', 1, 1);
    events.begin(8);
    events.flush();
    expect(posted.some((event) => event.run === 8)).toBe(false);
  });
});

describe('output', () => {
  let output: Output;

  beforeEach(() => {
    output = new Output(port);
    output.begin(3, 10);
  });

  const texts = (): string[] =>
    posted.map((event) => (event.type === 'output' ? `${event.stream}:${event.text}` : ''));

  test('keeps the order of the streams', () => {
    output.write('stdout', 'a\n');
    output.write('stdout', 'b\n');
    output.write('stderr', 'e\n');
    output.flush();
    expect(texts()).toEqual(['stdout:a\n', 'stdout:b\n', 'stderr:e\n']);
  });

  test('beyond the limit is counted', () => {
    output.write('stdout', '12345678');
    output.write('stdout', 'abcdef');
    output.write('stdout', 'g');
    output.flush();
    expect(texts()).toEqual(['stdout:12345678ab']);
    expect(output.dropped).toBe(5);
  });

  test('is never cut inside of a character', () => {
    output.write('stdout', '123456789😀');
    output.flush();
    expect(texts()).toEqual(['stdout:123456789']);
    expect(output.dropped).toBe(2);
  });

  test('that waits goes out when it is due', () => {
    output.write('stdout', 'a\n');
    output.write('stdout', 'b');
    output.flushIfDue();
    expect(texts()).toEqual(['stdout:a\n']);
    time += 17;
    output.flushIfDue();
    expect(texts()).toEqual(['stdout:a\n', 'stdout:b']);
  });
});
