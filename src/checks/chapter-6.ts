/** Checks of the workbook's chapter 6: builders' guide. */

import type { Check } from './check.ts';
import { wantNoDifference, wantNumber } from './printed.ts';

export const chapter6: readonly Check[] = [
  {
    exercise: '6.1.1',
    wants: [
      wantNumber('parameters:', 58, '{0} parameters are found, of 58.'),
      wantNumber('outputs:', 2, 'The network has {0} outputs, not 2.'),
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
      wantNumber('blocks:', 3, 'The network has {0} blocks, not 3.'),
      wantNumber('parameters:', 126, '{0} parameters, not 3 x 42: do the blocks share weights?'),
    ],
    shown: 'Each call of the factory makes a block with weights of its own.',
  },
  {
    exercise: '6.2.2',
    wants: [
      wantNoDifference('both layers should have the same weights after training, too.'),
      wantNumber('parameters:', 37, '{0} parameters, not 37: shared ones count once.'),
    ],
    shown: 'A shared layer is one layer; the gradients of its uses add up.',
  },
  {
    exercise: '6.3.1',
    wants: [
      wantNoDifference('the rows of an orthogonal matrix have length one and are at right angles.'),
      wantNumber('last layer:', 0.5, 'The last layer has {0}, not 0.5 throughout.'),
      wantNumber('largest bias:', 0, 'There is still a bias of {0}.'),
    ],
    shown: 'apply() goes through all modules: a function can treat each of them in its own way.',
  },
  {
    exercise: '6.4.1',
    wants: [
      wantNumber('before:', 1, 'Before the first minibatch {0} layers are said to be ready, not one.'),
      wantNumber('after:', 3, 'After it {0} layers are said to be ready, not three.'),
    ],
    shown: 'What is known is initialized at once; the rest waits for the first minibatch.',
  },
  {
    exercise: '6.4.3',
    wants: [
      wantNoDifference('which columns belong to the features that are there?'),
      wantNumber('parameters:', 36, 'The layer has {0} parameters: 36 are enough for all lengths.'),
    ],
    shown: 'One weight for inputs of any length: a missing feature counts as zero.',
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
      wantNumber('outputs:', 3, 'The new network should have its 3 outputs, not {0}.'),
    ],
    shown: 'A state is a dictionary: what fits can be taken over, layer by layer.',
  },
];
