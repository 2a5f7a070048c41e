/** Thrown for what the caller has to mend: wrong arguments, a file that cannot be used, an unknown name. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const HELP = `Runs exercises of Dive into Deep Learning without an editor.

Usage:
  d2l-exercises run FILE [options]     run a document, one exercise or one block of it
  d2l-exercises sweep FILE --parameter NAME (--values LIST | --range FROM:TO:COUNT[:log]) [options]
                                       run it with each of several values, side by side
  d2l-exercises compare FILE [options] run it on the built-in engine and on real PyTorch, and show where they part
  d2l-exercises list FILE [--json]     show the blocks and their parameters
  d2l-exercises data list [--json]     show the book's data sets, and which of them are there
  d2l-exercises data get NAME… [--mirror URL]
                                       download data sets; every run finds them from then on
  d2l-exercises data remove NAME…      delete them
  d2l-exercises --help | --version

FILE is a Python file (.py), a Markdown document (.md) or a notebook (.ipynb).
Without --exercise or --line all of it runs in order.

Options of run:
  --exercise ID        the exercise of that number (3.4.6, 6, 8-2) after the shared blocks above it
  --line N             the block at line N, likewise
  --set NAME=VALUE     another value for a parameter of the code; may be repeated
  --seed N             seed of the random numbers, 0 to 4294967295 (default: 0)
  --backend NAME       auto, tensorflow, wasm or js (default: auto)
  --engine NAME        built-in, or real PyTorch with the rights of its Python: python, one of this
                       machine; jupyter, beside a kernel of a Jupyter server (default: built-in)
  --python PATH        that Python; it needs torch (default: what is on the PATH)
  --server URL         that Jupyter server, as it printed its address; a token that is not in it is
                       read from the environment: D2L_JUPYTER_TOKEN or JUPYTER_TOKEN
  --wheel FILE         with --engine wheel: PyTorch as a WebAssembly wheel for the built-in engine's
                       Python, in its sandbox. An experiment: no such wheel was ever tried
  --timeout SECONDS    stop after that time (default: never)
  --check              say whether the run solves the workbook's exercise, and what is missing
  --data FOLDER        let the run read that folder's files, as data and ../data (default: none)
  --json               one message to a line, the result last
  --files FOLDER       keep what the run saves with savefig in that folder
  --html FILE          also write curves, weights, parameters and output as one page for a browser
  --language NAME      what results are told in: en, zh-cn, ko, ja or pt-br (default: that of LC_ALL,
                       LC_MESSAGES or LANG; the JSON is the same in all)

Options of compare are those of run but --check, --files, --html and --language; --engine is python or jupyter
(default: python).

Options of sweep, besides those of run:
  --parameter NAME     what is varied, as --set names it; w[1] is an element of a vector
  --values LIST        0.01,0.1,1 (also a range: 0.001..10 log 9)
  --range A:B:N[:log]  N values from A to B, evenly spaced or, with :log, by equal factors
  --seeds N            run each value with N seeds, from --seed on; the table gives mean and spread
  --threads N          runs at a time (default: as many as there are cores, 8 at most)

Data sets are kept in the user's own folder for programs' data; the environment variable D2L_DATA_SETS
names another. They are fetched by data get alone, from the addresses that d2l and torchvision publish,
or from a mirror, and checked by the published sums. A run has no network.

Exit status: 0 ok, 1 the exercise raised, 2 usage or an unreadable file, 3 the engine failed,
4 the run went well but does not solve the exercise (--check), 5 a data set cannot be had,
6 the engines part (compare), 124 timeout, 130 stopped.
Of a sweep: 0 when it was carried out, 1 when every run raised.
`;
