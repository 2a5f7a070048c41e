import { describe, expect, it } from 'vitest';
import { seriesLook } from '../../src/webview/ui/figures/look.ts';

const look = (format: string, kind: 'line' | 'scatter' = 'line', index = 2) =>
  seriesLook({ kind, label: '', x: [], y: [], format }, index);

describe('a format string of matplotlib', () => {
  it.each([
    ['', { color: 2, dash: [], markers: false }],
    ['-', { color: 2, dash: [], markers: false }],
    ['m--', { color: 3, dash: [3.7, 1.6], markers: false }],
    ['g-.', { color: 2, dash: [6.4, 1.6, 1, 1.6], markers: false }],
    ['r:', { color: 4, dash: [1, 1.65], markers: false }],
    ['o', { color: 2, dash: null, markers: true }],
    ['bo', { color: 0, dash: null, markers: true }],
    ['k.-', { color: null, dash: [], markers: true }],
    ['C1--', { color: 1, dash: [3.7, 1.6], markers: false }],
  ])('%j is a look in the theme’s colours', (format, expected) => {
    expect(look(format)).toMatchObject(expected);
  });

  it('leaves a scatter without a line', () => {
    expect(look('', 'scatter')).toMatchObject({ color: 2, dash: null, markers: true });
    expect(look('r', 'scatter', 0)).toMatchObject({ color: 4, dash: null, markers: true });
  });
});
