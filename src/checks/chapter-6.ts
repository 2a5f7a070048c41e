/** Checks of the workbook's chapter 6: builders' guide. */

import type { Check } from './check.ts';
import { wantNoDifference, wantNumber } from './printed.ts';

export const chapter6: readonly Check[] = [
  {
    exercise: '6.1.1',
    wants: [
      wantNumber('parameters:', 58, (count) => `${count} parameters are found, of 58.`),
      wantNumber('outputs:', 2, (count) => `The network has ${count} outputs, not 2.`),
    ],
    shown: 'What is in a plain list is hidden from parameters(), and from every optimizer.',
  },
  {
    exercise: '6.1.2',
    wants: [wantNoDifference('the outputs of both stand beside each other.')],
    shown: 'A module may run others side by side as well as after each other.',
  },
  {
    exercise: '6.1.3',
    wants: [
      wantNumber('blocks:', 3, (count) => `The network has ${count} blocks, not 3.`),
      wantNumber(
        'parameters:',
        126,
        (count) => `${count} parameters, not 3 x 42: do the blocks share weights?`,
      ),
    ],
    shown: 'Each call of the factory makes a block with weights of its own.',
  },
  {
    exercise: '6.2.2',
    wants: [
      wantNoDifference('both layers should have the same weights after training, too.'),
      wantNumber('parameters:', 37, (count) => `${count} parameters, not 37: shared ones count once.`),
    ],
    shown: 'A shared layer is one layer; the gradients of its uses add up.',
  },
  {
    exercise: '6.5.1',
    wants: [wantNoDifference('every pair of inputs has a weight of its own.')],
    shown: 'One einsum for a whole batch, and gradients come by themselves.',
  },
  {
    exercise: '6.6.2',
    wants: [
      wantNoDifference('the first layers do not have the old weights.'),
      wantNumber('outputs:', 3, (count) => `The new network should have its 3 outputs, not ${count}.`),
    ],
    shown: 'A state is a dictionary: what fits can be taken over, layer by layer.',
  },
];
