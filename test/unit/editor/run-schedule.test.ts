import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RunSchedule } from '../../../src/editor/run-schedule.ts';

const over: string[] = [];
let schedule: RunSchedule;

beforeEach(() => {
  vi.useFakeTimers();
  over.length = 0;
  const note = (pause: string) => (uri: string) => void over.push(`${pause} ${uri}`);
  schedule = new RunSchedule({
    typing: note('typing'),
    save: note('save'),
    start: note('start'),
    control: note('control'),
    number: note('number'),
  });
});
afterEach(() => {
  schedule.dispose();
  vi.useRealTimers();
});

it('keeps the pauses of each document apart, and tells which are under way', () => {
  schedule.restart('a', 'typing', 10);
  schedule.restart('a', 'number', 20);
  schedule.restart('b', 'typing', 5);
  expect(schedule.pending('a')).toEqual(['typing', 'number']);
  vi.advanceTimersByTime(10);
  expect(over).toEqual(['typing b', 'typing a']);
  expect(schedule.pending('a')).toEqual(['number']);
  expect(schedule.pending('b')).toEqual([]);
});

it('starts a pause anew, or lets one that is under way go on', () => {
  schedule.restart('a', 'typing', 10);
  schedule.begin('a', 'control', 10);
  vi.advanceTimersByTime(6);
  schedule.restart('a', 'typing', 10);
  schedule.begin('a', 'control', 10);
  vi.advanceTimersByTime(4);
  expect(over).toEqual(['control a']);
  vi.advanceTimersByTime(6);
  expect(over).toEqual(['control a', 'typing a']);
});

it('ends pauses before their time: some, all of a document, all', () => {
  for (const pause of ['typing', 'number', 'control'] as const) schedule.restart('a', pause, 10);
  schedule.restart('b', 'save', 10);
  schedule.cancel('a', ['typing', 'start']);
  expect(schedule.pending('a')).toEqual(['number', 'control']);
  schedule.cancel('a');
  expect(schedule.pending('a')).toEqual([]);
  schedule.dispose();
  vi.advanceTimersByTime(20);
  expect(over).toEqual([]);
});
