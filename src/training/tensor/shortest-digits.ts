/** A number's shortest decimal digits, and its digits cut at a place: what numpy prints from. */
import { rounderTo } from '../backend/js/rounding.ts';
import { integerText, toExponentText } from './format-number.ts';

/** `0.d1d2d3… * 10^point` with d1 not 0; zero is no digits and point 1. */
export interface Digits {
  readonly digits: string;
  readonly point: number;
}

export type Precision = 'float16' | 'float32' | 'float64';

const ROUND = { float16: rounderTo('float16'), float32: Math.fround };

/** The fewest digits that no other number of the same precision is nearer to. */
export function shortestDigits(magnitude: number, precision: Precision): Digits {
  if (magnitude === 0) return { digits: '', point: 1 };
  return precision === 'float64' ? shortestDouble(magnitude) : shortestFloat(magnitude, ROUND[precision]);
}

/** The number rounded to `count` significant digits, a tie to even; none or fewer for a zero. */
export function roundedDigits(magnitude: number, count: number): Digits {
  if (count <= 0 || magnitude === 0) return { digits: '', point: 1 };
  return readExponential(toExponentText(magnitude, Math.min(count - 1, 100)));
}

function shortestDouble(magnitude: number): Digits {
  const { digits, point } = readExponential(magnitude.toExponential());
  return { digits: trimZeros(digits), point };
}

/**
 * Tries 1, 2, … digits. Where the neighbour below is nearer than the one above (at a power of 2), the nearest decimal
 * may miss the number while the next one hits it, so both are tried.
 */
function shortestFloat(magnitude: number, round: (value: number) => number): Digits {
  for (let places = 0; places < 9; places++) {
    const nearest = toExponentText(magnitude, places);
    if (round(Number(nearest)) === magnitude) return trimmed(readExponential(nearest));
    const above = oneUp(nearest, places);
    if (round(above) === magnitude) return trimmed(readExponential(above.toExponential(places)));
  }
  return trimmed(readExponential(toExponentText(magnitude, 8)));
}

function oneUp(text: string, places: number): number {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const next = integerText(Number(mantissa.replace('.', '')) + 1);
  return Number(`${next}e${Number(exponent) - places}`);
}

function readExponential(text: string): Digits {
  const [mantissa = '', exponent = '0'] = text.split('e');
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

const trimmed = ({ digits, point }: Digits): Digits => ({ digits: trimZeros(digits), point });

const trimZeros = (digits: string): string => digits.replace(/0+$/, '');
