/** Checks of the workbook's chapter 4: linear networks for classification. */

import type { Check } from './check.ts';
import { losses, wantSomeFit } from './fits.ts';
import { wantNoDifference, wantNumber, wantPrinted } from './printed.ts';

/** Of its validation; infinite where there is none. */
const lastLoss = (fit: Parameters<typeof losses>[0]): number => losses(fit).at(-1) ?? Infinity;

export const chapter4: readonly Check[] = [
  {
    exercise: '4.1.1',
    wants: [wantNoDifference('what belongs off the diagonal?')],
    shown: 'The second derivative is the covariance of a one-hot label drawn with these probabilities.',
  },
  {
    exercise: '4.1.2',
    wants: [
      wantPrinted(
        'bits for each:',
        (bits) => bits <= 1.6001,
        '{0} bits for each observation: a longer group wastes less.',
      ),
    ],
    shown: 'Coded together, observations come as near to log2(3) bits as one likes.',
  },
  {
    exercise: '4.1.5',
    wants: [
      wantPrinted('at least', (above) => above > -1e-4, 'It is below the maximum, by {0}.'),
      wantPrinted(
        'at most',
        (above) => above < 0.01,
        'It is still up to {0} above the maximum: a larger factor is sharper.',
      ),
      wantNumber(
        'of 1 and 1 with factor 2:',
        1 + Math.LN2 / 2,
        'Of 1 and 1 with the factor 2 it is {0}, not 1 + log(2) / 2.',
      ),
    ],
    shown: 'The larger the factor, the nearer to the maximum, and never below it.',
  },
  {
    exercise: '4.1.7',
    wants: [wantNoDifference('what is exp(o) to that power?')],
    shown: 'Doubling the temperature takes the square root of all probabilities.',
  },
  {
    exercise: '4.3.1',
    wants: [
      wantPrinted(
        'largest difference:',
        (difference) => difference < 2e-5,
        'The two means differ by {0}: the last minibatch counts as much as the others.',
      ),
    ],
    shown: 'The mean of means is quick, and off only by what the last minibatch is smaller.',
  },
  {
    exercise: '4.3.3',
    wants: [wantNumber('expected cost:', 3.38, 'The decisions cost {0} in all; others cost less.', 0.01)],
    shown: 'The likeliest class is not the best decision where mistakes cost differently.',
  },
  {
    exercise: '4.4.1',
    wants: [wantNoDifference('the largest exponent should be 0.')],
    shown: 'Relative to the largest score no exp() is too large, and one of them is 1.',
  },
  {
    exercise: '4.4.2',
    wants: [wantNoDifference('is it minus the sum of y * log(y_hat), with care for zeros?')],
    shown: 'The definition sums zeros for all classes but one; picking by index leaves them out.',
  },
  {
    exercise: '4.4.5',
    wants: [
      wantSomeFit((fit) => lastLoss(fit) < 0.8, 'No learning rate brings the validation loss below 0.8 yet.'),
      wantSomeFit(
        (fit) => lastLoss(fit) > 5,
        'No learning rate is so large that the validation loss ends above 5.',
      ),
    ],
    shown: 'Too small a rate has not arrived yet, too large a one throws the weights about.',
  },
  {
    exercise: '4.5.1',
    wants: [
      wantPrinted(
        'in float32:',
        (value) => value > 1e37 && Number.isFinite(value),
        'In float32 exp() of it is {0}: not the last finite one.',
      ),
      wantNumber('in float32 at one more finite:', 0, 'In float32 one more is still finite.'),
      wantPrinted(
        'in float64:',
        (value) => value > 1e306 && Number.isFinite(value),
        'In float64 exp() of it is {0}: not the last finite one.',
      ),
      wantNumber('in float64 at one more finite:', 0, 'In float64 one more is still finite.'),
    ],
    shown: 'A score of 89 is too much for float32: hence the care that softmax takes.',
  },
  {
    exercise: '4.6.1',
    wants: [
      wantNumber(
        'examples:',
        Math.log(2000) / 2e-8,
        '{0} examples are not what the inequality asks for.',
        0.01,
      ),
    ],
    shown: '380 million examples: no test set knows an error so well.',
  },
  {
    exercise: '4.6.4',
    wants: [
      wantNumber('points:', 4, 'These are {0} points, not four.'),
      wantNumber('labelings:', 16, '{0} of the 16 labelings can be had.'),
    ],
    shown: 'Four points can be shattered by rectangles, five cannot: one of them is within the others.',
  },
  {
    exercise: '4.7.2',
    wants: [
      wantNumber('told apart:', 0.789, 'The classifier does not tell {0} of them apart rightly.', 0.01),
    ],
    shown: 'Far more than half are told apart: the inputs have shifted.',
  },
  {
    exercise: '4.7.3',
    wants: [
      wantPrinted(
        'error on the target:',
        (error) => error < 0.2,
        'The error on the target is {0}; with the right weights it is below 0.2.',
      ),
    ],
    shown: 'Weighed by how likely their inputs are in the target, the same examples fit it far better.',
  },
];
