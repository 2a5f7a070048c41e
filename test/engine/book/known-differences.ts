/** Cells that do not do what they do in PyTorch, each with the reason. They are run, and not compared. */
export const DIFFERING_CELLS: ReadonlyMap<string, string> = new Map([
  ['chapter-19/19.3-asynchronous#1', 'syne_tune stays out: its import says so in one line'],
  ['chapter-22/22.2-eigendecompositions#2', 'the order of eigenvalues is that in which LAPACK finds them'],
]);
