"""Outlines as rows of points."""

from typing import Any

from .values import as_list

__all__ = ['Path']


class Path:
    """A line through points.

    Args:
        vertices: a row for each.
        codes: what each of them is; curves are drawn as straight lines.
    """

    STOP, MOVETO, LINETO, CURVE3, CURVE4, CLOSEPOLY = 0, 1, 2, 3, 4, 79

    def __init__(self, vertices: Any, codes: Any = None, *_: Any, **__: Any) -> None:
        self._rows = [[float(v) for v in as_list(row)] for row in as_list(vertices)]
        self.codes = codes

    @property
    def vertices(self) -> Any:
        """A row for each point."""
        import numpy as np

        return np.array(self._rows, dtype=np.float64)

    def __len__(self) -> int:
        return len(self._rows)

    def contains_point(self, point: Any, transform: Any = None, radius: float = 0.0) -> bool:
        """Whether a point is inside."""
        px, py = float(point[0]), float(point[1])
        inside = False
        for (x1, y1), (x2, y2) in zip([self._rows[-1], *self._rows[:-1]], self._rows, strict=True):
            if (y1 > py) != (y2 > py) and px < (x2 - x1) * (py - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    def contains_points(self, points: Any, transform: Any = None, radius: float = 0.0) -> Any:
        """Whether each of several points is inside."""
        import numpy as np

        return np.array([self.contains_point(as_list(point)) for point in as_list(points)])
