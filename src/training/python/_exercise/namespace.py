"""The names that cells share."""

import builtins
import sys
from types import ModuleType
from typing import Any

__all__ = ['Namespace']

_RECENT = ('_', '__', '___')
"""Names of the values displayed last, the newest first."""


class Namespace:
    """A fresh `__main__`, and what is known of the cells that ran in it.

    Attributes:
        variables: the names of the cells.
        flags: `__future__` features that earlier cells have switched on.
    """

    def __init__(self) -> None:
        main = ModuleType('__main__')
        self.variables: dict[str, Any] = main.__dict__
        self.variables['__builtins__'] = builtins
        sys.modules['__main__'] = main
        self.flags = 0
        self._sources: list[str] = ['']
        self._values: dict[int, Any] = {}

    def enter(self, execution: int, source: str) -> None:
        """A cell of a notebook is about to run: `In` gets its source."""
        self._sources += [''] * (execution + 1 - len(self._sources))
        self._sources[execution] = source
        if 'In' not in self.variables:
            self.variables.update(In=self._sources, Out=self._values, **dict.fromkeys(_RECENT, ''))

    def leave(self, execution: int, value: Any) -> None:
        """A cell of a notebook has displayed a value: `Out`, `_` and the like give it again."""
        if value is None:
            return
        variables = self.variables
        self._values[execution] = value
        variables[f'_{execution}'] = value
        for newer, older in (('__', '___'), ('_', '__')):
            variables[older] = variables.get(newer, '')
        variables['_'] = value
