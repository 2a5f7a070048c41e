/** Checks of workbook/3.1-linear-regression.py. */

import { say, type Check } from './check.ts';
import { losses, wantLastFit, wantLearned } from './fits.ts';
import { wantLinear } from './loss-shapes.ts';
import { short, wantPrinted } from './printed.ts';

const isNear = (expected: number, tolerance: number) => (value: number) =>
  Math.abs(value - expected) <= tolerance;

export const section31: readonly Check[] = [
  {
    exercise: '3.1.1',
    wants: [
      wantPrinted(
        'smallest squared errors at b =',
        isNear(20, 0.02),
        'The squared errors are not smallest at {0}: the start had that right.',
      ),
      wantPrinted(
        'smallest absolute errors at b =',
        isNear(4, 0.02),
        '{0} is not where the sum of absolute errors is smallest. Try the candidates as for the squares.',
      ),
    ],
    shown:
      'The mean has the smallest squared errors, the median the smallest absolute ones, and 88 does not move it.',
  },
  {
    exercise: '3.1.2',
    wants: [
      wantPrinted(
        'largest difference:',
        (value) => value < 1e-4,
        'The two still differ by up to {0}: what adds b to every row?',
      ),
    ],
    shown: 'An affine function is a linear one of an input with a 1 at its end.',
  },
  {
    exercise: '3.1.3',
    wants: [
      wantLastFit(
        (fit) => (losses(fit).at(-1) ?? Infinity) < 0.01,
        (fit) =>
          say(
            'The validation loss ends at {0}; with the right features it falls below 0.01. Is one of the products missing, or is it time that is?',
            short(losses(fit).at(-1) ?? NaN),
          ),
      ),
    ],
    shown: 'A linear model of the products is a quadratic one of the inputs.',
  },
  {
    exercise: '3.1.4',
    wants: [
      wantPrinted(
        'rank of the matrix:',
        (rank) => rank === 3,
        'The rank is {0} of 3: the columns still depend on each other.',
      ),
      wantPrinted(
        'largest error of a prediction:',
        (error) => error < 0.1,
        'A prediction is off by {0}: less noise will do.',
      ),
    ],
    shown: 'A little noise makes the columns independent, and the formula has one answer again.',
  },
  {
    exercise: '3.1.5',
    wants: [
      wantLinear(
        [1, 2, 4],
        'Twice the error should add twice as much loss, as |e| does: it still adds more.',
      ),
      wantLearned(0.1, 'Try another learning rate, more epochs, or a rate that falls.'),
    ],
    shown: 'The absolute error is the loss for such noise, and learns w and b with it.',
  },
  {
    exercise: '3.1.6',
    wants: [
      wantPrinted(
        'largest difference:',
        (value) => value < 1e-4,
        'Your layer and the network differ by up to {0}.',
      ),
    ],
    shown: 'Two linear layers compute what one can: a product of matrices is a matrix.',
  },
  {
    exercise: '3.1.7',
    wants: [
      wantPrinted('negative prices:', (count) => count === 0, '{0} of the predicted prices are negative.'),
      wantPrinted(
        'typical relative error:',
        (error) => error < 0.12,
        'A typical price is off by a factor of {0}; the noise alone makes about 0.07.',
      ),
    ],
    shown: 'On the logarithm the noise is the same for cheap and dear houses, and no price is negative.',
  },
  {
    exercise: '3.1.8',
    wants: [wantLearned(0.1, 'Is the loss exp(y_hat) - y·y_hat, averaged?')],
    shown: 'With the right loss the counts give w and b of the logarithm of their mean.',
  },
];
