/** Checks of the workbook's chapter 5: multilayer perceptrons. */

import type { Check } from './check.ts';
import { wantNoDifference, wantNumber, wantPrinted } from './printed.ts';

export const chapter5: readonly Check[] = [
  {
    exercise: '5.1.2',
    wants: [wantNoDifference('is the slope right on both sides of zero?')],
    shown: 'The slope is 1 where x is positive and alpha elsewhere, so a gradient always gets through.',
  },
  {
    exercise: '5.1.3',
    wants: [wantNoDifference('the product rule gives a second term.')],
    shown:
      'Unlike that of a ReLU, the slope of Swish is smooth, and below zero for a part of the negative x.',
  },
  {
    exercise: '5.1.5',
    wants: [
      wantNoDifference('which weights and biases have to change?'),
      wantPrinted(
        'sigmoid layers:',
        (count) => count === 1,
        'There are {0} layers of sigmoid in it, not one.',
      ),
    ],
    shown: 'Both activations give the same family of functions; only their weights differ.',
  },
  {
    exercise: '5.2.2',
    wants: [
      wantNoDifference('each layer takes what the one before gives.'),
      wantNumber('parameters:', 119, '{0} parameters are in the list, of 119.'),
    ],
    shown: 'Another hidden layer is one more line, and two more parameters.',
  },
  {
    exercise: '5.2.3',
    wants: [
      wantNumber('directions:', 4, 'The outputs reach {0} of four directions.'),
      wantNumber('width:', 4, 'A width of {0} is not the smallest one that does.'),
    ],
    shown: 'What a narrow layer does not let through no later layer can bring back.',
  },
  {
    exercise: '5.3.2',
    wants: [wantNoDifference('what comes back through W2, and which units let it through?')],
    shown: 'Each gradient is one product of the gradient behind it with the values that went in.',
  },
  {
    exercise: '5.3.4',
    wants: [wantNoDifference('differentiate the first derivative once more.')],
    shown: 'A gradient is a computation like any other, and can be differentiated itself.',
  },
  {
    exercise: '5.4.2',
    wants: [
      wantPrinted(
        'accuracy:',
        (accuracy) => accuracy > 0.9,
        'An accuracy of {0}: without hidden units it gets above 0.9.',
      ),
    ],
    shown: 'Each class has labels of its own, so the rows of its weights differ after the first step.',
  },
  {
    exercise: '5.4.3',
    wants: [
      wantPrinted('lengths:', (powers) => Math.abs(powers) < 3, 'The length changed by {0} powers of ten.'),
    ],
    shown: 'With a variance of one over the number of inputs a product of many matrices keeps its size.',
  },
  {
    exercise: '5.5.3',
    wants: [
      wantNumber('ends after epoch:', 7, 'With a patience of 3 it ends after epoch {0}, not 7.'),
      wantNumber('keeps epoch:', 4, 'It keeps epoch {0}; the best one until then is 4.'),
      wantNumber(
        'with more patience it ends after:',
        9,
        'With a patience of 4 it ends after epoch {0}: there the loss falls again in time.',
      ),
      wantNumber('and keeps:', 9, 'With more patience it keeps epoch {0}, not the last one.'),
    ],
    shown: 'Patience decides: with a little more of it this training finds a lower loss.',
  },
  {
    exercise: '5.6.3',
    wants: [
      wantPrinted(
        'relative error of the formula:',
        (error) => error < 0.02,
        'The formula is off by a factor of {0}.',
      ),
    ],
    shown: 'Dropout keeps the mean and adds a variance of p / (1 - p): the more, the more is dropped.',
  },
  {
    exercise: '5.6.6',
    wants: [
      wantPrinted(
        'different outputs in training:',
        (count) => count > 1000,
        'In training there are only {0} different outputs: is anything dropped?',
      ),
      wantPrinted(
        'distance of their mean:',
        (distance) => distance < 0.05,
        'The mean of the outputs is off by {0}: what is kept has to be scaled up.',
      ),
      wantNoDifference('when it is used, nothing may be dropped.'),
    ],
    shown: 'Dropping weights adds noise of another kind, and leaves the mean as it was.',
  },
  {
    exercise: '5.7.2',
    wants: [
      wantNumber('columns:', 2, 'There are {0} columns: one of values, and one that says what was missing.'),
      wantNumber('filled in:', 4.9798, '{0} is filled in, not the mean of the known values.'),
      wantPrinted(
        'largest error of a price:',
        (error) => error < 0.01,
        'Prices are still off by up to {0}: is the second column 1 where a value was missing?',
      ),
    ],
    shown: 'That a value is missing can itself be a feature.',
  },
  {
    exercise: '5.7.5',
    wants: [
      wantPrinted('largest mean:', (mean) => mean < 0.01, 'A feature has the mean {0}.'),
      wantNumber('largest standard deviation:', 1, 'A feature has the standard deviation {0}.'),
      wantPrinted('loss:', (loss) => loss < 0.01, 'After 50 steps the loss is {0}.'),
    ],
    shown: 'Of standardized features all directions are about equally steep, and one rate suits them all.',
  },
];
