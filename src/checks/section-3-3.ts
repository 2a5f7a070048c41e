/** Checks of workbook/3.3-synthetic-regression-data.py. */

import type { Check } from './check.ts';
import { printedNumbers, wantPrinted } from './printed.ts';

const REPEATED = 'rows that the next epoch repeats:';

export const section33: readonly Check[] = [
  {
    exercise: '3.3.1',
    wants: [
      wantPrinted(
        'largest batch:',
        (size) => size === 32,
        (size) => `The batches have ${size} rows: leave the batch size at 32.`,
      ),
      wantPrinted(
        'smallest batch:',
        (size) => size === 32,
        (size) => `There is still a batch of ${size} rows.`,
      ),
      wantPrinted(
        'number of batches:',
        (count) => count === 31,
        (count) => `${count} batches: 1000 rows give 31 full ones.`,
      ),
    ],
    shown: 'The incomplete batch is left out; with a new order in every epoch it is other rows each time.',
  },
  {
    exercise: '3.3.2',
    wants: [
      wantPrinted(
        'rows:',
        (count) => count === 1000,
        (count) => `${count} rows are read, not 1000.`,
      ),
      wantPrinted(
        'different ones:',
        (count) => count === 1000,
        (count) => `Only ${count} different rows come: some come twice, some never.`,
      ),
      wantPrinted(
        'rows followed by their own neighbour:',
        (count) => count < 50,
        (count) => `${count} rows are followed by their neighbour: that is hardly shuffled.`,
      ),
    ],
    shown: 'Every row once, in an order that a formula makes.',
  },
  {
    exercise: '3.3.3',
    wants: [
      wantPrinted(
        REPEATED,
        (count) => count === 0,
        (count) => `The next epoch repeats ${count} rows of this one.`,
      ),
      wantPrinted(
        'rows in an epoch:',
        (count) => count >= 96,
        (count) => `An epoch has ${count} rows, not 96.`,
      ),
      wantPrinted(
        'largest noise of a label:',
        (noise) => noise < 0.5,
        (noise) => `A label is off by ${noise}: is y made from the same X, with w and b?`,
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
        (count) => `Within an epoch there are only ${count} different rows.`,
      ),
      (run) => {
        const [rows, repeated] = ['different rows in an epoch:', REPEATED].map(
          (label) => printedNumbers(run, label).at(-1) ?? NaN,
        );
        return repeated === rows
          ? null
          : `The next epoch repeats ${repeated} of ${rows} rows: it should repeat all.`;
      },
    ],
    shown: 'The same rows each time, made anew each time.',
  },
];
