"""Which rows or columns an index means: by place (`iloc`) or by label (`loc`)."""

from typing import Any

from .column import plain
from .index import Index

__all__ = ['Places', 'by_label', 'by_place', 'is_mask', 'plain_key']

Places = tuple[list[int], bool]
"""Places, and whether one alone was asked for."""


def by_place(key: Any, count: int) -> Places:
    """Places of `iloc`.

    Raises:
        IndexError: for a place that is not there.
        TypeError: for what is no integer, slice or list.
    """
    key = plain_key(key)
    if isinstance(key, slice):
        return list(range(count))[key], False
    if isinstance(key, int) and not isinstance(key, bool):
        if not -count <= key < count:
            raise IndexError('single positional indexer is out-of-bounds')
        return [key % count], True
    if not isinstance(key, list):
        raise TypeError(f'Cannot index by location index with a non-integer key: {key!r}')
    if is_mask(key):
        return _masked(key, count), False
    if any(not -count <= place < count for place in key):
        raise IndexError('positional indexers are out-of-bounds')
    return [place % count for place in key], False


def by_label(key: Any, labels: Index) -> Places:
    """Places of `loc`; a slice includes its end.

    Raises:
        KeyError: for a label that is not there.
    """
    key = plain_key(key)
    if isinstance(key, slice):
        first = 0 if key.start is None else labels.get_loc(key.start)
        last = len(labels) - 1 if key.stop is None else _last(key.stop, labels)
        return list(range(first, last + 1))[:: key.step], False
    if isinstance(key, list):
        if is_mask(key):
            return _masked(key, len(labels)), False
        absent = [label for label in key if label not in labels]
        if absent:
            raise KeyError(f'{absent} not in index')
        return [labels.get_loc(label) for label in key], False
    return [labels.get_loc(key)], True


def _last(label: Any, labels: Index) -> int:
    """Where a slice ends; a number beyond the labels 0, 1, … is their end."""
    if isinstance(label, int) and label not in labels and labels.is_range():
        return len(labels) - 1
    return labels.get_loc(label)


def plain_key(key: Any) -> Any:
    """A series, an index or an array as a list; numpy's numbers as Python's."""
    if isinstance(key, (slice, str, int, float, list)):
        return [plain(item) for item in key] if isinstance(key, list) else key
    if hasattr(key, 'tolist') and hasattr(key, '__len__') and getattr(key, 'ndim', 1):
        return key.tolist()
    if isinstance(key, (range, tuple)):
        return list(key)
    return plain(key)


def is_mask(key: Any) -> bool:
    """Whether a list says True or False of each row."""
    return isinstance(key, list) and bool(key) and all(isinstance(item, bool) for item in key)


def _masked(mask: list[bool], count: int) -> list[int]:
    if len(mask) != count:
        raise IndexError(f'Boolean index has wrong length: {len(mask)} instead of {count}')
    return [place for place, wanted in enumerate(mask) if wanted]
