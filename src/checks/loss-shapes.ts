/** Wants about a loss as a function of the error, which the workbook's `show_loss` prints. */

import { say, type Want } from './check.ts';
import { notPrinted, printedNumbers } from './printed.ts';

/** Losses of the given errors; null where one was not printed. */
type Losses = readonly number[] | null;

function readLosses(run: Parameters<Want>[0], errors: readonly number[]): Losses {
  const found = errors.flatMap((error) => printedNumbers(run, `loss of an error of ${error}:`).at(-1) ?? []);
  return found.length === errors.length ? found : null;
}

/** Whether a number is near another, a tenth of it apart at most. */
function near(value: number, expected: number): boolean {
  return Math.abs(value - expected) <= 0.1 * Math.abs(expected);
}

/**
 * Wants the loss to grow in proportion to the error over `errors`, each twice the one before. A constant and a factor
 * are the learner's.
 */
export function wantLinear(errors: readonly [number, number, number], missing: string): Want {
  return (run) => {
    const found = readLosses(run, errors);
    if (found === null) return notPrinted('loss of an error of');
    const [a = 0, b = 0, c = 0] = found;
    return b > a && near(c - b, 2 * (b - a)) ? null : say(missing);
  };
}

/** Wants the loss of twice the error to be four times as large. */
export function wantQuadratic([error, twice]: readonly [number, number], missing: string): Want {
  return (run) => {
    const found = readLosses(run, [error, twice]);
    if (found === null) return notPrinted('loss of an error of');
    const [a = 0, b = 0] = found;
    return a > 0 && near(b, 4 * a) ? null : say(missing);
  };
}

const SMALL = [0.1, 0.2] as const;
const LARGE = [10, 20, 40] as const;

/** Wants Huber's loss or a relative: squared for small errors, absolute for large ones. */
export const wantsOfHuber: readonly Want[] = [
  wantLinear(
    LARGE,
    'For large errors the loss should grow like the error itself: it still grows like the square.',
  ),
  wantQuadratic(SMALL, 'For small errors the loss should be squared: twice the error, four times the loss.'),
];
