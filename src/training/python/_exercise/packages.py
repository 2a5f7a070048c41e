"""Imports the engine's own Python packages from memory.

Their source and that of the standard library is compiled by an interpreter of the build, which hands the code
to the one whose memory is kept: no start has to parse it, and the kept memory holds no remains of parsing.
"""

import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import marshal
import sys
import types
import zipimport
from collections.abc import Iterator, Sequence
from types import CodeType, ModuleType

__all__ = ['PREIMPORTED', 'ROOT', 'PackageFinder', 'compile_all', 'install']

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
        codes: of modules that are compiled already, by name, marshalled: a module that nobody imports takes a
            quarter of the room that its code would.
    """

    def __init__(self, sources: dict[str, str], codes: dict[str, bytes]) -> None:
        self._sources: dict[str, str] = {}
        self._codes: dict[str, bytes] = {}
        self._folders: set[str] = set()
        for path, source in sources.items():
            name, is_package = _module_name(path)
            if is_package:
                self._folders.add(name)
            self._sources[name] = source
            self._codes[name] = codes.get(name) or _compiled(path, source)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname not in self._codes:
            return None
        is_package = fullname in self._folders
        origin = f'{ROOT}{fullname.replace(".", "/")}{"/__init__" if is_package else ""}.py'
        spec = importlib.util.spec_from_loader(fullname, self, origin=origin, is_package=is_package)
        if spec is not None:
            spec.has_location = True
        return spec

    def get_code(self, fullname: str) -> CodeType | None:
        code = self._codes.get(fullname)
        return None if code is None else marshal.loads(code)

    def get_source(self, fullname: str) -> str | None:
        return self._sources.get(fullname)

    def is_package(self, fullname: str) -> bool:
        return fullname in self._folders

    def exec_module(self, module: ModuleType) -> None:
        exec(marshal.loads(self._codes[module.__name__]), module.__dict__)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> types.ModuleType | None:
        return None


def _compiled(path: str, source: str) -> bytes:
    return marshal.dumps(compile(source, ROOT + path, 'exec', dont_inherit=True))


def _module_name(path: str) -> tuple[str, bool]:
    """`torch/nn/__init__.py` is the package `torch.nn`, `torch/nn/linear.py` the module `torch.nn.linear`."""
    parts = path.removesuffix('.py').split('/')
    if parts[-1] == '__init__':
        return '.'.join(parts[:-1]), True
    return '.'.join(parts), False


def install(sources: dict[str, str], compiled: bytes, program: str) -> None:
    """Makes the packages importable, and imports one of them and what is likely to be needed besides.

    Args:
        sources: source text by path.
        compiled: what `compile_all` gave; empty to compile here.
        program: the package that is imported.
    """
    codes: dict[str, bytes] = marshal.loads(compiled) if compiled else {}
    sys.meta_path.insert(0, PackageFinder(sources, codes))
    with _standard_library(codes):
        for name in PREIMPORTED.split():
            try:
                importlib.import_module(name)
            except ImportError:
                continue
        importlib.import_module(program)


def compile_all(sources: dict[str, str], program: str) -> bytes:
    """The code of all our modules and of what is imported of the standard library, for `install`."""
    ours = {_module_name(path)[0]: _compiled(path, source) for path, source in sources.items()}
    install(sources, b'', program)
    loaders = {name: getattr(module, '__loader__', None) for name, module in sys.modules.items()}
    importers = {
        name: loader for name, loader in loaders.items() if isinstance(loader, zipimport.zipimporter)
    }
    library = {name: marshal.dumps(importer.get_code(name)) for name, importer in importers.items()}
    return marshal.dumps(ours | library)


@contextlib.contextmanager
def _standard_library(codes: dict[str, bytes]) -> Iterator[None]:
    """Imports the standard library, which is source in an archive, by its compiled code, if there is one."""
    importer: type[zipimport.zipimporter] = zipimport.zipimporter
    compile_source = importer.get_code

    def get_code(self: zipimport.zipimporter, fullname: str) -> CodeType:
        code = codes.get(fullname)
        return compile_source(self, fullname) if code is None else marshal.loads(code)

    importer.get_code = get_code
    try:
        yield
    finally:
        importer.get_code = compile_source
