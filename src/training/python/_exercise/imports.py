"""Says of an import that failed whether the engine lacks what exists elsewhere."""

import importlib
import sys

__all__ = ['explain']

_LISTED = ('torch', 'numpy')
"""Packages of which all public names are known."""

_SMALLER = (
    'd2l',
    'gym',
    'matplotlib',
    'mpl_toolkits',
    'pandas',
    'requests',
    'scipy',
    'torchvision',
    'tqdm',
    'IPython',
    'PIL',
)
"""Packages of which the engine has a part."""


def explain(error: ImportError) -> None:
    """Says what cannot be imported here, and why; leaves a mere slip as Python tells it.

    What a package of ours lacks takes the place of the message; of other packages Python's own words stand,
    with a note below them.
    """
    module, member = error.name or '', getattr(error, 'name_from', None)
    said = None
    if module and member:
        said = _of_member(module, member)
    elif module and isinstance(error, ModuleNotFoundError):
        said = _of_module(module)
        note = None if said else _of_other_package(module)
        if note and note not in getattr(error, '__notes__', ()):
            error.add_note(note)
    if said:
        error.msg = said


def _of_member(module: str, member: str) -> str | None:
    """What is said of `from module import member`."""
    package = module.partition('.')[0]
    if package in _LISTED:
        return _unsupported(package, module, member)
    try:
        getattr(importlib.import_module(module), member)
    except AttributeError as error:
        said = str(error)
        return said if said.startswith('D2L Exercises') else None
    return None


def _of_module(module: str) -> str | None:
    """What is said of `import module`."""
    package, _, _ = module.partition('.')
    parent, _, name = module.rpartition('.')
    if package in _LISTED:
        return _unsupported(package, parent, name) if parent else None
    if package in _SMALLER:
        return f'D2L Exercises does not support {module}'
    return None


def _of_other_package(module: str) -> str | None:
    """What is said below Python's own words of `import module`; None of packages that are here."""
    package, _, _ = module.partition('.')
    if package in _LISTED:
        return None
    if package in sys.stdlib_module_names:
        return f"'{module}' is a part of Python that cannot work here"
    return (
        'D2L Exercises has torch, d2l, numpy, pandas, matplotlib and parts of torchvision, PIL, scipy and '
        'gym; other packages cannot be installed'
    )


def _unsupported(package: str, module: str, name: str) -> str | None:
    return importlib.import_module(f'{package}._names').unsupported(module, name)
