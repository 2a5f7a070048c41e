"""Names along an axis: each takes the next whole number."""

from typing import Any

from ._formatters import Formatter
from ._locators import Locator
from .values import as_list

__all__ = ['StrCategoryFormatter', 'StrCategoryLocator', 'UnitData', 'is_named']


class UnitData:
    """Which names an axis knows, and where they stand."""

    def __init__(self) -> None:
        self.places: dict[str, int] = {}

    def update(self, names: list[str]) -> None:
        """Takes in further names."""
        for name in names:
            self.places.setdefault(name, len(self.places))


class StrCategoryLocator(Locator):
    """A tick at every name."""

    def __init__(self, units: UnitData) -> None:
        self._units = units

    def __call__(self) -> list[int]:
        return list(self._units.places.values())

    def tick_values(self, vmin: float, vmax: float) -> list[int]:
        return self()


class StrCategoryFormatter(Formatter):
    """The names at their places."""

    def __init__(self, units: UnitData) -> None:
        self._units = units

    def __call__(self, x: float, pos: int | None = None) -> str:
        return next((name for name, place in self._units.places.items() if place == round(x)), '')

    def format_ticks(self, values: Any) -> list[str]:
        return [self(value) for value in as_list(values)]


def is_named(values: Any) -> bool:
    """Whether values are names."""
    if isinstance(values, str):
        return True
    if hasattr(values, 'dtype') and not hasattr(values, 'str'):
        return False
    listed = as_list(values)
    return isinstance(listed, list) and bool(listed) and all(isinstance(one, str) for one in listed)
