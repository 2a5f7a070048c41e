"""Boxes that summarise groups of values."""

import math
from typing import TYPE_CHECKING, Any

from .artist import Artist
from .drawing import joined
from .values import numbers, shape


class BoxDrawing:
    """The methods of axes that draw boxes."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def boxplot(self, x: Any, **_: Any) -> list[Artist]:
        """Draws the quartiles of each group as a box, lines to the last values near it, and the others."""
        groups = [x] if len(shape(x)) == 1 else list(x)
        made: list[Artist] = []
        for place, group in enumerate(groups, start=1):
            box = _Box(sorted(numbers(group)))
            made.append(self.add(Artist('line', *box.outline(place), '', {'color': 'black'})))
            if box.outliers:
                far = [float(place)] * len(box.outliers)
                made.append(
                    self.add(Artist('scatter', far, box.outliers, '', {'color': 'black', 'format': 'o'}))
                )
        return made


class _Box:
    """Quartiles of sorted values, and the values further than one and a half boxes from them."""

    def __init__(self, values: list[float]) -> None:
        if not values:
            raise ValueError('boxplot needs at least one value in each group')
        self._values = values
        self._quartiles = [self._quantile(part) for part in (0.25, 0.5, 0.75)]
        reach = 1.5 * (self._quartiles[2] - self._quartiles[0])
        low, high = self._quartiles[0] - reach, self._quartiles[2] + reach
        near = [value for value in values if low <= value <= high]
        self._ends = near[0], near[-1]
        self.outliers = [value for value in values if not low <= value <= high]

    def _quantile(self, part: float) -> float:
        exact = part * (len(self._values) - 1)
        low = math.floor(exact)
        high = min(low + 1, len(self._values) - 1)
        return self._values[low] + (self._values[high] - self._values[low]) * (exact - low)

    def outline(self, place: int) -> tuple[list[float], list[float]]:
        """Box, median and lines to the ends."""
        low, middle, high = self._quartiles
        left, right, at = place - 0.25, place + 0.25, float(place)
        return joined(
            [
                ([left, right, right, left, left], [low, low, high, high, low]),
                ([left, right], [middle, middle]),
                ([at, at], [self._ends[0], low]),
                ([at, at], [high, self._ends[1]]),
            ]
        )
