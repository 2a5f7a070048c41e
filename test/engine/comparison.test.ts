import { describe, expect, it } from 'vitest';

import type { FitSummary } from '../../src/training/protocol/protocol.ts';
import { differences, sameText, type Outcome } from './comparison.ts';
import { toleranceOf, type Recording } from './recording.ts';

const strict = toleranceOf('import torch\n');
const trained = toleranceOf('# trained\nimport torch\n');
const nothing: Recording & Outcome = { stdout: '', displayed: null, error: null, fits: [] };

describe('printed text', () => {
  it.each([
    ['tensor([1.0000, 2.0000])', 'tensor([1.0000, 2.0000])'],
    ['0.30000001192092896', '0.3000000119'],
    ['tensor([ 0.50, -0.25])', 'tensor([ 0.5000001, -0.25])'],
    ['inf nan', 'inf nan'],
  ])('accepts %j for %j', (actual, expected) => {
    expect(sameText(expected, actual, strict)).toBe(true);
  });

  it.each([
    ['2.5', '2.5000'],
    ['tensor([1, 2])', 'tensor([1, 3])'],
    ['tensor([1.0001])', 'tensor([1.0000])'],
    ['tensor([1., 2.])', 'tensor([[1., 2.]])'],
    ['float64', 'float32'],
    ['torch.Size([4, 4])', 'torch.Size([4, 1])'],
    ['a 2x3 matrix', 'a 3x2 matrix'],
    ['inf', '-inf'],
    ['nan', '0.0'],
    ['1.0 2.0', '1.0'],
    ['1.0\n2.0', '1.0 2.0'],
  ])('refuses %j for %j', (actual, expected) => {
    expect(sameText(expected, actual, strict)).toBe(false);
  });

  it('lets what is left of a cancelled difference change its sign, but only in a training', () => {
    expect(sameText('[ 0.000004, 2.0]', '[-0.000003, 2.0]', trained)).toBe(true);
    expect(sameText('[ 0.000004, 2.0]', '[-0.000003, 2.0]', strict)).toBe(false);
  });
});

describe('errors', () => {
  const error = { type: 'RuntimeError', message: 'a (3) and b (2)', line: 4 };
  const raised = { ...error, column: 1, traceback: '', frames: [] };

  it.each([
    ['the same', raised, 0],
    ['another type', { ...raised, type: 'ValueError' }, 1],
    ['another number in the message', { ...raised, message: 'a (3) and b (3)' }, 1],
    ['another line', { ...raised, line: 5 }, 1],
    ['none', null, 1],
  ])('%s', (_, actual, count) => {
    expect(differences({ ...nothing, error }, { ...nothing, error: actual }, strict)).toHaveLength(count);
  });

  it('reports one that PyTorch does not raise', () => {
    expect(differences(nothing, { ...nothing, error: raised }, strict)).toHaveLength(1);
  });
});

describe('fits', () => {
  const weight = { name: 'w', shape: [1], learned: [2], true: null, difference: null };
  const fit: FitSummary = {
    model: 'Line',
    epochs: 1,
    curves: { train_loss: [[0.5, 1.25]], val_loss: [] },
    weights: [weight],
  };
  const compare = (other: Partial<FitSummary>): number =>
    differences({ ...nothing, fits: [fit] }, { ...nothing, fits: [{ ...fit, ...other }] }, trained).length;

  it('compares model, curves and weights', () => {
    expect(compare({})).toBe(0);
    expect(compare({ model: 'Plane' })).toBe(1);
    expect(compare({ curves: { train_loss: [[0.5, 1.26]], val_loss: [] } })).toBe(1);
    expect(compare({ weights: [{ ...weight, learned: [2.01] }] })).toBe(1);
    expect(compare({ weights: [] })).toBe(1);
  });

  it('reports a fit too few', () => {
    expect(differences({ ...nothing, fits: [fit] }, nothing, trained)).toHaveLength(1);
  });
});
