"""Styles: settings that belong together, by name."""

import ast
import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from matplotlib import _style_data, rc_context, rcParams, rcParamsDefault

__all__ = ['available', 'context', 'library', 'reload_library', 'use']


def _sheet(text: str) -> dict[str, Any]:
    rows = (row.split(' | ', 1) for row in text.splitlines())
    return {name: ast.literal_eval(value) for name, value in rows}


library: dict[str, dict[str, Any]] = {name: _sheet(text) for name, text in _style_data.STYLES.items()}
available = sorted(library)
_IGNORED = (
    'backend',
    'interactive',
    'toolbar',
    'timezone',
    'date.epoch',
    'savefig.directory',
    'figure.max_open_warning',
)


def use(style: Any) -> None:
    """Takes the settings of a style, of several one after the other, of a dictionary or of a file."""
    several: Iterable[str | Mapping[str, Any]] = (
        [style] if isinstance(style, str) or hasattr(style, 'keys') else style
    )
    for one in several:
        settings = one if isinstance(one, Mapping) else _settings_of(str(one))
        rcParams.update({name: value for name, value in settings.items() if name not in _IGNORED})


def _settings_of(name: str) -> dict[str, Any]:
    if name == 'default':
        return dict(rcParamsDefault)
    if name in library:
        return library[name]
    if os.path.exists(name):
        with open(name, encoding='utf-8') as file:
            rows = (row.split('#', 1)[0].split(':', 1) for row in file)
            return {row[0].strip(): row[1].strip() for row in rows if len(row) == 2}
    raise OSError(
        f'{name!r} is not a valid package style, path of style file, URL of style file, or '
        'library style name '
        '(library styles are listed in `style.available`)'
    )


@contextlib.contextmanager
def context(style: Any, after_reset: bool = False) -> Iterator[None]:
    """Takes the settings of a style within a `with` block."""
    with rc_context():
        if after_reset:
            rcParams.update(rcParamsDefault)
        use(style)
        yield


def reload_library() -> None:
    """Has no effect: the styles are those of matplotlib."""
