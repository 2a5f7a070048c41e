"""What `DataFrame.info` prints."""

from collections import Counter
from typing import Any

from . import statistics
from .column import BOOL, OBJECT, Column

__all__ = ['information']

_RANGE_BYTES = 132
"""Bytes that pandas counts for the labels 0, 1, 2, …"""


def information(labels: list[Any], columns: dict[Any, Column]) -> str:
    """Names, counts, types and memory of the columns of a frame, as pandas writes them."""
    count = len(labels)
    is_range = labels == list(range(count))
    kind = 'RangeIndex' if is_range else 'Index'
    ends = f', {labels[0]} to {labels[-1]}' if count else ''
    lines = ["<class 'pandas.core.frame.DataFrame'>", f'{kind}: {count} entries{ends}']
    lines += _table(columns)
    types = Counter(str(column.dtype) for column in columns.values())
    lines.append('dtypes: ' + ', '.join(f'{name}({types[name]})' for name in sorted(types)))
    used = (_RANGE_BYTES if is_range else 8 * count) + sum(map(_bytes, columns.values()))
    open_ended = '+' if any(column.dtype == OBJECT for column in columns.values()) else ''
    lines.append(f'memory usage: {_size(used, open_ended)}')
    return '\n'.join(lines)


def _table(columns: dict[Any, Column]) -> list[str]:
    rows = [
        (f' {i}', str(name), f'{statistics.count(column)} non-null', str(column.dtype))
        for i, (name, column) in enumerate(columns.items())
    ]
    heads = (' # ', 'Column', 'Non-Null Count', 'Dtype')
    rules = tuple('-' * len(head) for head in heads)
    whole = [heads, rules, *rows]
    widths = [max(len(row[i]) for row in whole) for i in range(len(heads))]
    table = ['  '.join(f'{text:<{width}}' for text, width in zip(row, widths, strict=True)) for row in whole]
    return [f'Data columns (total {len(columns)} columns):', *table]


def _bytes(column: Column) -> int:
    return len(column) * (1 if column.dtype == BOOL else 8)


def _size(used: float, open_ended: str) -> str:
    units = ['bytes', 'KB', 'MB', 'GB']
    while used >= 1024:
        used /= 1024
        units.pop(0)
    return f'{used:.1f}{open_ended} {units[0]}'
