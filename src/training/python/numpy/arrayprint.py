"""The text of an array, and how it is wanted."""

import contextlib
import json
from collections.abc import Iterator
from typing import Any

import _engine

__all__ = ['get_printoptions', 'printoptions', 'set_printoptions']

_OFFERED_BY = 'numpy'

_options: dict[str, Any] = {
    'edgeitems': 3,
    'threshold': 1000,
    'floatmode': 'maxprec',
    'precision': 8,
    'suppress': False,
    'linewidth': 75,
    'nanstr': 'nan',
    'infstr': 'inf',
    'sign': '-',
    'formatter': None,
    'legacy': False,
}
_OF_ENGINE = ('edgeitems', 'threshold', 'precision', 'suppress', 'linewidth')


def set_printoptions(
    precision: int | None = None,
    threshold: float | None = None,
    edgeitems: int | None = None,
    linewidth: int | None = None,
    suppress: bool | None = None,
    nanstr: str | None = None,
    infstr: str | None = None,
    formatter: dict[str, Any] | None = None,
    sign: str | None = None,
    floatmode: str | None = None,
    *,
    legacy: Any = None,
) -> None:
    """Chooses how arrays are printed.

    Args:
        precision: digits behind the point, at most.
        threshold: with more elements than this, the middle is left out.
        edgeitems: how many are shown at each end then.
        linewidth: characters in a line.
        suppress: whether small and large numbers are printed without an exponent too.
        formatter: functions that print an element, by the elements' kind: `float`, `int`, `bool`, `all`.
        nanstr, infstr, sign, floatmode, legacy: kept, without effect.

    Raises:
        TypeError: for a threshold that is no number.
        ValueError: for NaN as threshold.
    """
    given = {name: value for name, value in locals().items() if value is not None}
    if 'threshold' in given and not isinstance(threshold, (int, float)):
        raise TypeError('threshold must be numeric')
    if threshold != threshold:
        raise ValueError('threshold must be non-NAN, try sys.maxsize for untruncated representation')
    _options.update(given)
    _options['formatter'] = formatter
    changes = {name: given[name] for name in _OF_ENGINE if name in given}
    if 'threshold' in changes:
        changes['threshold'] = min(changes['threshold'], 1e300)
    _engine.set_array_options(json.dumps(changes))


def get_printoptions() -> dict[str, Any]:
    """How arrays are printed."""
    return dict(_options)


@contextlib.contextmanager
def printoptions(**kwargs: Any) -> Iterator[dict[str, Any]]:
    """Sets inside a `with` block how arrays are printed."""
    before = get_printoptions()
    set_printoptions(**kwargs)
    try:
        yield get_printoptions()
    finally:
        set_printoptions(**before)


def array_text(tensor: Any) -> str:
    """What `str` gives of an array over a tensor."""
    write = _formatter(tensor)
    if write is None or not tensor.dim():
        return _engine.format_array_text(tensor._h)
    return rows_text(_written(tensor.tolist(), write), tensor.dim(), ' ', 1)


def array_repr(tensor: Any) -> str:
    """What `repr` gives of an array over a tensor."""
    write = _formatter(tensor)
    if write is None or not tensor.dim():
        return _engine.format_array(tensor._h)
    return f'array({rows_text(_written(tensor.tolist(), write), tensor.dim(), ", ", 7)})'


def _formatter(tensor: Any) -> Any:
    """The program's own function for elements of that kind; None when it has none."""
    own = _options['formatter']
    if not own:
        return None
    kind = 'float' if tensor.is_floating_point() else 'bool' if str(tensor.dtype) == 'torch.bool' else 'int'
    names = (kind, f'{kind}_kind', 'all')
    return next((own[name] for name in names if name in own), None)


def _written(values: Any, write: Any) -> Any:
    return [_written(each, write) for each in values] if isinstance(values, list) else write(values)


def rows_text(items: Any, rank: int, separator: str, indent: int) -> str:
    """Nested lists of texts in brackets, a row to a line."""
    if rank == 0:
        return items
    if rank == 1:
        return f'[{_wrapped(items, separator, indent)}]'
    between = separator.rstrip() + '\n' * (rank - 1) + ' ' * indent
    return f'[{between.join(rows_text(each, rank - 1, separator, indent + 1) for each in items)}]'


def _wrapped(items: list[str], separator: str, indent: int) -> str:
    lines: list[str] = []
    line = ' ' * indent
    for place, item in enumerate(items):
        limit = _options['linewidth'] - max(len(separator.rstrip()), 1)
        if len(line) + len(item) > limit and len(line) > indent:
            lines.append(line.rstrip())
            line = ' ' * indent
        line += item + (separator if place < len(items) - 1 else '')
    lines.append(line)
    return '\n'.join(lines)[indent:]
