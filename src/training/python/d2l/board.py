"""ProgressBoard: curves that grow while a model trains."""

import collections
from collections import OrderedDict
from typing import Any

import _engine

from .hyperparameters import HyperParameters

__all__ = ['Point', 'ProgressBoard']

_OFFERED_BY = 'd2l.torch'

Point = collections.namedtuple('Point', ['x', 'y'])
_make_point = tuple.__new__


class ProgressBoard(HyperParameters):
    """Draws points of labelled curves into the panel.

    Args:
        xlabel, ylabel, xlim, ylim, xscale, yscale, ls, colors, fig, axes, figsize: as in the book; the panel
            chooses its own axes and colours.
        display: has no effect on the panel, which shows the points of every fit.
    """

    def __init__(
        self,
        xlabel: str | None = None,
        ylabel: str | None = None,
        xlim: Any = None,
        ylim: Any = None,
        xscale: str = 'linear',
        yscale: str = 'linear',
        ls: Any = ('-', '--', '-.', ':'),
        colors: Any = ('C0', 'C1', 'C2', 'C3'),
        fig: Any = None,
        axes: Any = None,
        figsize: Any = (3.5, 2.5),
        display: bool = True,
    ) -> None:
        self.save_hyperparameters()

    def draw(self, x: Any, y: Any, label: str, every_n: int = 1) -> None:
        """Adds a point to a curve.

        Args:
            x: where; in a fit, in epochs.
            y: the value.
            label: of the curve.
            every_n: so many points are averaged into the one that is drawn.
        """
        if not hasattr(self, 'raw_points'):
            self.raw_points: OrderedDict[str, list[Any]] = OrderedDict()
            self.data: OrderedDict[str, list[Any]] = OrderedDict()
        if label not in self.raw_points:
            self.raw_points[label] = []
            self.data[label] = []
        points = self.raw_points[label]
        points.append(_make_point(Point, (x, y)))
        if len(points) != every_n:
            return
        count = len(points)
        point = Point(sum(p.x for p in points) / count, sum(p.y for p in points) / count)
        self.data[label].append(point)
        points.clear()
        if self.display and not self.xlabel:
            # The book's own class names the axis after an attribute that it never sets.
            self.xlabel = self.x
        _engine.point(label, float(point.x), float(point.y))
