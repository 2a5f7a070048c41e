/** Checks of workbook/3.5-linear-regression-concise.py. */

import type { Check } from './check.ts';
import { curvesWith, spans, wantFigure } from './figures.ts';
import { learned, losses, wantLearned, wantSomeFit } from './fits.ts';
import { wantsOfHuber } from './loss-shapes.ts';
import { wantPrinted } from './printed.ts';
import { wantWrongLabel } from './section-3-4.ts';

export const section35: readonly Check[] = [
  {
    exercise: '3.5.1',
    wants: [
      wantPrinted(
        'loss of three errors of 1:',
        (loss) => Math.abs(loss - 3) < 0.01,
        'The loss of three errors of 1 is {0}: keep the sum, which makes 3.',
      ),
      wantLearned(0.1, 'What must lr be divided by, when the gradient is 32 times as large?'),
    ],
    shown: 'A sum over 32 rows wants a learning rate 32 times smaller.',
  },
  {
    exercise: '3.5.2',
    wants: [
      ...wantsOfHuber,
      wantWrongLabel,
      wantLearned(0.1, 'Give it more epochs, or a larger learning rate.'),
    ],
    shown: "PyTorch's robust loss learns w and b in spite of the wrong label.",
  },
  {
    exercise: '3.5.3',
    wants: [
      wantPrinted(
        'largest difference from the formula:',
        (value) => value < 1e-3,
        'Your gradient differs from the formula by up to {0}.',
      ),
    ],
    shown: 'model.net.weight.grad holds what the formula says.',
  },
  {
    exercise: '3.5.4',
    wants: [
      wantSomeFit(
        (fit) => losses(fit).length >= 4 && (losses(fit)[0] ?? 0) > 1 && learned(fit, 0.05),
        'No run with lr = 0.01 has learned w and b to 0.05 yet: give it more epochs.',
      ),
      wantSomeFit(
        (fit) => losses(fit).length === 1 && learned(fit, 0.05),
        'No run of a single epoch has learned w and b to 0.05 yet.',
      ),
    ],
    shown: 'Ten times the learning rate, a tenth of the epochs; within limits.',
  },
  {
    exercise: '3.5.5',
    wants: [
      wantFigure(
        (figure) => figure.xscale === 'log',
        "The x axis of the plot is not logarithmic yet: xscale='log'.",
      ),
      wantFigure(
        (figure) => curvesWith(figure, 4).length >= 2,
        'Two curves with four sizes or more are wanted.',
      ),
      wantFigure(
        (figure) => curvesWith(figure, 4).some((curve) => spans(curve, 10, 10_000)),
        'The sizes should reach from 5 to 10,000.',
      ),
    ],
    shown: 'More data, smaller errors: equal factors show it best.',
  },
];
