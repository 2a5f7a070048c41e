"""Arrays in text files: a row to a line."""

import math
import os
from collections.abc import Callable, Iterable
from typing import Any

from .creation import array, asarray
from .dtypes import dtype as numpy_dtype
from .dtypes import float64

__all__ = ['genfromtxt', 'loadtxt', 'savetxt']

_OFFERED_LATE_BY = 'numpy'


def _lines(fname: Any) -> list[str]:
    """The lines of a file, an open file or a list of lines.

    Raises:
        FileNotFoundError: in numpy's words.
    """
    if isinstance(fname, (str, os.PathLike)):
        if not os.path.exists(fname):
            raise FileNotFoundError(f'{fname} not found.')
        with open(fname) as opened:
            return opened.read().splitlines()
    lines: Iterable[Any] = fname
    return [line.decode() if isinstance(line, bytes) else line for line in lines]


def _rows(
    lines: list[str], delimiter: str | None, skip: int, comments: Any, columns: Any, most: int | None
) -> list[list[str]]:
    rows: list[list[str]] = []
    for line in lines[skip:]:
        if most is not None and len(rows) >= most:
            break
        text = line.rstrip('\n').split(comments, 1)[0] if comments else line.rstrip('\n')
        if text.strip():
            rows.append([part.strip() for part in text.split(delimiter)])
    if columns is None:
        return rows
    chosen = [columns] if isinstance(columns, int) else list(columns)
    return [[row[place] for place in chosen] for row in rows]


def _formed(rows: list[list[Any]], kind: Any, unpack: bool, ndmin: int) -> Any:
    made = array(rows, kind) if rows else array([], kind)
    if made.ndim == 2 and 1 in made.shape and ndmin < 2:
        made = made.reshape(-1) if made.size > 1 or ndmin == 1 else made.reshape(())
    return made.T if unpack else made


def loadtxt(
    fname: Any,
    dtype: Any = float64,
    comments: Any = '#',
    delimiter: str | None = None,
    converters: Any = None,
    skiprows: int = 0,
    usecols: Any = None,
    unpack: bool = False,
    ndmin: int = 0,
    max_rows: int | None = None,
) -> Any:
    """The numbers of a text file, one row for each line.

    Raises:
        ValueError: for what is no number, and for lines of different lengths.
    """
    kind = numpy_dtype(dtype)
    rows = _rows(_lines(fname), delimiter, skiprows, comments, usecols, max_rows)
    make: Callable[[str], Any] = {'f': float, 'i': int, 'u': int, 'U': str, 'O': str}.get(kind.kind, float)
    made: list[list[Any]] = []
    for place, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise ValueError(
                f'the number of columns changed from {len(rows[0])} to {len(row)} at row {place + 1}; use '
                '`usecols` to select a subset and avoid this error'
            )
        made.append([_value(text, make, kind, place, column, converters) for column, text in enumerate(row)])
    return _formed(made, kind, unpack, ndmin)


def _value(text: str, make: Callable[[str], Any], kind: Any, row: int, column: int, converters: Any) -> Any:
    convert = converters.get(column) if isinstance(converters, dict) else converters
    if convert is not None:
        return convert(text)
    try:
        return make(text)
    except ValueError:
        raise ValueError(
            f'could not convert string {text!r} to {kind} at row {row}, column {column + 1}.'
        ) from None


def genfromtxt(
    fname: Any,
    dtype: Any = float64,
    comments: Any = '#',
    delimiter: str | None = None,
    skip_header: int = 0,
    skip_footer: int = 0,
    usecols: Any = None,
    filling_values: Any = math.nan,
    unpack: bool = False,
    max_rows: int | None = None,
) -> Any:
    """The numbers of a text file, one row for each line; what is no number becomes NaN."""
    kind = numpy_dtype(dtype) if dtype is not None else numpy_dtype(float64)
    lines = _lines(fname)
    rows = _rows(lines[: len(lines) - skip_footer], delimiter, skip_header, comments, usecols, max_rows)
    if kind.kind in 'UO':
        return _formed(rows, kind, unpack, 0)
    return _formed([[_number(text, filling_values) for text in row] for row in rows], kind, unpack, 0)


def _number(text: str, otherwise: Any) -> Any:
    try:
        return float(text)
    except ValueError:
        return otherwise


def savetxt(
    fname: Any,
    X: Any,
    fmt: Any = '%.18e',
    delimiter: str = ' ',
    newline: str = '\n',
    header: str = '',
    footer: str = '',
    comments: str = '# ',
) -> None:
    """Writes an array of one or two dimensions to a text file, a row to a line.

    Raises:
        ValueError: for an array of another number of dimensions.
    """
    values = asarray(X)
    if values.ndim not in (1, 2):
        raise ValueError(f'Expected 1D or 2D array, got {values.ndim}D array instead')
    rows = values.reshape(-1, 1).tolist() if values.ndim == 1 else values.tolist()
    lines = [_line(row, fmt, delimiter) for row in rows]
    before = [comments + header.replace('\n', '\n' + comments)] if header else []
    after = [comments + footer.replace('\n', '\n' + comments)] if footer else []
    _put(fname, ''.join(line + newline for line in (*before, *lines, *after)))


def _line(row: list[Any], fmt: Any, delimiter: str) -> str:
    if isinstance(fmt, str) and fmt.count('%') > 1:
        return fmt % tuple(row)
    formats = [fmt] * len(row) if isinstance(fmt, str) else fmt
    return delimiter.join(each % value for each, value in zip(formats, row, strict=True))


def _put(fname: Any, text: str) -> None:
    if not isinstance(fname, (str, os.PathLike)):
        try:
            fname.write(text)
        except TypeError:
            fname.write(text.encode('latin1'))
        return
    with open(fname, 'w') as opened:
        opened.write(text)
