"""Puts PyTorch of a wheel in the place of ours for one run, in the same realm, with no more rights."""

import importlib
import importlib.util
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

from _exercise import environment
from _exercise.origin import libraries

__all__ = ['enter']

_OURS = (
    *('torch', 'torchvision', 'numpy', 'matplotlib', 'mpl_toolkits', 'matplotlib_inline', 'pandas', 'scipy'),
    *('PIL', 'IPython', 'gym'),
)
"""Our packages that compute with our tensors: they are not there beside another PyTorch."""
_PLATFORMS = ('pyemscripten_', 'pyodide_', 'emscripten_')
_RUNNER = ('_engine', '_runner')
"""What reports of a run on real PyTorch, instead of our engine."""


def enter(wheel: str, runner: str, seed: int) -> None:
    """Lets `import torch` find the wheel's from now on, and reports its trainings.

    Args:
        wheel: the file.
        runner: a folder with `_runner` and its `_engine`.
        seed: of the run.

    Raises:
        ImportError: the wheel is none, is for another system, or its PyTorch cannot be imported; says which.
    """
    folder = _unpacked(wheel)
    names = {path.name.removesuffix('.py') for path in Path(folder).iterdir() if '.' not in path.stem}
    if 'torch' not in names:
        raise ImportError(f'{Path(wheel).name} has no module torch')
    replaced = {*_OURS, *names, *_RUNNER, 'd2l'}
    for name in [name for name in sys.modules if name.partition('.')[0] in replaced]:
        del sys.modules[name]
    sys.meta_path.insert(0, _Finder({**dict.fromkeys(names, folder), **dict.fromkeys(_RUNNER, runner)}))
    libraries.append(folder)
    try:
        torch = importlib.import_module('torch')
    except Exception as error:
        raise ImportError(
            f'PyTorch cannot be imported from {Path(wheel).name}: {type(error).__name__}: {error}'
        ) from error
    torch.manual_seed(seed)
    _connect()


def _unpacked(wheel: str) -> str:
    """The folder with what is in the wheel, whose tags are looked at first."""
    name = Path(wheel).name
    try:
        with zipfile.ZipFile(wheel) as archive:
            about = next((file for file in archive.namelist() if file.endswith('.dist-info/WHEEL')), None)
            if about is None:
                raise ImportError(f'{name} is no wheel: it has no WHEEL in its dist-info')
            lines = archive.read(about).decode('utf-8', 'replace').splitlines()
            tags = [line.removeprefix('Tag:').strip() for line in lines if line.startswith('Tag:')]
            if not any(map(_fits, tags)):
                raise ImportError(
                    f'{name} is for {", ".join(tags) or "an unknown system"}: a wheel for Python in '
                    f'WebAssembly is needed ({_PYTHON}, pyemscripten…wasm32), or one for any system'
                )
            folder = tempfile.mkdtemp()
            archive.extractall(folder)
    except zipfile.BadZipFile as error:
        raise ImportError(f'{name} is no wheel, or damaged: {error}') from error
    return folder


_PYTHON = f'cp{sys.version_info[0]}{sys.version_info[1]}'


def _fits(tag: str) -> bool:
    """Whether a tag, `cp314-cp314-pyemscripten_2026_0_wasm32` or `py3-none-any`, is for this Python."""
    python, _, rest = tag.partition('-')
    platform = rest.rpartition('-')[2]
    is_here = platform.startswith(_PLATFORMS) and platform.endswith('wasm32')
    return (platform == 'any' or is_here) and bool({'py3', _PYTHON} & set(python.split('.')))


class _Finder:
    """Finds modules in the folders of their packages, and none of ours that another PyTorch cannot use."""

    def __init__(self, folders: dict[str, str]) -> None:
        self._folders = folders

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        package = name.partition('.')[0]
        folder = self._folders.get(package)
        if folder is not None:
            spec = PathFinder.find_spec(name, path or [folder], target)
            if spec is not None:
                return spec
        elif package not in _OURS:
            return None
        raise ModuleNotFoundError(
            f'No module named {name!r}: beside PyTorch of a wheel there is only what the wheel brings',
            name=name,
        )


def _connect() -> None:
    """Has own loops reported, as on real PyTorch elsewhere."""
    current: Any = importlib.import_module('_runner.current')
    current.connect(environment.tell)
    # Output is not told by it, but by our streams.
    current.begin(0, 0)
    for name in ('loaders', 'backward'):
        importlib.import_module(f'_runner.{name}').install()
    # Names the weights of loops.
    importlib.import_module('d2l.loops')

    def end() -> None:
        current.loops.end()
        current.sending.flush()

    environment.endings.append(end)
    environment.conclusions.append(end)
