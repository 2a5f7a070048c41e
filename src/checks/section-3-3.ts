/** Checks of workbook/3.3-synthetic-regression-data.py. */

import { say, type Check } from './check.ts';
import { printedNumbers, wantPrinted } from './printed.ts';

const REPEATED = 'rows that the next epoch repeats:';

export const section33: readonly Check[] = [
  {
    exercise: '3.3.1',
    wants: [
      wantPrinted(
        'largest batch:',
        (size) => size === 32,
        'The batches have {0} rows: leave the batch size at 32.',
      ),
      wantPrinted('smallest batch:', (size) => size === 32, 'There is still a batch of {0} rows.'),
      wantPrinted('number of batches:', (count) => count === 31, '{0} batches: 1000 rows give 31 full ones.'),
    ],
    shown: 'The incomplete batch is left out; with a new order in every epoch it is other rows each time.',
  },
  {
    exercise: '3.3.2',
    wants: [
      wantPrinted('rows:', (count) => count === 1000, '{0} rows are read, not 1000.'),
      wantPrinted(
        'different ones:',
        (count) => count === 1000,
        'Only {0} different rows come: some come twice, some never.',
      ),
      wantPrinted(
        'rows followed by their own neighbour:',
        (count) => count < 50,
        '{0} rows are followed by their neighbour: that is hardly shuffled.',
      ),
    ],
    shown: 'Every row once, in an order that a formula makes.',
  },
  {
    exercise: '3.3.3',
    wants: [
      wantPrinted(REPEATED, (count) => count === 0, 'The next epoch repeats {0} rows of this one.'),
      wantPrinted('rows in an epoch:', (count) => count >= 96, 'An epoch has {0} rows, not 96.'),
      wantPrinted(
        'largest noise of a label:',
        (noise) => noise < 0.5,
        'A label is off by {0}: is y made from the same X, with w and b?',
      ),
    ],
    shown: 'New rows in every epoch, with the labels that belong to them.',
  },
  {
    exercise: '3.3.4',
    wants: [
      wantPrinted(
        'different rows in an epoch:',
        (count) => count > 90,
        'Within an epoch there are only {0} different rows.',
      ),
      (run) => {
        const [rows, repeated] = ['different rows in an epoch:', REPEATED].map(
          (label) => printedNumbers(run, label).at(-1) ?? NaN,
        );
        return repeated === rows
          ? null
          : say(
              'The next epoch repeats {0} of {1} rows: it should repeat all.',
              repeated ?? NaN,
              rows ?? NaN,
            );
      },
    ],
    shown: 'The same rows each time, made anew each time.',
  },
];
