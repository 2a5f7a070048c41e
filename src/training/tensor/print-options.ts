/** What `torch.set_printoptions` sets. */

export interface PrintOptions {
  /** Digits after the point. */
  readonly precision: number;
  /** Tensors of more elements are summarised. */
  readonly threshold: number;
  /** Elements shown at either end of a summarised dimension. */
  readonly edgeitems: number;
  /** Columns of a line. */
  readonly linewidth: number;
  /** Scientific notation: forced on, forced off, or chosen by the values (null). */
  readonly sciMode: boolean | null;
}

const DEFAULT: PrintOptions = { precision: 4, threshold: 1000, edgeitems: 3, linewidth: 80, sciMode: null };

let current: PrintOptions = DEFAULT;

export const printOptions = (): PrintOptions => current;

/** Changes the named options; as in PyTorch, `sciMode` goes back to null when it is not named. */
export function setPrintOptions(changes: Partial<PrintOptions>): void {
  current = { ...current, sciMode: null, ...changes };
}

/** Puts back the options of a fresh interpreter; for use between runs. */
export function resetPrintOptions(): void {
  current = DEFAULT;
}
