"""Tables in files of comma-separated values."""

import csv
import io
from pathlib import Path
from typing import Any

from .frame import DataFrame
from .series import is_missing

_MISSING = {'', 'NA', 'N/A', 'NaN', 'nan', 'null', 'NULL', 'None', '#N/A', 'n/a', '<NA>'}
_BOOLEANS = {'True': True, 'False': False, 'TRUE': True, 'FALSE': False}


def read_csv(filepath_or_buffer: Any, sep: str = ',', header: Any = 0, names: Any = None) -> DataFrame:
    """Reads a table from a file or an open file.

    Args:
        filepath_or_buffer: a path, or an object with `read`.
        sep: what stands between values.
        header: 0: the first row names the columns; None: there are no names.
        names: names of the columns.

    Raises:
        FileNotFoundError: when there is no such file; nothing is downloaded.
    """
    if hasattr(filepath_or_buffer, 'read'):
        text = filepath_or_buffer.read()
    else:
        text = Path(filepath_or_buffer).read_text()
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=sep) if row]
    head = rows.pop(0) if header == 0 and names is None else None
    found = names or head or range(len(rows[0]) if rows else 0)
    return DataFrame({name: _column([row[i] for row in rows]) for i, name in enumerate(found)})


def _column(texts: list[str]) -> list[Any]:
    """Whole numbers, else numbers, else booleans, else text; missing values are None."""
    known = [text for text in texts if text not in _MISSING]
    for convert in (int, float, _BOOLEANS.__getitem__):
        try:
            made = [convert(text) for text in known]
        except (KeyError, ValueError):
            continue
        values = iter(made)
        return [None if text in _MISSING else next(values) for text in texts]
    return [None if text in _MISSING else text for text in texts]


def csv_text(frame: DataFrame, index: bool) -> str:
    """The table as comma-separated values with a row of names."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator='\n')
    writer.writerow(['', *frame] if index else list(frame))
    columns = [frame[name].tolist() for name in frame]
    for label, row in zip(frame.index, zip(*columns, strict=True), strict=True):
        values = ['' if is_missing(value) else value for value in row]
        writer.writerow([label, *values] if index else values)
    return buffer.getvalue()
