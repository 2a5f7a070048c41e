"""Arrows, and boxes with styles."""

import math
from typing import Any

from .colors import color_of
from .patches import Outline, Patch, Rectangle
from .values import as_list

__all__ = [
    'Arrow',
    'ArrowStyle',
    'BoxStyle',
    'ConnectionPatch',
    'FancyArrow',
    'FancyArrowPatch',
    'FancyBboxPatch',
]

_OFFERED_LATE_BY = 'matplotlib.patches'

LINE_ARROWS = ('-', '->', '<-', '<->', '-|>', '<|-', '<|-|>')
"""Styles of arrows that are drawn as they are."""


class FancyArrow(Patch):
    """An arrow from a point, with a shaft and a head of given widths."""

    def __init__(
        self,
        x: float,
        y: float,
        dx: float,
        dy: float,
        *,
        width: float = 0.001,
        length_includes_head: bool = False,
        head_width: float | None = None,
        head_length: float | None = None,
        shape: str = 'full',
        overhang: float = 0,
        head_starts_at_zero: bool = False,
        **kwargs: Any,
    ) -> None:
        self._x, self._y, self._dx, self._dy = (float(v) for v in (x, y, dx, dy))
        self._width = width
        self._head_width = 3 * width if head_width is None else head_width
        self._head_length = 1.5 * self._head_width if head_length is None else head_length
        self._includes_head = length_includes_head
        super().__init__(**kwargs)

    def __str__(self) -> str:
        return 'FancyArrow()'

    def outline(self) -> Outline:
        distance = math.hypot(self._dx, self._dy)
        if not distance:
            return [self._x], [self._y]
        length = distance if self._includes_head else distance + self._head_length
        shaft, half, head = length - self._head_length, self._width / 2, self._head_width / 2
        corners = [
            (0, half),
            (shaft, half),
            (shaft, head),
            (length, 0),
            (shaft, -head),
            (shaft, -half),
            (0, -half),
            (0, half),
        ]
        cos, sin = self._dx / distance, self._dy / distance
        return (
            [self._x + a * cos - b * sin for a, b in corners],
            [self._y + a * sin + b * cos for a, b in corners],
        )

    def look(self) -> dict[str, Any]:
        return {**super().look(), 'edgecolor': 'face', 'edgewidth': self._linewidth}


class Arrow(FancyArrow):
    """An arrow from a point."""

    def __init__(
        self, x: float, y: float, dx: float, dy: float, *, width: float = 1.0, **kwargs: Any
    ) -> None:
        super().__init__(x, y, dx, dy, width=0.1 * width, length_includes_head=True, **kwargs)


class FancyArrowPatch(Patch):
    """An arrow from one point to another."""

    def __init__(self, posA: Any = None, posB: Any = None, *, arrowstyle: Any = '-', **kwargs: Any) -> None:
        self._ends = [tuple(float(v) for v in as_list(end)) for end in (posA, posB)]
        known = (
            'path',
            'connectionstyle',
            'patchA',
            'patchB',
            'shrinkA',
            'shrinkB',
            'mutation_scale',
            'mutation_aspect',
        )
        self._style = arrowstyle
        super().__init__(**{name: value for name, value in kwargs.items() if name not in known})

    def outline(self) -> Outline:
        return [end[0] for end in self._ends], [end[1] for end in self._ends]

    def as_series(self) -> list[dict[str, Any]]:
        (x, y), (x2, y2) = self._ends
        shown = self._edge if self._edge is not None else self._face
        style = str(self._style).split(',')[0]
        fields = {
            'color': color_of('black' if shown is None else shown).name,
            'linewidth': self._linewidth,
            'arrowstyle': style if style in LINE_ARROWS else '->',
        }
        return [self.series('arrow', [x], [y], {**fields, 'x2': [x2], 'y2': [y2]})]


class ConnectionPatch(FancyArrowPatch):
    """An arrow from a point of one axes to a point of another; drawn when they are the same."""

    def __init__(self, xyA: Any, xyB: Any, coordsA: Any = 'data', coordsB: Any = None, **kwargs: Any) -> None:
        axes = ('axesA', 'axesB')
        super().__init__(xyA, xyB, **{name: value for name, value in kwargs.items() if name not in axes})


class FancyBboxPatch(Rectangle):
    """A box with padding."""

    def __init__(self, xy: Any, width: float, height: float, boxstyle: Any = 'round', **kwargs: Any) -> None:
        self.boxstyle = boxstyle
        own = ('mutation_scale', 'mutation_aspect', 'bbox_transmuter')
        super().__init__(
            xy, width, height, **{name: value for name, value in kwargs.items() if name not in own}
        )


class ArrowStyle(str):
    """The name of a style of arrows."""


class BoxStyle(str):
    """The name of a style of boxes."""
