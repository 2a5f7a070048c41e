"""Where axes are marked, and with which words."""

import importlib
from typing import Any

from ._collected_ticker import LATE
from ._formatters import (
    FixedFormatter,
    Formatter,
    FuncFormatter,
    NullFormatter,
    ScalarFormatter,
)
from ._helpers import TickHelper
from ._locators import (
    AutoLocator,
    FixedLocator,
    Locator,
    MaxNLocator,
    MultipleLocator,
    NullLocator,
)
from ._log_ticks import (
    LogFormatter,
    LogFormatterExponent,
    LogFormatterMathtext,
    LogFormatterSciNotation,
    LogLocator,
    SymmetricalLogLocator,
)

__all__ = [
    'AutoLocator',
    'FixedFormatter',
    'FixedLocator',
    'Formatter',
    'FuncFormatter',
    'Locator',
    'LogFormatter',
    'LogFormatterExponent',
    'LogFormatterMathtext',
    'LogFormatterSciNotation',
    'LogLocator',
    'MaxNLocator',
    'MultipleLocator',
    'NullFormatter',
    'NullLocator',
    'ScalarFormatter',
    'SymmetricalLogLocator',
    'TickHelper',
]


def __getattr__(name: str) -> Any:
    if name in LATE:
        return getattr(importlib.import_module(LATE[name]), name)
    from ._names import missing

    raise missing('matplotlib.ticker', name)
