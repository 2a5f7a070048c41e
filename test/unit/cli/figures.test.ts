import { expect, it } from 'vitest';
import { describeFigure } from '../../../src/cli/figures.ts';
import { EMPTY_FIGURE } from '../../../src/training/protocol/figure.ts';
import type { Figure } from '../../../src/training/protocol/protocol.ts';

it.each<[Partial<Figure>, string]>([
  [{}, 'figure 1: empty'],
  [
    {
      title: 'Spectrum',
      series: [
        { kind: 'line', label: 'B', x: [1, 2], y: [3, 4] },
        { kind: 'scatter', label: '', x: [1], y: [3] },
      ],
      xlabel: 'lambda',
      yscale: 'log',
    },
    'figure 1 "Spectrum": line B (2 points), scatter (1 point); x: lambda, y: (log)',
  ],
  [
    { title: 'two\nlines', series: [{ kind: 'image', label: '', x: [], y: [1, 2], columns: 2 }] },
    'figure 1 "two lines": image (2 pixels)',
  ],
])('%#', (figure, line) => {
  expect(describeFigure({ ...EMPTY_FIGURE, ...figure }, 1)).toBe(line);
});
