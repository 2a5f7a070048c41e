/** Checks of workbook/3.7-weight-decay.py. */

import type { Check } from './check.ts';
import { curvesWith } from './figures.ts';
import { wantFits } from './fits.ts';
import { printedNumbers, wantPrinted } from './printed.ts';

const SEEDS = 3;

export const section37: readonly Check[] = [
  {
    exercise: '3.7.1',
    wants: [
      ({ figures }) => {
        if (figures.length === 0) return 'Nothing is plotted yet: d2l.plot(…) draws curves.';
        const curves = figures.flatMap((figure) => curvesWith(figure, 5));
        return curves.length >= 2
          ? null
          : 'Two curves over five values of lambda or more are wanted: of the training and of the validation error.';
      },
    ],
    shown:
      'The training error grows with lambda; the validation error falls first, and grows when nothing is learned.',
  },
  {
    exercise: '3.7.2',
    wants: [
      (run) => {
        const count = new Set(printedNumbers(run, 'seed ')).size;
        return count >= SEEDS ? null : `The best lambda of ${count} seed is printed: take three or more.`;
      },
      (run) =>
        printedNumbers(run, 'best lambda ').every((lambd) => lambd > 0)
          ? null
          : 'A best lambda of 0 means no decay at all: search the list.',
      wantFits(
        3 * SEEDS,
        (count) => `${count} trainings are too few to compare several lambdas for each seed.`,
      ),
    ],
    shown:
      'The best lambda differs from one data set to the next: the validation error picks it, but not exactly.',
  },
  {
    exercise: '3.7.3',
    wants: [
      wantPrinted(
        'penalty of 1 times (3, -4):',
        (penalty) => Math.abs(penalty - 7) < 0.01,
        (penalty) => `The penalty of (3, -4) is ${penalty}; the sum of absolute values is 7.`,
      ),
      wantPrinted(
        'validation error:',
        (error) => error < 0.012,
        (error) => `The validation error is ${error}, and should be below 0.012: try other values of lambd.`,
      ),
    ],
    shown: 'The absolute penalty pulls small weights to zero, and overfitting with them.',
  },
  {
    exercise: '3.7.4',
    wants: [
      wantPrinted(
        'difference:',
        (value) => value < 1e-3,
        (value) => `The two differ by ${value}.`,
      ),
    ],
    shown: "The trace of W'W is the sum of all squares.",
  },
  {
    exercise: '3.7.5',
    wants: [
      wantPrinted(
        'lambda:',
        (lambd) => lambd === 0,
        (lambd) => `lambda is ${lambd}: leave it at 0.`,
      ),
      wantPrinted(
        'validation error:',
        (error) => error < 0.003,
        (error) => `The validation error is ${error}, and should be below 0.003.`,
      ),
    ],
    shown: 'More examples, or fewer inputs, leave nothing to learn by heart.',
  },
];
