"""A small pandas: tables as the book reads, cleans and hands them to tensors. The rest it names."""

from typing import Any

from _known import missing

from .column import NAN as NA
from .column import missing as _missing
from .csv_reading import read_csv
from .frame import DataFrame
from .index import Index
from .joining import concat, get_dummies
from .merging import merge
from .reshaping import crosstab, melt, pivot, pivot_table
from .series import Series

__all__ = [
    'NA',
    'DataFrame',
    'Index',
    'Series',
    'concat',
    'crosstab',
    'get_dummies',
    'isna',
    'isnull',
    'melt',
    'merge',
    'notna',
    'notnull',
    'pivot',
    'pivot_table',
    'read_csv',
    'set_option',
    'to_numeric',
    'unique',
]

__version__ = '2.0.3+d2l.exercises'


def isna(obj: Any) -> Any:
    """Whether a value, or each of several, is missing."""
    return obj.isna() if hasattr(obj, 'isna') else _missing(obj)


def notna(obj: Any) -> Any:
    """Whether a value, or each of several, is there."""
    return obj.notna() if hasattr(obj, 'notna') else not _missing(obj)


isnull, notnull = isna, notna


def unique(values: Any) -> Any:
    """The different values, in order of appearance."""
    return Series(values).unique()


def to_numeric(arg: Any, errors: str = 'raise') -> Any:
    """A series of texts as numbers; with `errors='coerce'` what is none becomes missing."""

    def number(value: Any) -> Any:
        try:
            return float(value) if not isinstance(value, int) else value
        except ValueError:
            if errors != 'coerce':
                raise
            return NA

    return arg.apply(number)


def set_option(*_: Any) -> None:
    """Has no effect: tables are printed as pandas prints them by default."""


def __getattr__(name: str) -> Any:
    raise missing('pandas', name, 'pd')
