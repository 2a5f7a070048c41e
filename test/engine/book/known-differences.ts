/**
 * Cells that do not do what they do in PyTorch, each with the reason.
 *
 * They are expected to differ: one that begins to agree makes its program's test fail until its line here is deleted.
 */
export const DIFFERING_CELLS: ReadonlyMap<string, string> = new Map([]);
