"""Writes tables as values separated by commas."""

import csv
import io
from typing import Any

from .column import missing

__all__ = ['written']


def written(frame: Any, sep: str, index: bool, header: bool) -> str:
    """The text of a file for a table."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=sep, lineterminator='\n')
    if header:
        label = '' if frame.index.name is None else frame.index.name
        writer.writerow([*([label] if index else []), *frame.columns])
    for place, label in enumerate(frame.index):
        values = ['' if missing(value) else value for value in frame._row_values(place)]
        writer.writerow([*([label] if index else []), *values])
    return stream.getvalue()
