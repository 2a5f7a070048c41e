/** A float64 in JSON: infinities and NaN are strings. */
export type Real = number | 'inf' | '-inf' | 'nan';

/** Spells a float64 so that JSON keeps it. */
export function toReal(value: number): Real {
  if (Number.isFinite(value)) return value;
  if (Number.isNaN(value)) return 'nan';
  return value > 0 ? 'inf' : '-inf';
}

/** The float64 a {@link Real} stands for. */
export function fromReal(value: Real): number {
  if (typeof value === 'number') return value;
  if (value === 'nan') return NaN;
  return value === 'inf' ? Infinity : -Infinity;
}
