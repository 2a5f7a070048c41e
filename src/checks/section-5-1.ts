/** Checks of workbook/5.1-mlp.py. */

import type { Check, Want } from './check.ts';
import { wantPrinted } from './printed.ts';

const wantNoDifference = (hint: string): Want =>
  wantPrinted(
    'largest difference:',
    (difference) => difference < 1e-3,
    (difference) => `The two differ by up to ${difference}: ${hint}`,
  );

export const section51: readonly Check[] = [
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
        (count) => `There are ${count} layers of sigmoid in it, not one.`,
      ),
    ],
    shown: 'Both activations give the same family of functions; only their weights differ.',
  },
];
