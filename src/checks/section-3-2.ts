/** Checks of workbook/3.2-object-oriented-design.py. */

import type { Check } from './check.ts';
import { wantLine, wantPrinted } from './printed.ts';

export const section32: readonly Check[] = [
  {
    exercise: '3.2.1',
    wants: [
      wantPrinted(
        'hyperparameters found:',
        (count) => count === 2,
        'Under that name there are {0} hyperparameters, not the two of Example.',
      ),
    ],
    shown: 'hparams holds them all; the names come from the local variables of the caller.',
  },
  {
    exercise: '3.2.2',
    wants: [
      wantLine('a = 1\n', 'The example has no attribute a with the value 1.'),
      wantLine('b = 2\n', 'The example has no attribute b with the value 2.'),
      wantLine('there is no c: True', 'c should not be kept.'),
      wantLine(
        'saved by the call: False',
        'The call of save_hyperparameters() is still there: do without it.',
      ),
    ],
    shown: 'Without the call an argument is gone when __init__ returns, unless you keep it yourself.',
  },
];
