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
    """Adds to the message what cannot be imported here, and why; leaves a mere slip as Python tells it."""
    module, member = error.name or '', getattr(error, 'name_from', None)
    said = None
    if module and member:
        said = _of_member(module, member)
    elif module and isinstance(error, ModuleNotFoundError):
        said = _of_module(module)
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
    if package in sys.stdlib_module_names:
        return f"No module named '{module}': it is a part of Python that cannot work here"
    return (
        f"No module named '{module}': D2L Exercises has torch, d2l, numpy, pandas, matplotlib and parts of "
        'torchvision, PIL, scipy and gym; other packages cannot be installed'
    )


def _unsupported(package: str, module: str, name: str) -> str | None:
    return importlib.import_module(f'{package}._names').unsupported(module, name)
