/** Numbers as decimal text, rounded as C and Python do: exactly, ties to the even digit. */

/** Digits beyond the last kept one that tell a tie from a near tie: a double's neighbours differ sooner. */
const GUARD = 25;

/** Python's `f'{value:.{places}f}'`. */
export function toFixedText(value: number, places: number): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  const magnitude = Math.abs(value);
  return (
    signOf(value) + (magnitude < 1e21 ? fixedBelow1e21(magnitude, places) : fixedWhole(magnitude, places))
  );
}

/** Python's `f'{value:.{places}e}'`. */
export function toExponentText(value: number, places: number): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  const magnitude = Math.abs(value);
  const [mantissa = '', exponent = '0'] = magnitude.toExponential(places).split('e');
  const [long = ''] = magnitude.toExponential(Math.min(places + GUARD, 100)).split('e');
  const isTie = endsInTie(long, places);
  return `${signOf(value)}${isTie ? evenBelow(mantissa) : mantissa}e${exponentText(Number(exponent))}`;
}

/** An integer's digits, also where a double's shortest text would not be exact. */
export const integerText = (value: number | bigint): string =>
  typeof value === 'number' && Number.isSafeInteger(value) ? String(value + 0) : BigInt(value).toString();

export function nonFiniteText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  return value > 0 ? 'inf' : '-inf';
}

/** An exponent with its sign and at least two digits. */
export function exponentText(exponent: number): string {
  return (exponent < 0 ? '-' : '+') + String(Math.abs(exponent)).padStart(2, '0');
}

/** The sign that is printed; negative zero has one. */
export const signOf = (value: number): string => (value < 0 || Object.is(value, -0) ? '-' : '');

function fixedBelow1e21(magnitude: number, places: number): string {
  const text = magnitude.toFixed(places);
  const halves = magnitude * 2 * 10 ** places;
  const cannotBeTie = halves < 2 ** 53 && halves % 2 !== 1;
  if (cannotBeTie) return text;
  return endsInTie(magnitude.toFixed(Math.min(places + GUARD, 100)), places) ? evenBelow(text) : text;
}

function fixedWhole(magnitude: number, places: number): string {
  const digits = BigInt(magnitude).toString();
  return places === 0 ? digits : `${digits}.${'0'.repeat(places)}`;
}

/** Whether exactly a half of the last kept place follows it. */
function endsInTie(long: string, places: number): boolean {
  const rest = long.slice(long.indexOf('.') + 1 + places);
  return /^50*$/.test(rest);
}

/** JavaScript rounds a tie up; where that gave an odd digit, the even one is the digit below. */
function evenBelow(text: string): string {
  const last = Number(text.at(-1));
  return last % 2 === 1 ? text.slice(0, -1) + String(last - 1) : text;
}
