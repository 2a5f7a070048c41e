"""Reads tables from files of values separated by commas."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from .column import BOOL, FLOAT, INT, NAN, Column, ColumnType
from .frame import DataFrame
from .index import Index, range_index
from .series import listed

__all__ = ['ABSENT', 'read_csv']

_ABSENT = '#N/A #NA -1.#IND -1.#QNAN -NaN -nan 1.#IND 1.#QNAN <NA> N/A NA NULL NaN None n/a nan null'
ABSENT = frozenset({*_ABSENT.split(), '', '#N/A N/A'})
"""Texts that stand for a missing value."""
_TRUTH = {'True': True, 'TRUE': True, 'true': True, 'False': False, 'FALSE': False, 'false': False}


def read_csv(
    filepath_or_buffer: Any,
    sep: str = ',',
    delimiter: str | None = None,
    header: Any = 'infer',
    names: Any = None,
    index_col: Any = None,
    usecols: Any = None,
    dtype: Any = None,
    skiprows: int = 0,
    nrows: int | None = None,
    na_values: Iterable[str] = (),
    keep_default_na: bool = True,
    encoding: str | None = None,
) -> DataFrame:
    """A table from a file.

    Args:
        filepath_or_buffer: its path, or an open file.
        sep: what separates values; `delimiter` is the same.
        header: the row with the names; None for none.
        names: the names, when the file has none.
        index_col: the place or name of the column that has the labels.
        usecols: places or names of the columns wanted.
        dtype: the type of all columns, or a dict by their names.
        skiprows: lines left out at the start.
        nrows: rows read.
        na_values: further texts that stand for a missing value.
        keep_default_na: whether `NA`, `NaN` and so on do.

    Raises:
        FileNotFoundError: when there is no such file; nothing is downloaded.
        ValueError: when the file is empty.
    """
    lines = _read(filepath_or_buffer, delimiter or sep)[skiprows:]
    if not lines:
        raise ValueError('No columns to parse from file')
    found, rows = _heading(lines, header, names)
    rows = rows if nrows is None else rows[:nrows]
    absent = {*na_values} | (ABSENT if keep_default_na else frozenset())
    columns = {
        name: _parsed([row[place] if place < len(row) else '' for row in rows], absent)
        for place, name in enumerate(found)
    }
    index = range_index(len(rows))
    if index_col is not None and index_col is not False:
        label = found[index_col] if isinstance(index_col, int) else index_col
        index = Index(columns.pop(label).values, label)
    if usecols is not None:
        wanted = {found[each] if isinstance(each, int) else each for each in usecols}
        columns = {name: column for name, column in columns.items() if name in wanted}
    frame = DataFrame._of(columns, index)
    return frame if dtype is None else frame.astype(dtype)


def _read(source: Any, sep: str) -> list[list[str]]:
    if hasattr(source, 'read'):
        text = source.read()
    elif '://' in str(source):
        raise FileNotFoundError(
            f'D2L Exercises downloads nothing: save {source} as a file of the workspace and read that'
        )
    else:
        with open(source, newline='') as file:
            text = file.read()
    if sep in (r'\s+', ' +'):
        return [line.split() for line in text.splitlines() if line.strip()]
    return [row for row in csv.reader(io.StringIO(text), delimiter=sep) if row]


def _heading(lines: list[list[str]], header: Any, names: Any) -> tuple[list[Any], list[list[str]]]:
    if header == 'infer':
        header = 0 if names is None else None
    rows = lines if header is None else lines[header + 1 :]
    if names is not None:
        return listed(names), rows
    if header is None:
        return list(range(max(map(len, lines)))), rows
    found: list[Any] = []
    for place, name in enumerate(lines[header]):
        name = name or f'Unnamed: {place}'
        repeated = sum(known == name or str(known).startswith(f'{name}.') for known in found)
        found.append(f'{name}.{repeated}' if name in found else name)
    return found, rows


def _parsed(texts: list[str], absent: set[str]) -> Column:
    """A column of the narrowest type that all texts can be read as."""
    present = [text for text in texts if text.strip() not in absent]
    lacks = len(present) < len(texts)
    kind = _kind(present)
    if kind is None:
        return Column([NAN if text.strip() in absent else text for text in texts])
    if kind == BOOL:
        return Column([NAN if text in absent else _TRUTH[text] for text in texts], None if lacks else BOOL)
    if kind == INT and not lacks:
        return Column([int(text) for text in texts], INT)
    return Column([NAN if text.strip() in absent else float(text) for text in texts], FLOAT)


def _kind(texts: list[str]) -> ColumnType | None:
    if not texts:
        return FLOAT
    if all(text in _TRUTH for text in texts):
        return BOOL
    for kind, read in ((INT, int), (FLOAT, float)):
        try:
            for text in texts:
                if '_' in text:
                    raise ValueError
                read(text)
        except ValueError:
            continue
        return kind
    return None
