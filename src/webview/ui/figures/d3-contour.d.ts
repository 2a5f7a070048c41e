/** What is used of d3-contour, which brings no types. */
declare module 'd3-contour' {
  /** Rings of `[column, row]`, in half-open cells: the middle of the first cell is at 0.5. */
  interface Contours {
    size(size: readonly [columns: number, rows: number]): this;
    contour(values: readonly number[], threshold: number): { readonly coordinates: [number, number][][][] };
  }
  export function contours(): Contours;
}
