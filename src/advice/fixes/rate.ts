/** Corrections of the learning rate where it is written. */

import type { Parameter } from '../../exercises/model.ts';
import type { Code, CodeEdit } from '../code.ts';

const RATE = /^(?:\w+_)?(?:lr|learning_rate)$/;
/** Relative difference up to which a literal is the rate that was measured in float32. */
const ALIKE = 2e-3;

/**
 * Writes another learning rate, where exactly one literal is the present one.
 *
 * @param digits that the new rate is rounded down to
 */
export function changeRate(
  { blocks }: Code,
  parameters: readonly Parameter[],
  rate: number,
  wanted: number,
  digits = 1,
): readonly CodeEdit[] {
  const isRate = ({ name, value }: Parameter): boolean =>
    RATE.test(name) && typeof value === 'number' && Math.abs(value - rate) <= ALIKE * rate;
  const [found, ...others] = parameters.filter(isRate);
  const block = blocks.find(({ index }) => index === found?.block);
  if (found === undefined || others.length > 0 || block === undefined) return [];
  return [{ block, start: found.start, end: found.end, text: String(roundedDown(wanted, digits)) }];
}

function roundedDown(value: number, digits: number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) - digits + 1);
  return Number((Math.floor(value / unit + 1e-9) * unit).toPrecision(digits));
}
