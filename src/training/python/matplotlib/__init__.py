"""A small matplotlib: figures go into the panel. What it cannot do it says by name."""

import contextlib
import importlib
from collections.abc import Iterator
from typing import Any

from . import colors as _colors
from .rcsetup import RcParams, cycler

__all__ = [
    'RcParams',
    'cycler',
    'get_backend',
    'interactive',
    'is_interactive',
    'rc',
    'rcParams',
    'rcParamsDefault',
    'rcParamsOrig',
    'rc_context',
    'rcdefaults',
    'set_loglevel',
    'use',
]

__version__ = '3.7.2+d2l.exercises'

rcParams = RcParams()  # noqa: N816 - matplotlib's name
rcParamsDefault = RcParams()  # noqa: N816
rcParamsOrig = rcParamsDefault  # noqa: N816
_colors.follow(rcParams)

_GROUPS = {
    'lw': 'linewidth',
    'ls': 'linestyle',
    'c': 'color',
    'fc': 'facecolor',
    'ec': 'edgecolor',
    'mew': 'markeredgewidth',
    'aa': 'antialiased',
}
_LAZY = ('cm', 'colors', 'ticker', 'style', 'animation', 'patches', 'lines', 'gridspec', 'pyplot', 'figure')
_OWNERS = {'colormaps': 'cm', 'color_sequences': 'cm'}


def use(backend: str, *, force: bool = True) -> None:
    """Has no effect: figures go into the panel."""


def get_backend() -> str:
    """The name of a backend that draws into memory."""
    return str(rcParams['backend'])


def rc(group: Any, **kwargs: Any) -> None:
    """Sets several of `rcParams`: `rc('lines', linewidth=2)`.

    Raises:
        KeyError: when a group has no such setting.
    """
    for each in (group,) if isinstance(group, str) else group:
        for name, value in kwargs.items():
            key = f'{each}.{_GROUPS.get(name, name)}'
            if key not in rcParams:
                raise KeyError(f'Unrecognized key "{key}" for group "{each}" and name "{name}"')
            rcParams[key] = value


def rcdefaults() -> None:
    """Makes all settings what they were at first."""
    rcParams.update(rcParamsDefault)


@contextlib.contextmanager
def rc_context(rc: Any = None, fname: Any = None) -> Iterator[None]:
    """Changes settings within a `with` block."""
    before = rcParams.copy()
    try:
        if rc:
            rcParams.update(rc)
        yield
    finally:
        rcParams.update(before)


def is_interactive() -> bool:
    """Whether drawing shows at once."""
    return bool(rcParams['interactive'])


def interactive(b: bool) -> None:
    """Sets whether drawing shows at once; here figures show at the end of a cell."""
    rcParams['interactive'] = b


def set_loglevel(level: str) -> None:
    """Has no effect: there is no log."""


def __getattr__(name: str) -> Any:
    if name in _OWNERS:
        return getattr(importlib.import_module(f'matplotlib.{_OWNERS[name]}'), name)
    if name in _LAZY:
        return importlib.import_module(f'matplotlib.{name}')
    if name.startswith('__'):
        raise AttributeError(name)
    try:
        return importlib.import_module(f'matplotlib.{name}')
    except ModuleNotFoundError:
        from ._names import missing

        raise missing('matplotlib', name) from None
