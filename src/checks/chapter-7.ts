/** Checks of the workbook's chapter 7: convolutional neural networks. */

import type { Check } from './check.ts';
import { wantNoDifference, wantNumber, wantPrinted } from './printed.ts';

export const chapter7: readonly Check[] = [
  {
    exercise: '7.1.1',
    wants: [wantNoDifference('the weights have other shapes, and there are biases.')],
    shown: 'A 1 x 1 convolution is a fully connected layer at every pixel.',
  },
  {
    exercise: '7.1.6',
    wants: [
      wantNoDifference('to which element does f[i] * g[j] belong?'),
      wantNumber('element 2:', 1.5, 'Element 2 is {0}, not 0.5 - 2 + 3.'),
    ],
    shown: 'A convolution is the same both ways round; a cross-correlation is not.',
  },
  {
    exercise: '7.2.1',
    wants: [
      wantNumber('found in X:', 0, 'The kernel still answers at {0} places of X.'),
      wantPrinted(
        'found in the other:',
        (count) => count > 0,
        'The kernel does not find the other diagonal either.',
      ),
    ],
    shown: 'A kernel is blind to edges along its own direction.',
  },
  {
    exercise: '7.2.2',
    wants: [
      wantNumber('off from 2 by:', 0, 'The second derivative of the squares is off by {0}.'),
      wantNoDifference('a blur takes the mean of nine pixels.'),
    ],
    shown: 'A derivative and a blur are kernels whose numbers can be written down.',
  },
  {
    exercise: '7.2.4',
    wants: [wantNoDifference('which pixels does each output take?')],
    shown: 'A convolution is a matrix product with a sparse matrix whose rows share their numbers.',
  },
  {
    exercise: '7.3.1',
    wants: [wantNumber('wrong lengths:', 0, '{0} of the five lengths are wrong.')],
    shown: 'Padding counts twice, and the steps are rounded down.',
  },
  {
    exercise: '7.3.3',
    wants: [wantNoDifference('the edge itself is not repeated.')],
    shown: 'A mirror continues a picture without an edge of its own.',
  },
  {
    exercise: '7.4.1',
    wants: [
      wantNumber('rows of K:', 4, 'K has {0} rows: 3 and 2 after each other see 4 pixels.'),
      wantNoDifference('how do the two kernels combine?'),
    ],
    shown: 'Without something nonlinear between them two convolutions are one.',
  },
  {
    exercise: '7.4.2',
    wants: [
      wantNumber('first:', 144, 'The first layer does not take {0} multiplications.'),
      wantNumber('second:', 307_200, 'The second layer does not take {0} multiplications.', 1e-4),
    ],
    shown:
      'Outputs times what each of them takes: doubling both kinds of channels makes it four times as much.',
  },
  {
    exercise: '7.5.1',
    wants: [wantNoDifference('the mean of four.')],
    shown: 'Average pooling is a convolution that learns nothing.',
  },
  {
    exercise: '7.5.3',
    wants: [wantNoDifference('all four pixels of a window count.')],
    shown: 'ReLUs and sums can take a maximum; a convolution alone, being linear, cannot.',
  },
  {
    exercise: '7.5.6',
    wants: [wantNoDifference('turn the signs, and turn them back.')],
    shown: 'No layer is needed: the minimum is minus the maximum of the negatives.',
  },
  {
    exercise: '7.6.1',
    wants: [
      wantNumber('sigmoids:', 0, 'There are still {0} sigmoids in it.'),
      wantNumber('average pools:', 0, 'There are still {0} layers of average pooling.'),
      wantPrinted(
        'accuracy:',
        (accuracy) => accuracy > 0.9,
        'An accuracy of {0}: it gets above 0.9 in 40 steps.',
      ),
    ],
    shown: 'With gradients that get through, the same network learns in a few steps.',
  },
  {
    exercise: '7.6.4',
    wants: [wantNoDifference('what comes out of the first and of the second nn.ReLU?')],
    shown: 'Each channel shows where its filter has found what it looks for.',
  },
];
