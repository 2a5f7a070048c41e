/** Checks of workbook/3.4-linear-regression-scratch.py. */

import type { RunResult } from '../training/protocol/protocol.ts';
import { say, type Check, type Want } from './check.ts';
import { diverged, learned, losses, wantLearned, wantSomeFit, largestError } from './fits.ts';
import { wantLinear, wantsOfHuber } from './loss-shapes.ts';
import { notPrinted, printedNumbers, wantLine, wantPrinted } from './printed.ts';

const START = 'largest weight at the start:';

/** Wants a fit that started from weights that `accept` takes, and learned to `tolerance`. */
function wantStart(accept: (largest: number) => boolean, tolerance: number, missing: string): Want {
  return (run: RunResult) => {
    const starts = printedNumbers(run, START);
    if (starts.length < run.fits.length) return notPrinted(START);
    const found = run.fits.some((fit, index) => accept(starts[index] ?? NaN) && learned(fit, tolerance));
    return found ? null : say(missing);
  };
}

/** The wrong label of 3.4.8 and 3.5.2 has to stay. */
export const wantWrongLabel = wantPrinted(
  'largest label:',
  (label) => label > 9000,
  'The largest label is {0}: leave the wrong one in the data.',
);

export const section34: readonly Check[] = [
  {
    exercise: '3.4.1',
    wants: [
      wantStart((largest) => largest === 0, 0.5, 'No run starts with w = 0 and learns w and b.'),
      wantStart(
        (largest) => largest > 50,
        0.1,
        'No run starts with sigma = 1000 and ends with w and b off by less than 0.1: give it more epochs.',
      ),
    ],
    shown: 'Zero is as good a start as any here, and from far away it only takes longer.',
  },
  {
    exercise: '3.4.2',
    wants: [
      wantPrinted(
        'R =',
        (R) => Math.abs(R - 7.5) < 0.1,
        'R is {0} ohm: does the voltage depend on the current?',
      ),
    ],
    shown: 'The resistance is learned from currents and voltages.',
  },
  {
    exercise: '3.4.3',
    wants: [
      wantPrinted(
        'temperature:',
        (T) => Math.abs(T - 5772) <= 50,
        (T) =>
          T === 'nan'
            ? say(
                'The temperature is not a number: some number on the way is too small or too large for float32.',
              )
            : say('The temperature is {0} K, and should be 5772 K to 50 K.', T),
      ),
    ],
    shown: 'In units near one, gradient descent reads the temperature off the spectrum.',
  },
  {
    exercise: '3.4.4',
    wants: [
      wantPrinted(
        'largest difference from the theory:',
        (value) => value < 1e-4,
        "The matrix differs from X'X/n by up to {0}.",
      ),
    ],
    shown: "The curvature of the loss is X'X/n, whatever w is.",
  },
  {
    exercise: '3.4.5',
    wants: [
      wantLine('shape of the labels: (2000,)', 'The labels are no longer flat: leave the data as they are.'),
      wantLearned(0.1, 'Print the shape of the error.'),
    ],
    shown: 'With shapes that agree, each prediction is compared with its own label only.',
  },
  {
    exercise: '3.4.6',
    wants: [
      wantSomeFit(
        (fit) => (losses(fit)[0] ?? Infinity) < 0.001,
        'No learning rate brings the validation loss below 0.001 in the first epoch: go up from 0.03.',
      ),
      wantSomeFit(
        (fit) => !diverged(fit) && (losses(fit).at(-1) ?? 0) > 5 && losses(fit).length <= 3,
        'No learning rate is so small that the validation loss is above 5 after three epochs.',
      ),
      wantSomeFit(diverged, 'No learning rate is so large that the training diverges.'),
    ],
    shown: 'Too small, right and too large: you have seen all three.',
  },
  {
    exercise: '3.4.7',
    wants: [
      (run) => {
        const [mine, exact] = ['mine:', 'mean over all rows:'].map((label) =>
          printedNumbers(run, label).at(-1),
        );
        if (mine === undefined || exact === undefined) return notPrinted('mine');
        return Math.abs(mine - exact) < 0.001 * exact
          ? null
          : say('Yours is {0}, the mean over all rows {1}: do four rows count as much as 32?', mine, exact);
      },
    ],
    shown: 'Weighted by its size, the last batch counts for what it is.',
  },
  {
    exercise: '3.4.8-1',
    wants: [
      wantLinear([1, 2, 4], 'Twice the error should have twice the loss: it still has more.'),
      wantLearned(0.05, 'Try a smaller learning rate, or more epochs.'),
    ],
    shown: 'The absolute error learns too, if its steps are short enough to settle.',
  },
  {
    exercise: '3.4.8-2',
    wants: [wantWrongLabel, wantLearned(0.2, 'Which loss cares little about one wrong label?')],
    shown: 'One wrong label among a thousand does not move the absolute error.',
  },
  {
    exercise: '3.4.8-3',
    wants: [...wantsOfHuber, wantWrongLabel, wantLearned(0.05, 'Far away the pull is weak: give it time.')],
    shown: "Huber's loss ignores the wrong label and settles exactly.",
  },
  {
    exercise: '3.4.9',
    wants: [
      wantSomeFit((fit) => learned(fit, 0.05), 'With reshuffling, w and b should still be learned to 0.05.'),
      wantSomeFit(
        (fit) => (largestError(fit) ?? 0) > 0.5 && !diverged(fit),
        'No order has done harm yet: in every fit w and b are off by less than 0.5.',
      ),
    ],
    shown: 'In a bad order the last batches have the last word; reshuffling takes it from them.',
  },
];
