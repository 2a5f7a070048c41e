"""Labels of rows and columns."""

from collections.abc import Iterable, Iterator
from typing import Any

from .column import Column, plain

__all__ = ['Index', 'range_index']


class Index:
    """Labels in order.

    Args:
        data: the labels.
        name: of the whole.
    """

    def __init__(self, data: Iterable[Any] = (), name: Any = None) -> None:
        self._labels = [plain(label) for label in data]
        self.name = name

    @property
    def values(self) -> Any:
        """The labels as an array."""
        from .arrays import array_of

        return array_of(Column(self._labels))

    @property
    def dtype(self) -> Any:
        """The type of the labels."""
        return Column(self._labels).dtype

    @property
    def size(self) -> int:
        """The number of labels."""
        return len(self)

    @property
    def shape(self) -> tuple[int]:
        """The number of labels."""
        return (len(self),)

    def tolist(self) -> list[Any]:
        """The labels."""
        return list(self._labels)

    to_list = tolist

    def to_numpy(self) -> Any:
        """The labels as an array."""
        return self.values

    def get_loc(self, key: Any) -> int:
        """Where a label is.

        Raises:
            KeyError: when there is no such label.
        """
        try:
            return self._labels.index(key)
        except ValueError:
            raise KeyError(key) from None

    def isin(self, values: Iterable[Any]) -> list[bool]:
        """Whether each label is among some values."""
        known = list(values)
        return [label in known for label in self._labels]

    def drop(self, labels: Any) -> 'Index':
        """Without some labels."""
        gone = [labels] if isinstance(labels, str) or not hasattr(labels, '__iter__') else list(labels)
        return Index([label for label in self._labels if label not in gone], self.name)

    difference = drop

    def __len__(self) -> int:
        return len(self._labels)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._labels)

    def __contains__(self, label: object) -> bool:
        return label in self._labels

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, slice):
            return Index(self._labels[key], self.name)
        if hasattr(key, '__index__'):
            return self._labels[key]
        chosen = [plain(item) for item in key]
        if chosen and all(isinstance(item, bool) for item in chosen):
            return Index(
                [label for label, wanted in zip(self._labels, chosen, strict=True) if wanted], self.name
            )
        return Index([self._labels[item] for item in chosen], self.name)

    def __eq__(self, other: object) -> Any:
        if isinstance(other, (str, int, float)):
            return [label == other for label in self._labels]
        return [mine == theirs for mine, theirs in zip(self._labels, other, strict=True)]  # type: ignore[call-overload]

    __hash__ = None  # type: ignore[assignment]

    def equals(self, other: 'Index') -> bool:
        """Whether the labels are the same, in the same order."""
        return self._labels == list(other)

    def is_range(self) -> bool:
        """Whether the labels are 0, 1, 2, …"""
        return self._labels == list(range(len(self._labels)))

    def __repr__(self) -> str:
        if self.is_range():
            return f'RangeIndex(start=0, stop={len(self)}, step=1)'
        named = '' if self.name is None else f', name={self.name!r}'
        return f"Index({self._labels!r}, dtype='{self.dtype}'{named})"


def range_index(count: int) -> Index:
    """The labels 0, 1, 2, …"""
    return Index(range(count))
