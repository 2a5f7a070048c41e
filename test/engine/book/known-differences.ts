/** Cells that do not do what they do in PyTorch, each with the reason. They are run, and not compared. */
export const DIFFERING_CELLS: ReadonlyMap<string, string> = new Map([
  ['chapter-2/2.7-documentation#1', 'dir() lists the names that are here, of which a few are missing'],
  [
    'chapter-4/4.4-scratch#3',
    'rows of a float32 softmax add up to 1.0000001 or 1 by the order of five additions; the engine adds in float64',
  ],
  ['chapter-6/6.6-read-write#10', 'a missing file is Errno 44 on WebAssembly'],
  ['chapter-19/19.3-asynchronous#1', 'syne_tune stays out: its import says so in one line'],
  ['chapter-22/22.2-eigendecompositions#2', 'the order of eigenvalues is that in which LAPACK finds them'],
]);
