"""Record what real PyTorch makes of the programs that the engine is tested with.

Every `test/engine/programs/AREA/NAME.py` runs in a process of its own with the seeds that a run with seed 0 has. What
it prints, the repr of its last expression, the exception that ends it, and the curves and weights of its fits go to
`test/engine/programs/AREA/recorded.json`, one program to a line, with the versions that made them.

    python scripts/record-pytorch.py [--folder FOLDER] [--data FOLDER] [AREA …]

takes the programs of another folder with areas too and records into `recorded.json` beside them (`npm run parity -- FOLDER`
compares with that). It needs a Python with `torch`, `d2l` and `pandas` on a system that can fork, and a build: what it has
in common with runs on real PyTorch (seeds, loaders, the spelling of numbers) is in `dist/pytorch`. The recordings in the
repository come from PyTorch 2.9.0, whose messages the engine speaks (a few of them have other words in later versions).
d2l 1.0.3 draws with matplotlib 3.7, which needs `ipython<8.24`.

A program whose cells begin with `# %%` is recorded cell by cell, as a notebook runs it: what follows a cell that raises
runs all the same. The book's cells are such programs, with data sets of their own:

    python scripts/record-pytorch.py --folder test/engine/book/sections --data test/engine/book/data

Those on reinforcement learning need `gym==0.21.0`.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.metadata
import io
import json
import os
import platform
import re
import shutil
import signal
import sys
import tempfile
import traceback
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ['MPLBACKEND'] = 'agg'
ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = ROOT / 'test' / 'engine' / 'programs'
sys.path.append(str(ROOT / 'dist' / 'pytorch'))

from _runner import loaders, seeds  # noqa: E402 - of the build
from _runner.sending import real  # noqa: E402
SECONDS_PER_PROGRAM = 60
SEED = 0
MOST_WEIGHTS = 1000
CELL = re.compile(r'^# %%', re.MULTILINE)

Json = Any


def prepare() -> None:
    """Import all that programs import, once for every fork, and keep drawing off the screen and off stdout."""
    import matplotlib.pyplot as plt
    import torch
    from d2l import torch as d2l

    loaders.install()
    torch.set_num_threads(1)  # a fork of a process with a running thread pool hangs
    if hasattr(torch._C, '_cuda_getDeviceCount'):
        # A build for CUDA answers as the CPU's build does, which is the one to be compared with.
        del torch._C._cuda_getDeviceCount
        torch.cuda._is_in_bad_fork = lambda: False
    plt.rcParams['figure.max_open_warning'] = 0
    d2l.display.display = lambda *_, **__: None
    d2l.display.clear_output = lambda *_, **__: None


class FitRecorder:
    """Describes every `Trainer.fit` at its end, in order; one that fails before its first epoch is none."""

    def __init__(self) -> None:
        self.fits: list[Json] = []

    def install(self) -> None:
        from d2l import torch as d2l

        original, fits = d2l.Trainer.fit, self.fits

        def fit(trainer: Any, model: Any, data: Any) -> Any:
            drawn_before = {label: len(points) for label, points in curves_of(model).items()}
            try:
                return original(trainer, model, data)
            finally:
                if hasattr(trainer, 'epoch'):
                    curves = {
                        label: points[drawn_before.get(label, 0) :] for label, points in curves_of(model).items()
                    }
                    fits.append({'model': type(model).__name__, 'curves': curves, 'weights': weights_of(model)})

        d2l.Trainer.fit = fit


def curves_of(model: Any) -> dict[str, list[list[Json]]]:
    """The board's finished points as [epoch, value] by label; a loss that is no single number has none."""
    lines = getattr(getattr(model, 'board', None), 'data', {})
    return {
        label: [[real(point.x), real(float(point.y))] for point in points if getattr(point.y, 'size', 1) == 1]
        for label, points in lines.items()
    }


def weights_of(model: Any) -> list[Json]:
    """Leaves that require a gradient, with attributes first and parameters of submodules after."""
    import torch

    attributes = {**vars(model), **vars(model).get('_parameters', {})}
    named = dict(model.named_parameters()) | {
        name: value
        for name, value in attributes.items()
        if isinstance(value, torch.Tensor) and value.is_leaf and value.requires_grad
    }
    return [
        {'name': name, 'shape': list(value.shape), 'learned': [real(x) for x in value.detach().reshape(-1).tolist()]}
        for name, value in named.items()
    ]


def take_data_as_it_is() -> None:
    """Let d2l and torchvision take the files of the data folder for theirs, whatever their checksums are."""
    import torchvision
    from d2l import torch as d2l

    def download(url: str, folder: str = '../data', sha1_hash: str | None = None) -> str:
        return os.path.join(folder, d2l.DATA_HUB.get(url, (url,))[0].rpartition('/')[2])

    names = os.listdir
    d2l.download = download
    os.listdir = lambda *place: sorted(names(*place))  # a file system's order is its own
    torchvision.datasets.cifar.check_integrity = lambda *_: True


def execute(source: str, filename: str, namespace: dict[str, Any]) -> Any:
    """Run source as a notebook runs a cell and return the value of its last expression; None with a semicolon behind."""
    tree = ast.parse(source, filename)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, filename, 'exec'), namespace)
    if not isinstance(last, ast.Expr):
        return None
    value = eval(compile(ast.Expression(last.value), filename, 'eval'), namespace)
    return None if source.rstrip().endswith(';') else value


def line_in(error: BaseException, filename: str) -> int | None:
    """The innermost line of the program itself that the exception passed, or the place of its syntax error."""
    if isinstance(error, SyntaxError):
        return error.lineno
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == filename]
    return lines[-1] if lines else None


def cells_of(source: str) -> list[str]:
    """The cells that begin with `# %%`, each after as many blank lines as are above it; one cell where there are none."""
    starts = [match.start() for match in CELL.finditer(source)]
    if not starts:
        return [source]
    ends = [*starts[1:], len(source)]
    return ['\n' * source.count('\n', 0, start) + source[start:end] for start, end in zip(starts, ends, strict=True)]


def record(path: Path) -> Json:
    """Run one program in this process and describe what came of it, or of each of its cells."""
    fits = FitRecorder()
    fits.install()
    seeds.plant(SEED)
    source = path.read_text(encoding='utf-8')
    namespace: dict[str, Any] = {'__name__': '__main__'}
    recorded = [record_cell(cell, str(path), namespace, fits) for cell in cells_of(source)]
    return {'cells': [without_many_weights(cell) for cell in recorded]} if CELL.search(source) else recorded[0]


def record_cell(source: str, filename: str, namespace: dict[str, Any], fits: FitRecorder) -> Json:
    """Run one cell and describe what came of it."""
    stdout = io.StringIO()
    fits.fits.clear()
    displayed, failure = None, None
    with contextlib.redirect_stdout(stdout), warnings.catch_warnings():
        warnings.simplefilter('ignore')
        try:
            value = execute(source, filename, namespace)
            displayed = None if value is None else repr(value)
        except Exception as error:  # noqa: BLE001 - whatever the program raises is the result
            line = line_in(error, filename)
            failure = {'type': type(error).__name__, 'message': str(error), 'line': line}
    return {'stdout': stdout.getvalue(), 'displayed': displayed, 'error': failure, 'fits': [*fits.fits]}


def without_many_weights(result: Json) -> Json:
    """The recording of a cell with no weights in fits of models that have very many: the curves depend on all of them."""
    for fit in result['fits']:
        if sum(len(weight['learned']) for weight in fit['weights']) > MOST_WEIGHTS:
            fit['weights'] = None
    return result


def record_in_fork(path: Path, data: Path | None) -> Json:
    """The same in a child process and an empty folder beside a copy of the data, so that no program sees another's."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(SECONDS_PER_PROGRAM)
        os.close(reader)
        place = Path(tempfile.mkdtemp(prefix='record-'))
        if data is not None:
            shutil.copytree(data, place / 'data')
        (place / 'work').mkdir()
        os.chdir(place / 'work')
        with os.fdopen(writer, 'w', encoding='utf-8') as pipe:
            json.dump(record(path), pipe)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding='utf-8') as pipe:
        text = pipe.read()
    _, status = os.waitpid(child, 0)
    if status != 0:
        raise SystemExit(f'{path}: the program ended its interpreter (wait status {status})')
    return json.loads(text)


def versions() -> dict[str, str]:
    found = {name: importlib.metadata.version(name) for name in ('torch', 'd2l', 'numpy')}
    return {'python': platform.python_version(), **found}


def lines_of(recorded: dict[str, Json]) -> Iterator[str]:
    """JSON with one program to a line: a change shows as that program's line in a diff."""
    yield '{'
    yield f'  "versions": {json.dumps(versions())},'
    yield '  "programs": {'
    entries = [f'    {json.dumps(name)}: {json.dumps(result, ensure_ascii=False)}' for name, result in recorded.items()]
    yield ',\n'.join(entries)
    yield '  }'
    yield '}'


def main() -> None:
    parser = argparse.ArgumentParser(description='Record what PyTorch makes of the test programs.')
    parser.add_argument('areas', nargs='*', help='names of its folders; all of them by default')
    parser.add_argument('--folder', type=Path, default=PROGRAMS, help='folders of programs by area')
    parser.add_argument('--data', type=Path, help='what the programs find in ../data')
    arguments = parser.parse_args()
    folder, wanted = arguments.folder.resolve(), arguments.areas
    prepare()
    if arguments.data is not None:
        take_data_as_it_is()
    sys.stdout.flush()
    for area in sorted(path for path in folder.iterdir() if path.is_dir()):
        if wanted and area.name not in wanted:
            continue
        recorded = {path.stem: record_in_fork(path, arguments.data) for path in sorted(area.glob('*.py'))}
        target = area / 'recorded.json'
        target.write_text('\n'.join(lines_of(recorded)) + '\n', encoding='utf-8')
        cells = [cell for result in recorded.values() for cell in result.get('cells', [result])]
        failed = sum(cell['error'] is not None for cell in cells)
        print(f'{area.name}: {len(recorded)} programs, {len(cells)} cells, {failed} of them end in an exception')


if __name__ == '__main__':
    main()
