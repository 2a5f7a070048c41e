import { expect, test } from 'vitest';
import { RunCollector } from '../../../src/training/protocol/results.ts';
import { EMPTY_FIGURE } from '../../../src/training/protocol/figure.ts';
import type { EndedMessage, Figure, RunEvent, Weight } from '../../../src/training/protocol/protocol.ts';

const run = 1;

const ended: EndedMessage = {
  type: 'ended',
  run,
  status: 'ok',
  backend: 'js',
  operations: { tensorflow: 0, wasm: 0, js: 12 },
  milliseconds: 3,
  displayed: '7',
  outputDropped: 0,
  error: null,
};

function collect(...events: RunEvent[]): RunCollector {
  const collector = new RunCollector();
  for (const event of events) collector.accept(event);
  return collector;
}

test('a run that printed nothing and fitted nothing', () => {
  expect(collect({ type: 'started', run, seed: 0 }, ended).result()).toEqual({
    ...ended,
    stdout: '',
    fits: [],
    figures: [],
    advice: [],
  });
});

test('stdout is joined; stderr and what is displayed are not part of it', () => {
  const output = (stream: 'stdout' | 'stderr' | 'displayed', text: string): RunEvent => ({
    type: 'output',
    run,
    stream,
    text,
  });
  const collector = collect(
    output('stdout', 'a\n'),
    output('stderr', 'e'),
    output('stdout', 'b'),
    output('displayed', '7'),
    ended,
  );
  expect(collector.result().stdout).toBe('a\nb');
});

test('points of several messages become one curve, fits stay apart', () => {
  const weight: Weight = { name: 'w', shape: [1], learned: [2], true: [2.5], difference: [-0.5] };
  const collector = collect(
    { type: 'fitStarted', run, fit: 0, model: 'Net', epochs: 2 },
    { type: 'points', run, fit: 0, curves: [{ label: 'train_loss', points: [[0.5, 3]] }] },
    { type: 'fitStarted', run, fit: 1, model: 'Other', epochs: 1 },
    { type: 'points', run, fit: 1, curves: [{ label: 'train_loss', points: [[0.5, 'nan']] }] },
    {
      type: 'points',
      run,
      fit: 0,
      curves: [
        {
          label: 'train_loss',
          points: [
            [1, 2],
            [1.5, 1],
          ],
        },
        { label: 'val_loss', points: [[1, 2.5]] },
      ],
    },
    { type: 'fitEnded', run, fit: 1, epochs: 1, weights: [] },
    { type: 'fitEnded', run, fit: 0, epochs: 2, weights: [weight] },
    ended,
  );
  expect(collector.result().fits).toEqual([
    {
      model: 'Net',
      epochs: 2,
      curves: {
        train_loss: [
          [0.5, 3],
          [1, 2],
          [1.5, 1],
        ],
        val_loss: [[1, 2.5]],
      },
      weights: [weight],
    },
    { model: 'Other', epochs: 1, curves: { train_loss: [[0.5, 'nan']] }, weights: [] },
  ]);
});

test('a fit that was cut short has the whole epochs that its curves reach', () => {
  const collector = collect(
    { type: 'fitStarted', run, fit: 0, model: 'Net', epochs: 9 },
    {
      type: 'points',
      run,
      fit: 0,
      curves: [
        {
          label: 'train_loss',
          points: [
            [0.5, 3],
            [2.75, 1],
          ],
        },
      ],
    },
    { ...ended, status: 'stopped' },
  );
  expect(collector.result()).toMatchObject({ status: 'stopped', fits: [{ epochs: 2, weights: [] }] });
});

test('figures keep their order', () => {
  const figure = (title: string): Figure => ({ ...EMPTY_FIGURE, title });
  const collector = collect(
    { type: 'figure', run, figure: figure('a') },
    { type: 'figure', run, figure: figure('b') },
    ended,
  );
  expect(collector.result().figures.map(({ title }) => title)).toEqual(['a', 'b']);
});

test('there is no result before the end, and no points without a fit', () => {
  expect(() => collect().result()).toThrow('has not ended');
  expect(() => collect({ type: 'points', run, fit: 0, curves: [] })).toThrow('never started');
});
