/** Checks of workbook/3.7-weight-decay.py. */

import { say, type Check } from './check.ts';
import { curvesWith } from './figures.ts';
import { wantFits } from './fits.ts';
import { printedNumbers, wantPrinted } from './printed.ts';

const SEEDS = 3;

export const section37: readonly Check[] = [
  {
    exercise: '3.7.1',
    wants: [
      ({ figures }) => {
        if (figures.length === 0) return say('Nothing is plotted yet: d2l.plot(…) draws curves.');
        const curves = figures.flatMap((figure) => curvesWith(figure, 5));
        return curves.length >= 2
          ? null
          : say(
              'Two curves over five values of lambda or more are wanted: of the training and of the validation error.',
            );
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
        return count >= SEEDS
          ? null
          : say('The best lambda of {0} seed is printed: take three or more.', count);
      },
      (run) =>
        printedNumbers(run, 'best lambda ').every((lambd) => lambd > 0)
          ? null
          : say('A best lambda of 0 means no decay at all: search the list.'),
      wantFits(3 * SEEDS, '{0} trainings are too few to compare several lambdas for each seed.'),
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
        'The penalty of (3, -4) is {0}; the sum of absolute values is 7.',
      ),
      wantPrinted(
        'validation error:',
        (error) => error < 0.012,
        'The validation error is {0}, and should be below 0.012: try other values of lambd.',
      ),
    ],
    shown: 'The absolute penalty pulls small weights to zero, and overfitting with them.',
  },
  {
    exercise: '3.7.4',
    wants: [wantPrinted('difference:', (value) => value < 1e-3, 'The two differ by {0}.')],
    shown: "The trace of W'W is the sum of all squares.",
  },
  {
    exercise: '3.7.5',
    wants: [
      wantPrinted('lambda:', (lambd) => lambd === 0, 'lambda is {0}: leave it at 0.'),
      wantPrinted(
        'validation error:',
        (error) => error < 0.003,
        'The validation error is {0}, and should be below 0.003.',
      ),
    ],
    shown: 'More examples, or fewer inputs, leave nothing to learn by heart.',
  },
];
