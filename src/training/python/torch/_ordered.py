"""The OrderedDict of state dicts and hooks, printed as it was before Python 3.12."""

from collections import OrderedDict
from typing import Any

__all__ = ['Ordered']


class Ordered(OrderedDict[Any, Any]):
    """An OrderedDict that is printed as a list of pairs, as the book shows it: Python 3.12 prints a dict."""

    def __repr__(self) -> str:
        return f'OrderedDict({list(self.items())!r})' if self else 'OrderedDict()'

    def __reduce__(self) -> Any:
        return OrderedDict, (), vars(self) or None, None, iter(self.items())


Ordered.__module__, Ordered.__name__, Ordered.__qualname__ = 'collections', 'OrderedDict', 'OrderedDict'
