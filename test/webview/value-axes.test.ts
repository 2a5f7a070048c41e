/** Losses and accuracies, each on an axis of its own. */
import { describe, expect, it } from 'vitest';
import { axesOf, chartName, sideOf } from '../../src/webview/ui/charts/quantities.ts';
import { chartSvg } from '../../src/webview/ui/charts/chart-picture.ts';
import { valueRange } from '../../src/webview/ui/charts/value-axes.ts';
import { epochRows } from '../../src/training/protocol/epochs.ts';
import { isValidation, lossCurve, quantityOf } from '../../src/training/protocol/curve-names.ts';
import { NETWORKS } from './network-scenes.ts';
import { openPage } from './page.ts';
import type { Theme } from '../../src/webview/ui/theme.ts';

it.each([
  ['val_acc', 'accuracy'],
  ['train acc', 'accuracy'],
  ['test accuracy', 'accuracy'],
  ['train_ppl', 'perplexity'],
  ['perplexity', 'perplexity'],
  ['val_loss', 'loss'],
  ['accumulated', 'loss'],
])('%s is a %s', (label, quantity) => {
  expect(quantityOf(label)).toBe(quantity);
});

it('held-out data is known by the names that the book gives it', () => {
  expect(['val_loss', 'validation', 'test acc', 'test'].map(isValidation)).toEqual([true, true, true, true]);
  expect(['train_loss', 'values', 'tested'].map(isValidation)).toEqual([false, false, false]);
  const curves = ['train loss', 'train acc', 'test acc'].map((label) => ({ label }));
  expect(lossCurve(curves)?.label).toBe('train loss');
});

describe('the axes', () => {
  it('losses are on the left and accuracies on the right; what is alone is on the left', () => {
    const both = axesOf(['train loss', 'train acc', 'test acc']);
    expect(both).toEqual({ left: 'loss', right: 'accuracy' });
    expect([sideOf('train loss', both), sideOf('test acc', both)]).toEqual(['left', 'right']);
    expect(axesOf(['train_ppl', 'val_ppl'])).toEqual({ left: 'perplexity', right: null });
    expect(axesOf(['acc'])).toEqual({ left: 'accuracy', right: null });
    expect(axesOf([])).toEqual({ left: 'loss', right: null });
  });

  it('the chart is called after what it shows', () => {
    expect(chartName(['train_loss', 'val_acc'])).toBe('Loss and accuracy');
    expect(chartName(['train_ppl'])).toBe('Perplexity');
    expect(chartName([])).toBe('Loss');
  });

  it('an accuracy is never above 1', () => {
    expect(valueRange(0.5, 0.98, 'accuracy')[1]).toBe(1);
    expect(valueRange(0.5, 0.98, 'loss')[1]).toBeGreaterThan(1);
  });
});

it('the section tells loss and accuracy in one sentence, and draws each on its axis', async () => {
  const page = openPage();
  await page.show(NETWORKS['classifier']!());
  const section = page.section('loss');
  expect(section.querySelector('h2')?.textContent).toBe('Loss and accuracy');
  expect(section.querySelector('.sentence')?.textContent).toBe(
    'Validation loss fell from 2.13 to 0.639 and validation accuracy rose from 0.415 to 0.827 in 8 epochs.',
  );
  expect(section.querySelector('.loss-chart')?.getAttribute('aria-label')).toMatch(
    /^Loss and accuracy by epoch\. Validation loss fell/,
  );
  await page.show(NETWORKS['language model']!());
  expect(section.querySelector('h2')?.textContent).toBe('Perplexity');
  expect(section.querySelector('.sentence')?.textContent).toMatch(
    /^Validation perplexity fell from 19\.7 to/,
  );
});

it('a picture of the chart has both axes, each with its own numbers', () => {
  const curve = (label: string, points: [number, number][]) => ({
    label,
    points,
    open: [],
    stride: 1,
    count: points.length,
    first: points[0]!,
    last: points.at(-1)!,
    diverged: null,
  });
  const curves = [
    curve('train loss', [
      [1, 2000],
      [2, 1000],
    ]),
    curve('test acc', [
      [1, 0.6],
      [2, 0.9],
    ]),
  ].map((own, color) => ({
    label: own.label,
    entry: own.label,
    color,
    dashed: false,
    pinned: false,
    curve: own,
  }));
  const model = {
    name: 'Loss and accuracy',
    axes: axesOf(['train loss', 'test acc']),
    curves,
    lastEpoch: 2,
    unit: 'epoch',
    log: true,
    height: 204,
    sentence: '',
  };
  const theme = { series: ['red', 'blue'], background: 'white', dim: 'gray', foreground: 'black' };
  const svg = chartSvg([{ model, span: [0, 2], canvas: undefined }], theme as unknown as Theme);
  expect(svg).toContain('<title>Loss and accuracy by epoch</title>');
  expect(svg).toContain('>accuracy</text>');
  // The loss is on decades, the accuracy is not.
  expect(svg).toContain('>0.6</text>');
  expect(svg.match(/<polyline/g)).toHaveLength(2);
});

it('the last value of each epoch stands for it', () => {
  const rows = epochRows([
    { label: 'train_loss', points: [[0.5, 3], [1, 2], [1.5, 1.5], [2.0000000001, 1]] }, // prettier-ignore
    { label: 'val_acc', points: [[1, 0.5], ['nan', 0.1]] }, // prettier-ignore
  ]);
  expect(rows).toEqual([
    { epoch: 1, values: [2, 0.5] },
    { epoch: 2, values: [1, null] },
  ]);
});
