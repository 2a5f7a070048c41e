/** How numpy writes floating-point elements: the shortest digits that tell them apart, at most 8 after the point. */
import { arrayOptions } from './array-options.ts';
import { exponentText, nonFiniteText, signOf } from './format-number.ts';
import { roundedDigits, shortestDigits, type Digits, type Precision } from './shortest-digits.ts';

interface Parts {
  /** With its sign. */
  readonly whole: string;
  readonly fraction: string;
  /** `e+05`; empty in positional notation. */
  readonly exponent: string;
}

/** How the elements of one array are written, all to the same width with their points below each other. */
export function floatWriter(values: readonly number[], precision: Precision): (value: number) => string {
  const finite = values.filter(Number.isFinite);
  const isScientific = !arrayOptions().suppress && wantsExponent(finite, precision);
  const first = finite.map((value) =>
    isScientific ? scientific(value, precision, null) : positional(value, precision),
  );
  const places = longest(first.map((part) => part.fraction));
  const exponent = longest(first.map((part) => part.exponent));
  const right = places + exponent;
  const finiteLeft = longest(first.map((part) => part.whole));
  const otherWidth = longest(values.filter((value) => !Number.isFinite(value)).map(nonFiniteText));
  const left = Math.max(finiteLeft, otherWidth - right - 1);
  return (value) => {
    if (!Number.isFinite(value)) return nonFiniteText(value).padStart(left + right + 1);
    const parts = isScientific ? scientific(value, precision, places) : positional(value, precision);
    const fraction = isScientific ? parts.fraction : parts.fraction.padEnd(places);
    return `${parts.whole.padStart(left)}.${fraction}${padExponent(parts.exponent, exponent)}`;
  };
}

/** A number by itself, as `str(np.float32(x))` gives it. */
export function scalarText(value: number, precision: Precision): string {
  if (!Number.isFinite(value)) return nonFiniteText(value);
  const magnitude = Math.abs(value);
  if (magnitude === 0 || (magnitude >= 1e-4 && magnitude < 1e16)) {
    const { whole, fraction } = split(shortestDigits(magnitude, precision));
    return `${signOf(value)}${whole}.${fraction === '' ? '0' : fraction}`;
  }
  const { digits, point } = shortestDigits(magnitude, precision);
  const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
  return `${signOf(value)}${digits.charAt(0)}${fraction}e${exponentText(point - 1)}`;
}

function wantsExponent(finite: readonly number[], precision: Precision): boolean {
  const magnitudes = finite.map(Math.abs).filter((magnitude) => magnitude !== 0);
  if (magnitudes.length === 0) return false;
  const largest = magnitudes.reduce((a, b) => Math.max(a, b));
  const smallest = magnitudes.reduce((a, b) => Math.min(a, b));
  const quotient = precision === 'float32' ? Math.fround(largest / smallest) : largest / smallest;
  return largest >= 1e8 || smallest < 1e-4 || quotient > 1000;
}

/** The shortest digits, or where these go beyond the precision the number rounded there. */
function positional(value: number, precision: Precision): Parts {
  const magnitude = Math.abs(value);
  const places = arrayOptions().precision;
  const shortest = shortestDigits(magnitude, precision);
  const isShort = shortest.digits.length - shortest.point <= places;
  const { whole, fraction } = split(isShort ? shortest : roundedDigits(magnitude, shortest.point + places));
  return { whole: signOf(value) + whole, fraction: fraction.replace(/0+$/, ''), exponent: '' };
}

/** @param places digits after the point, all exact ones; null for as many as the shortest form has */
function scientific(value: number, precision: Precision, places: number | null): Parts {
  const magnitude = Math.abs(value);
  const shortest = shortestDigits(magnitude, precision);
  const most = arrayOptions().precision;
  const isShort = places === null && shortest.digits.length - 1 <= most;
  const { digits, point } = isShort ? shortest : roundedDigits(magnitude, (places ?? most) + 1);
  const fraction = places === null ? digits.slice(1).replace(/0+$/, '') : digits.slice(1).padEnd(places, '0');
  return {
    whole: signOf(value) + (digits.charAt(0) || '0'),
    fraction,
    exponent: `e${exponentText(point - 1)}`,
  };
}

function split({ digits, point }: Digits): { readonly whole: string; readonly fraction: string } {
  if (point <= 0) return { whole: '0', fraction: digits === '' ? '' : '0'.repeat(-point) + digits };
  return { whole: digits.slice(0, point).padEnd(point, '0'), fraction: digits.slice(point) };
}

/** Exponents of two and of three digits get the same number of digits. */
function padExponent(text: string, width: number): string {
  return text === '' ? '' : text.slice(0, 2) + text.slice(2).padStart(width - 2, '0');
}

const longest = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, text.length), 0);
