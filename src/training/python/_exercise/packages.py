"""Imports the engine's own Python packages from memory.

Their source is compiled once, before the interpreter's memory is kept: no start and no run has to parse it.
"""

import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
from collections.abc import Sequence
from types import CodeType, ModuleType

ROOT = '/engine/'
"""Where tracebacks and `__file__` say that the packages are; no such folder exists."""

PREIMPORTED = """
    abc argparse array ast asyncio base64 bisect builtins calendar cmath codecs collections
    collections.abc contextlib copy copyreg csv ctypes dataclasses datetime decimal difflib enum errno
    fractions functools gc glob gzip hashlib heapq html importlib.util inspect io itertools json keyword
    linecache locale logging math numbers operator os os.path pathlib pickle pprint queue random re
    reprlib shutil signal statistics string struct sys tempfile textwrap threading time timeit token
    tokenize traceback types typing unicodedata urllib.parse uuid warnings weakref zipfile zlib
"""
"""Modules of the standard library that exercises, or the packages, are likely to import."""


class PackageFinder(importlib.abc.MetaPathFinder, importlib.abc.InspectLoader):
    """Finds and loads modules whose code is in memory.

    Args:
        sources: source text by path, relative to the folder of the packages.
    """

    def __init__(self, sources: dict[str, str]) -> None:
        self._sources: dict[str, str] = {}
        self._codes: dict[str, CodeType] = {}
        self._folders: set[str] = set()
        for path, source in sources.items():
            name, is_package = _module_name(path)
            if is_package:
                self._folders.add(name)
            self._sources[name] = source
            self._codes[name] = compile(source, ROOT + path, 'exec', dont_inherit=True)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        code = self._codes.get(fullname)
        if code is None:
            return None
        spec = importlib.util.spec_from_loader(
            fullname, self, origin=code.co_filename, is_package=fullname in self._folders
        )
        if spec is not None:
            spec.has_location = True
        return spec

    def get_code(self, fullname: str) -> CodeType | None:
        return self._codes.get(fullname)

    def get_source(self, fullname: str) -> str | None:
        return self._sources.get(fullname)

    def is_package(self, fullname: str) -> bool:
        return fullname in self._folders

    def exec_module(self, module: ModuleType) -> None:
        exec(self._codes[module.__name__], module.__dict__)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType | None:
        return None


def _module_name(path: str) -> tuple[str, bool]:
    """`torch/nn/__init__.py` is the package `torch.nn`, `torch/nn/linear.py` the module `torch.nn.linear`."""
    parts = path.removesuffix('.py').split('/')
    if parts[-1] == '__init__':
        return '.'.join(parts[:-1]), True
    return '.'.join(parts), False


def install(sources: dict[str, str]) -> None:
    """Makes the packages importable and imports what of the standard library is likely to be needed."""
    sys.meta_path.insert(0, PackageFinder(sources))
    for name in PREIMPORTED.split():
        try:
            importlib.import_module(name)
        except ImportError:
            continue
    importlib.import_module('_exercise')
