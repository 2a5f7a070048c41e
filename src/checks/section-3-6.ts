/** Checks of workbook/3.6-generalization.py. */

import { say, type Check } from './check.ts';
import { notPrinted, printedNumbers, wantPrinted } from './printed.ts';

export const section36: readonly Check[] = [
  {
    exercise: '3.6.1',
    wants: [
      wantPrinted(
        'largest error at the points:',
        (error) => error < 1e-6,
        'The curve misses a point by {0}.',
      ),
      wantPrinted(
        'degree:',
        (degree) => degree === 5,
        'Degree {0} meets all six points; a smaller one does too.',
      ),
    ],
    shown: 'Six points, six coefficients, degree five.',
  },
  {
    exercise: '3.6.4',
    wants: [
      (run) => {
        const least = printedNumbers(run, 'each point validated: at least').at(-1);
        const most = printedNumbers(run, 'times, at most').at(-1);
        if (least === undefined || most === undefined) return notPrinted('each point validated');
        if (least === 0) return say('Some points are never in the validation part: there are k folds.');
        return least === most
          ? null
          : say('Some points are validated {0} times, some {1} times.', least, most);
      },
      wantPrinted('fits:', (fits) => fits >= 6, '{0} fits are no cross-validation: each fold needs its own.'),
    ],
    shown:
      'Every point was validated by a model that had not seen it, at the price of k fits for each degree.',
  },
  {
    exercise: '3.6.5',
    wants: [
      wantPrinted(
        'average estimate:',
        (estimate) => Math.abs(estimate - 12 / 11) < 0.04,
        'Leaving one out gives 1.09 on average, not {0}.',
      ),
    ],
    shown: 'The estimate is a little too high: it speaks of models that were trained on eleven numbers.',
  },
  {
    exercise: '3.6.7',
    wants: [
      wantPrinted('degree:', (degree) => degree === 8, 'The degree is {0}: leave it at 8.'),
      (run) => {
        const [training, validation] = ['training error:', 'validation error:'].map((label) =>
          printedNumbers(run, label).at(-1),
        );
        if (training === undefined || validation === undefined) return notPrinted('training error');
        const ratio = validation / training;
        return ratio < 1.3
          ? null
          : say('The validation error is {0} times the training error.', ratio.toPrecision(3));
      },
    ],
    shown: 'With enough points even a flexible model has no room to overfit.',
  },
];
