import type { Real, RunResult } from '../../src/training/protocol/protocol.ts';
import type { RecordedFit, RecordedWeight, Recording, Tolerance } from './recording.ts';

/** The part of a run's result that is compared. */
export type Outcome = Pick<RunResult, 'stdout' | 'displayed' | 'error' | 'fits'>;

/** A printed number that stands for itself: not a part of a name such as `float32`, `2x3` or `MulBackward0`. */
const NUMBER = /(?<![\w.])[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?|inf|nan)(?![\w])/gi;

/**
 * Everything in which the engine's outcome differs from PyTorch's, one sentence each; empty when they agree.
 *
 * Text must be the same but for its numbers, which may differ by the tolerance. An error must have the same type, the
 * same message to the letter and the same line. The fits of a `Trainer` must have the same models, curves and weights.
 */
export function differences(recorded: Recording, outcome: Outcome, tolerance: Tolerance): readonly string[] {
  return [
    ...errorDifferences(recorded.error, outcome.error),
    ...textDifferences('stdout', recorded.stdout, outcome.stdout, tolerance),
    ...textDifferences('displayed', recorded.displayed, outcome.displayed, tolerance),
    ...fitsDifferences(recorded.fits, outcome.fits, tolerance),
  ];
}

/** How near the engine came to PyTorch in one program. */
export interface Agreement {
  /** Every character of what was printed and displayed is the same. */
  readonly identical: boolean;
  /** The same exception, or none on both sides. */
  readonly sameError: boolean;
  /**
   * The largest `|a - b| / max(|a|, |b|)` over all numbers printed, displayed or in a fit's curves and weights; infinite
   * where one is infinite or NaN and the other is not. Null when there are different numbers of numbers.
   */
  readonly largestDifference: number | null;
  /** What is beyond the tolerance, as `differences` tells it. */
  readonly differences: readonly string[];
}

/** Compares as `differences` does, and says how near the two are where they agree. */
export function compare(recorded: Recording, outcome: Outcome, tolerance: Tolerance): Agreement {
  return {
    identical: recorded.stdout === outcome.stdout && recorded.displayed === outcome.displayed,
    sameError: errorDifferences(recorded.error, outcome.error).length === 0,
    largestDifference: largestDifference(allNumbers(recorded), allNumbers(outcome, recorded.fits)),
    differences: differences(recorded, outcome, tolerance),
  };
}

/** Numbers of the text and of the fits; of the engine's fits only those that PyTorch's side has too. */
function allNumbers(
  { stdout, displayed, fits }: Pick<Recording, 'stdout' | 'displayed' | 'fits'>,
  known: readonly RecordedFit[] = fits,
): readonly number[] {
  const printed = numbersIn(`${stdout}\n${displayed ?? ''}`).map(numberOf);
  const trained = fits.filter((fit) =>
    known.some(({ model, weights }) => model === fit.model && weights !== null),
  );
  const real = (value: Real): number => Number.parseFloat(spelled(value));
  const fitted = trained.flatMap(({ curves, weights }) => [
    ...Object.values(curves).flatMap((points) => points.flat().map(real)),
    ...[...(weights ?? [])]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap(({ learned }) => learned.map(real)),
  ]);
  return [...printed, ...fitted];
}

function largestDifference(expected: readonly number[], actual: readonly number[]): number | null {
  if (expected.length !== actual.length) return null;
  return expected.reduce((largest, x, i) => Math.max(largest, relativeDifference(x, actual[i] ?? NaN)), 0);
}

function relativeDifference(x: number, y: number): number {
  if (x === y || (Number.isNaN(x) && Number.isNaN(y))) return 0;
  const ratio = Math.abs(x - y) / Math.max(Math.abs(x), Math.abs(y));
  return Number.isNaN(ratio) ? Infinity : ratio;
}

function textDifferences(
  what: string,
  expected: string | null,
  actual: string | null,
  tolerance: Tolerance,
): readonly string[] {
  if (expected === actual) return [];
  if (expected !== null && actual !== null && sameText(expected, actual, tolerance)) return [];
  return [`${what} is\n${actual ?? '(nothing)'}\nbut PyTorch's is\n${expected ?? '(nothing)'}`];
}

/** Equal between the numbers, and every number equal in its digits or unequal in value but near. */
export function sameText(expected: string, actual: string, tolerance: Tolerance): boolean {
  const [expectedNumbers, actualNumbers] = [numbersIn(expected), numbersIn(actual)];
  return (
    wordsOf(expected) === wordsOf(actual) &&
    expectedNumbers.length === actualNumbers.length &&
    expectedNumbers.every((number, i) => samePrinted(number, actualNumbers[i] ?? '', tolerance))
  );
}

function numbersIn(text: string): readonly string[] {
  return text.match(NUMBER) ?? [];
}

/** The text without its numbers; a sign or a digit more or less moves the blanks before a number, so they go too. */
function wordsOf(text: string): string {
  return text.replaceAll(NUMBER, '#').replaceAll(/ +#/g, '#');
}

/** Numbers of one value must be printed alike: `2.5` for `2.5000` is a fault of printing, `2.4999` is rounding. */
function samePrinted(expected: string, actual: string, tolerance: Tolerance): boolean {
  if (expected === actual) return true;
  const [x, y] = [numberOf(expected), numberOf(actual)];
  const integers = /^[-+]?\d+$/;
  if (x === y || (integers.test(expected) && integers.test(actual))) return false;
  return near(x, y, tolerance);
}

function numberOf(text: string): number {
  const digits = text.toLowerCase();
  if (digits.endsWith('nan')) return NaN;
  if (digits.endsWith('inf')) return digits.startsWith('-') ? -Infinity : Infinity;
  return Number(digits);
}

function errorDifferences(expected: Recording['error'], actual: Outcome['error']): readonly string[] {
  if (expected === null && actual === null) return [];
  if (expected === null)
    return [`the engine raised ${actual?.type}: ${actual?.message}\n${actual?.traceback}`];
  if (actual === null)
    return [`nothing was raised, but PyTorch raised ${expected.type}: ${expected.message}`];
  const described = (error: NonNullable<Recording['error']>) =>
    `${error.type} in line ${error.line ?? 'none'}: ${error.message}`;
  const [wanted, got] = [described(expected), described(actual)];
  return wanted === got ? [] : [`the error is\n${got}\nbut PyTorch's is\n${wanted}`];
}

function fitsDifferences(
  expected: readonly RecordedFit[],
  actual: Outcome['fits'],
  tolerance: Tolerance,
): readonly string[] {
  // What the engine makes of a learner's own loop or board has no model, and PyTorch has nothing to say of it.
  const trained = actual.filter((fit) => expected.some(({ model }) => model === fit.model));
  const names = (fits: readonly { model: string }[]) => fits.map((fit) => fit.model).join(', ') || 'none';
  if (names(expected) !== names(trained))
    return [`fits: ${names(actual)}, but PyTorch's: ${names(expected)}`];
  return expected.flatMap((fit, i) => {
    const other = trained[i];
    if (other === undefined) return [];
    return [
      ...curvesDifferences(`fit ${i}`, fit.curves, other.curves, tolerance),
      ...(fit.weights === null ? [] : weightsDifferences(`fit ${i}`, fit.weights, other.weights, tolerance)),
    ];
  });
}

function curvesDifferences(
  where: string,
  expected: RecordedFit['curves'],
  actual: RecordedFit['curves'],
  tolerance: Tolerance,
): readonly string[] {
  const drawn = (curves: RecordedFit['curves']) =>
    Object.entries(curves).filter(([, points]) => points.length > 0);
  const labels = (curves: RecordedFit['curves']) =>
    drawn(curves)
      .map(([label]) => label)
      .join(', ');
  if (labels(expected) !== labels(actual)) {
    return [`${where}: curves ${labels(actual)}, but PyTorch's: ${labels(expected)}`];
  }
  return drawn(expected).flatMap(([label, points]) =>
    valuesDifferences(`${where}, ${label}`, points.flat(), (actual[label] ?? []).flat(), tolerance),
  );
}

function weightsDifferences(
  where: string,
  expected: readonly RecordedWeight[],
  actual: readonly RecordedWeight[],
  tolerance: Tolerance,
): readonly string[] {
  const described = (weights: readonly RecordedWeight[]) =>
    weights
      .map((weight) => `${weight.name} [${weight.shape.join(', ')}]`)
      .sort()
      .join(', ') || 'none';
  if (described(expected) !== described(actual)) {
    return [`${where}: weights ${described(actual)}, but PyTorch's: ${described(expected)}`];
  }
  return expected.flatMap((weight) => {
    const learned = actual.find((other) => other.name === weight.name)?.learned ?? [];
    return valuesDifferences(`${where}, ${weight.name}`, weight.learned, learned, tolerance);
  });
}

function valuesDifferences(
  where: string,
  expected: readonly Real[],
  actual: readonly Real[],
  tolerance: Tolerance,
): readonly string[] {
  const agrees =
    expected.length === actual.length &&
    expected.every((value, i) =>
      near(Number.parseFloat(spelled(value)), Number.parseFloat(spelled(actual[i])), tolerance),
    );
  return agrees ? [] : [`${where}: ${JSON.stringify(actual)}\nbut PyTorch's: ${JSON.stringify(expected)}`];
}

/** `Number.parseFloat` reads `Infinity`, which the protocol spells `inf`. */
function spelled(value: Real | undefined): string {
  return String(value).replace('inf', 'Infinity');
}

function near(x: number, y: number, tolerance: Tolerance): boolean {
  if (Number.isNaN(x) || Number.isNaN(y)) return Number.isNaN(x) && Number.isNaN(y);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return x === y;
  return Math.abs(x - y) <= tolerance.absolute + tolerance.relative * Math.max(Math.abs(x), Math.abs(y));
}
