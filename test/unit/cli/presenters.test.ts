import { describe, expect, it } from 'vitest';
import { JsonPresenter } from '../../../src/cli/json-presenter.ts';
import { Progress } from '../../../src/cli/progress.ts';
import type { FitStartedMessage, PointsMessage } from '../../../src/training/protocol/protocol.ts';
import { ENDED, RecordedStream } from './stand-ins.ts';

describe('the messages as JSON', () => {
  it('end with the result: what is logged later is not written', () => {
    const stream = new RecordedStream(false);
    const presenter = new JsonPresenter(stream);
    presenter.log('info', 'early');
    presenter.finish({ ...ENDED, stdout: '', fits: [], figures: [], advice: [] }, null);
    presenter.log('info', 'late');
    expect(stream.lines.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual(['log', 'ended']);
  });
});

describe('the line of progress', () => {
  const loop: FitStartedMessage = {
    type: 'fitStarted',
    run: 1,
    fit: 0,
    model: 'Loop',
    epochs: 0,
    unit: 'step',
  };
  const points = (x: number): PointsMessage => ({
    type: 'points',
    run: 1,
    fit: 0,
    curves: [{ label: 'loss', points: [[x, 0.5]] }],
  });
  const shown = (stream: RecordedStream): string => stream.text.split('\x1b[K').at(-1) ?? '';

  it('names no step before there is one', () => {
    const stream = new RecordedStream(true);
    const progress = new Progress(stream);
    progress.fitStarted(loop);
    expect(shown(stream)).toBe('Loop');
    progress.points(points(119));
    expect(shown(stream)).toBe('Loop  step 120  loss 0.5');
    progress.fitStarted({ ...loop, epochs: 2000 });
    progress.points(points(119));
    expect(shown(stream)).toBe('Loop  step 120/2000  loss 0.5');
  });

  it('counts epochs up to those that were asked for', () => {
    const stream = new RecordedStream(true);
    const progress = new Progress(stream);
    progress.fitStarted({ ...loop, model: 'MLP', epochs: 5, unit: 'epoch' });
    expect(shown(stream)).toBe('MLP  epoch 1/5');
    progress.points(points(7));
    expect(shown(stream)).toBe('MLP  epoch 5/5  loss 0.5');
  });

  it('is nothing where the stream is no terminal', () => {
    const stream = new RecordedStream(false);
    new Progress(stream).fitStarted(loop);
    expect(stream.text).toBe('');
  });
});
