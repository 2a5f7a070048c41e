"""Frames joined by the values that their rows have in common."""

from typing import Any

from .column import Column
from .frame import DataFrame
from .index import Index, range_index
from .series import Series

__all__ = ['MergeError', 'join', 'merge']


class MergeError(ValueError):
    """Told where nothing says what to join by."""


def _listed(names: Any) -> list[Any]:
    return list(names) if isinstance(names, (list, tuple)) else [names]


def _keys(
    left: DataFrame, right: DataFrame, on: Any, left_on: Any, right_on: Any
) -> tuple[list[Any], list[Any]]:
    if on is not None:
        return _listed(on), _listed(on)
    if left_on is not None and right_on is not None:
        return _listed(left_on), _listed(right_on)
    common = [name for name in left if name in right]
    if not common:
        raise MergeError(
            'No common columns to perform merge on. Merge options: left_on=None, right_on=None, '
            'left_index=False, '
            'right_index=False'
        )
    return common, common


def merge(
    left: Any,
    right: Any,
    how: str = 'inner',
    on: Any = None,
    left_on: Any = None,
    right_on: Any = None,
    left_index: bool = False,
    right_index: bool = False,
    suffixes: Any = ('_x', '_y'),
    **_: Any,
) -> DataFrame:
    """The rows of two frames that have the same values in some columns, side by side.

    Args:
        left: a frame.
        right: another; or a series with a name.
        how: which rows without a partner stay: `inner` none, `left`, `right`, `outer`, or `cross`: all pairs.
        on: names of columns that both have; all that they have in common by default.
        left_on: the names in `left`, where they differ.
        right_on: those in `right`.
        left_index: whether the labels of `left` are what is compared.
        right_index: the same for `right`.
        suffixes: what other columns of the same name get.

    Raises:
        KeyError: for a name that is no column.
    """
    right = right.to_frame() if isinstance(right, Series) else right
    if how == 'cross':
        pairs = [(i, j) for i in range(len(left)) for j in range(len(right))]
        return _joined(left, right, pairs, [], [], suffixes)
    if left_index and right_index:
        first, second = [(label,) for label in left.index], [(label,) for label in right.index]
        left_names: list[Any] = []
        right_names: list[Any] = []
    else:
        left_names, right_names = _keys(left, right, on, left_on, right_on)
        first, second = _rows(left, left_names), _rows(right, right_names)
    made = _joined(left, right, _pairs(first, second, how), left_names, right_names, suffixes)
    if left_index and right_index:
        labels = [left.index[i] if i >= 0 else right.index[j] for i, j in _pairs(first, second, how)]
        return DataFrame._of(made._columns, Index(labels))
    return made


def _rows(frame: DataFrame, names: list[Any]) -> list[tuple[Any, ...]]:
    return list(zip(*(frame[name].tolist() for name in names), strict=True))


def _pairs(first: list[Any], second: list[Any], how: str) -> list[tuple[int, int]]:
    """Places of partners; -1 where there is none."""
    if how == 'right':
        return [(i, j) for j, i in _pairs(second, first, 'left')]
    places: dict[Any, list[int]] = {}
    for place, key in enumerate(second):
        places.setdefault(key, []).append(place)
    alone = [-1] if how in ('left', 'outer') else []
    pairs = [(i, j) for i, key in enumerate(first) for j in places.get(key, alone)]
    if how == 'outer':
        known = set(first)
        pairs += [(-1, j) for j, key in enumerate(second) if key not in known]
        pairs.sort(key=lambda pair: first[pair[0]] if pair[0] >= 0 else second[pair[1]])
    return pairs


def _joined(
    left: DataFrame,
    right: DataFrame,
    pairs: Any,
    left_names: list[Any],
    right_names: list[Any],
    suffixes: Any,
) -> DataFrame:
    same = [name for name, other in zip(left_names, right_names, strict=True) if name == other]
    twice = {name for name in left if name in right and name not in same}
    columns: dict[Any, Column] = {}
    for name, column in left._columns.items():
        taken = column.take([i for i, _ in pairs])
        if name in same and any(i < 0 for i, _ in pairs):
            theirs = right._columns[name].values
            taken = Column([column.values[i] if i >= 0 else theirs[j] for i, j in pairs])
        columns[f'{name}{suffixes[0]}' if name in twice else name] = taken
    for name, column in right._columns.items():
        if name not in same:
            columns[f'{name}{suffixes[1]}' if name in twice else name] = column.take([j for _, j in pairs])
    return DataFrame._of(columns, range_index(len(pairs)))


def join(left: DataFrame, other: Any, how: str = 'left', lsuffix: str = '', rsuffix: str = '') -> DataFrame:
    """The rows of another frame beside those of the same label.

    Raises:
        ValueError: for columns of the same name without suffixes.
    """
    right = other.to_frame() if isinstance(other, Series) else other
    twice = [name for name in left if name in right]
    if twice and not (lsuffix or rsuffix):
        raise ValueError(f'columns overlap but no suffix specified: {Index(twice)!r}')
    return merge(left, right, how, left_index=True, right_index=True, suffixes=(lsuffix, rsuffix))
