"""The box around what is drawn in three dimensions: walls, grid, marks and their words."""

import math
from typing import Any

from ._projection import Projection

__all__ = ['Series', 'box_series']

_WALL, _GRID, _LINE = '#808080', '#b0b0b0', 'black'
_CORNERS = ((0, 0), (1, 0), (1, 1), (0, 1))

Series = dict[str, Any]


def box_series(
    projection: Projection, ticks: list[list[tuple[float, str]]], names: list[str], grid: bool
) -> list[Series]:
    """The protocol's `Series` of a box.

    Args:
        projection: how it is seen.
        ticks: of x, y and z, places with their words.
        names: of x, y and z.
        grid: whether the walls have lines.
    """
    walls = [_wall(projection, axis) for axis in range(3)]
    lines = [_grid(projection, axis, ticks) for axis in range(3)] if grid else []
    edges = [part for axis in range(3) for part in _edge(projection, axis, ticks[axis], names[axis])]
    return [*walls, *lines, *edges]


def _wall(projection: Projection, axis: int) -> Series:
    """The wall behind, across one axis."""
    behind = projection.limits[axis][projection.far_sides()[axis]]
    first, second = (other for other in range(3) if other != axis)
    corners = []
    for i, j in _CORNERS:
        point = [0.0, 0.0, 0.0]
        point[axis], point[first], point[second] = (
            behind,
            projection.limits[first][i],
            projection.limits[second][j],
        )
        corners.append(projection.seen(point))
    look = {
        'color': _WALL,
        'alpha': (0.08, 0.12, 0.1)[axis],
        'edgecolor': _GRID,
        'edgewidth': 0.5,
        'zorder': -3,
    }
    return _series('area', corners, look)


def _grid(projection: Projection, axis: int, ticks: list[list[tuple[float, str]]]) -> Series:
    """Lines on the wall across an axis, at the marks of the two others."""
    behind = projection.limits[axis][projection.far_sides()[axis]]
    others = [other for other in range(3) if other != axis]
    points: list[Any] = []
    for along, across in (others, others[::-1]):
        for place, _ in ticks[along]:
            for end in projection.limits[across]:
                point = [0.0, 0.0, 0.0]
                point[axis], point[along], point[across] = behind, place, end
                points.append(projection.seen(point))
            points.append((math.nan, math.nan, 0))
    return _series('line', points, {'color': _GRID, 'linewidth': 0.8, 'zorder': -2})


def _edge(projection: Projection, axis: int, ticks: list[tuple[float, str]], name: str) -> list[Series]:
    """The edge along an axis with its marks, their words and the axis's name."""
    place = _place_of_edge(projection, axis)
    ends = [projection.seen(_on_edge(place, axis, end)) for end in projection.limits[axis]]
    found = [_series('line', ends, {'color': _LINE, 'linewidth': 0.8, 'zorder': -1})]
    marks: list[Any] = []
    for at, words in ticks:
        inner, outer = (
            projection.seen(_outwards(projection, place, axis, at, part)) for part in (-0.01, 0.02)
        )
        marks += [inner, outer, (math.nan, math.nan, 0)]
        found.append(_words(projection.seen(_outwards(projection, place, axis, at, 0.1)), words, 0.0))
    found.append(_series('line', marks, {'color': _LINE, 'linewidth': 0.8, 'zorder': -1}))
    if name:
        middle = sum(projection.limits[axis]) / 2
        angle = math.degrees(math.atan2(ends[1][1] - ends[0][1], ends[1][0] - ends[0][0]))
        angle = angle - 180 if angle > 90 else angle + 180 if angle < -90 else angle
        turned = angle if len(name) > 4 else 0.0
        found.append(_words(projection.seen(_outwards(projection, place, axis, middle, 0.22)), name, turned))
    return found


def _place_of_edge(projection: Projection, axis: int) -> list[float]:
    """Of the edges along an axis the one that matplotlib marks: along one wall behind, at its near end."""
    far = projection.far_sides()
    behind = [limits[side] for limits, side in zip(projection.limits, far, strict=True)]
    near = [limits[not side] for limits, side in zip(projection.limits, far, strict=True)]
    moved = (1, 0, 0)[axis]
    return [near[i] if i == moved else behind[i] for i in range(3)]


def _on_edge(place: list[float], axis: int, at: float) -> list[float]:
    return [at if i == axis else place[i] for i in range(3)]


def _outwards(projection: Projection, place: list[float], axis: int, at: float, part: float) -> list[float]:
    """A point beside an edge, away from the middle of the box by a part of its sides."""
    point = _on_edge(place, axis, at)
    for other in range(3):
        if other == axis:
            continue
        low, high = projection.limits[other]
        point[other] += math.copysign(part * (high - low), point[other] - (low + high) / 2) / 1.3
    return point


def _words(seen: tuple[float, float, float], words: str, angle: float) -> Series:
    look = {'texts': [words], 'ha': 'center', 'va': 'center', 'zorder': 3}
    return _series('text', [seen], {**look, **({'rotation': angle} if angle else {})})


def _series(kind: str, points: list[Any], look: dict[str, Any]) -> Series:
    from matplotlib.values import reals

    x, y = reals([point[0] for point in points]), reals([point[1] for point in points])
    return {'kind': kind, 'label': '', 'x': x, 'y': y, 'frame': True, **look}
