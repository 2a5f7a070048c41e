/** What `np.set_printoptions` sets. */

export interface ArrayOptions {
  /** Digits after the point, at most. */
  readonly precision: number;
  /** Arrays of more elements are summarised. */
  readonly threshold: number;
  /** Elements shown at either end of a summarised dimension. */
  readonly edgeitems: number;
  /** Columns of a line. */
  readonly linewidth: number;
  /** Whether positional notation is kept for small and large numbers. */
  readonly suppress: boolean;
}

const DEFAULT: ArrayOptions = { precision: 8, threshold: 1000, edgeitems: 3, linewidth: 75, suppress: false };

let current: ArrayOptions = DEFAULT;

export const arrayOptions = (): ArrayOptions => current;

/** Changes the named options. */
export function setArrayOptions(changes: Partial<ArrayOptions>): void {
  current = { ...current, ...changes };
}

/** Puts back the options of a fresh interpreter; for use between runs. */
export function resetArrayOptions(): void {
  current = DEFAULT;
}
