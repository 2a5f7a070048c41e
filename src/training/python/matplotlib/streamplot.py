"""The lines along which a field of vectors flows."""

import math
from typing import Any

from .collections import LineCollection
from .values import as_list, numbers, shape

__all__ = ['StreamplotSet', 'streamplot']

_STEP = 0.02
_LONGEST = 400


class StreamplotSet:
    """The lines, and the arrows on them.

    Args:
        lines: all of them.
        arrows: their heads.
    """

    def __init__(self, lines: Any, arrows: Any) -> None:
        self.lines, self.arrows = lines, arrows


class _Field:
    """Vectors on a grid, interpolated between its places; coordinates are those of the grid from 0 to 1."""

    def __init__(self, x: list[float], y: list[float], u: list[list[float]], v: list[list[float]]) -> None:
        self.x, self.y, self.u, self.v = x, y, u, v
        self.spans = (x[-1] - x[0], y[-1] - y[0])

    def at(self, px: float, py: float) -> tuple[float, float] | None:
        """The direction at a place, of length one; None beyond the grid, or where nothing flows."""
        if not (0 <= px <= 1 and 0 <= py <= 1):
            return None
        flow = [
            self._between(values, px, py) / span
            for values, span in zip((self.u, self.v), self.spans, strict=True)
        ]
        length = math.hypot(*flow)
        return (flow[0] / length, flow[1] / length) if length and math.isfinite(length) else None

    def _between(self, values: list[list[float]], px: float, py: float) -> float:
        across, up = px * (len(self.x) - 1), py * (len(self.y) - 1)
        j, i = min(int(across), len(self.x) - 2), min(int(up), len(self.y) - 2)
        a, b = across - j, up - i
        low = values[i][j] * (1 - a) + values[i][j + 1] * a
        high = values[i + 1][j] * (1 - a) + values[i + 1][j + 1] * a
        return low * (1 - b) + high * b

    def point(self, px: float, py: float) -> list[float]:
        """A place in the coordinates of the data."""
        return [self.x[0] + px * self.spans[0], self.y[0] + py * self.spans[1]]


class _Mask:
    """Which cells a line has passed: no other one comes near it."""

    def __init__(self, density: Any) -> None:
        given = numbers(density)
        self.columns, self.rows = (max(2, round(30 * d)) for d in (given * 2)[:2])
        self.taken: set[tuple[int, int]] = set()

    def cell(self, px: float, py: float) -> tuple[int, int]:
        """The cell of a place."""
        return min(int(px * self.columns), self.columns - 1), min(int(py * self.rows), self.rows - 1)

    def starts(self) -> list[tuple[int, int]]:
        """All cells, from the edge inwards."""
        cells = [(i, j) for i in range(self.columns) for j in range(self.rows)]
        return sorted(cells, key=lambda c: min(c[0], c[1], self.columns - 1 - c[0], self.rows - 1 - c[1]))


def streamplot(
    axes: Any, x: Any, y: Any, u: Any, v: Any, density: Any, options: dict[str, Any]
) -> StreamplotSet:
    """Draws the lines of a field over the grid `x` by `y`.

    Raises:
        ValueError: unless `u` and `v` have the shape of the grid.
    """
    xs = numbers(as_list(x)[0]) if len(shape(x)) == 2 else numbers(x)
    ys = [numbers(row)[0] for row in as_list(y)] if len(shape(y)) == 2 else numbers(y)
    us, vs = ([numbers(row) for row in as_list(values)] for values in (u, v))
    for values in (u, v):
        if shape(values) != (len(ys), len(xs)):
            raise ValueError("'u' and 'v' must match the shape of the (x, y) grid")
    field, mask = _Field(xs, ys, us, vs), _Mask(density)
    paths = []
    for i, j in mask.starts():
        if (i, j) not in mask.taken:
            path = _path_from(field, mask, ((i + 0.5) / mask.columns, (j + 0.5) / mask.rows))
            if path is not None:
                paths.append([field.point(*place) for place in path])
    color = options.get('color')
    shown = axes.line_cycle.next_color() if color is None or not isinstance(color, (str, tuple)) else color
    lines = axes.add(
        LineCollection(
            paths,
            colors=shown,
            linewidths=options.get('linewidth')
            if isinstance(options.get('linewidth'), (int, float))
            else None,
        )
    )
    arrows = [axes.add(_head(path, shown)) for path in paths]
    return StreamplotSet(lines, arrows)


def _head(path: list[list[float]], color: Any) -> Any:
    from ._fancy_patches import FancyArrowPatch

    middle = len(path) // 2
    return FancyArrowPatch(path[middle - 1], path[middle], color=color)


def _path_from(field: _Field, mask: _Mask, start: tuple[float, float]) -> list[tuple[float, float]] | None:
    passed: set[tuple[int, int]] = set()
    back = _followed(field, mask, start, -1, passed)
    forth = _followed(field, mask, start, 1, passed)
    path = [*back[::-1], *forth[1:]]
    if (len(path) - 1) * _STEP < 0.1:
        return None
    mask.taken |= passed
    return path


def _followed(
    field: _Field, mask: _Mask, start: tuple[float, float], sign: int, passed: set[tuple[int, int]]
) -> list[tuple[float, float]]:
    path = [start]
    cell = mask.cell(*start)
    passed.add(cell)
    for _ in range(_LONGEST):
        px, py = path[-1]
        first = field.at(px, py)
        second = (
            None
            if first is None
            else field.at(px + sign * first[0] * _STEP / 2, py + sign * first[1] * _STEP / 2)
        )
        if second is None:
            break
        place = (px + sign * second[0] * _STEP, py + sign * second[1] * _STEP)
        if not (0 <= place[0] <= 1 and 0 <= place[1] <= 1):
            break
        reached = mask.cell(*place)
        if reached != cell and (reached in mask.taken or reached in passed):
            break
        passed.add(reached)
        cell = reached
        path.append(place)
    return path
