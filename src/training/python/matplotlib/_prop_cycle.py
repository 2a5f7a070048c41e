"""The properties that artists take in turn."""

from typing import Any

from . import rcParams
from .rcsetup import Cycler

__all__ = ['PropertyCycle']


class PropertyCycle:
    """Gives out the properties of a cycle, one after the other."""

    def __init__(self, cycle: Cycler | None = None) -> None:
        self._items: list[dict[str, Any]] = list(rcParams['axes.prop_cycle'] if cycle is None else cycle)
        self._next = 0

    def next_color(self) -> Any:
        """The colour whose turn it is."""
        if not self._items or 'color' not in self._items[0]:
            return 'k'
        color = self._items[self._next]['color']
        self._next = (self._next + 1) % len(self._items)
        return color

    def defaults(self, given: dict[str, Any]) -> dict[str, Any]:
        """Properties of the cycle that are not given; the turn goes on if any of them is used."""
        if not self._items:
            return {}
        item = self._items[self._next]
        if all(given.get(name) is not None for name in item):
            return {}
        self._next = (self._next + 1) % len(self._items)
        return {name: value for name, value in item.items() if given.get(name) is None}
