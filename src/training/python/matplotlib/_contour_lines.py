"""Lines on which values on a grid are equal."""

import math

__all__ = ['Point', 'lines_at']

Point = tuple[float, float]


def lines_at(x: list[float], y: list[float], values: list[float], level: float) -> list[list[list[float]]]:
    """The lines of a level as rows of points: pieces within cells, joined where they meet.

    Args:
        x, y: of the columns and rows.
        values: row by row.
        level: the value.
    """
    pieces = [
        piece
        for row in range(len(y) - 1)
        for column in range(len(x) - 1)
        for piece in _in_cell(x, y, values, (row, column), level)
    ]
    return [[list(point) for point in line] for line in _joined(pieces)]


def _in_cell(
    x: list[float], y: list[float], values: list[float], cell: tuple[int, int], level: float
) -> list[tuple[Point, Point]]:
    row, column = cell
    width = len(x)
    corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)]
    heights = [values[r * width + c] for r, c in corners]
    if not all(map(math.isfinite, heights)):
        return []
    places = [(x[c], y[r]) for r, c in corners]
    met: list[Point] = []
    for i in range(4):
        j = (i + 1) % 4
        first, second = heights[i], heights[j]
        if (first > level) != (second > level):
            part = (level - first) / (second - first)
            (x1, y1), (x2, y2) = places[i], places[j]
            met.append((x1 + part * (x2 - x1), y1 + part * (y2 - y1)))
    if len(met) == 4:
        middle = sum(heights) / 4 > level
        pairs = ((0, 1), (2, 3)) if middle == (heights[1] <= level) else ((3, 0), (1, 2))
        return [(met[a], met[b]) for a, b in pairs]
    return [(met[0], met[1])] if len(met) == 2 else []


def _joined(pieces: list[tuple[Point, Point]]) -> list[list[Point]]:
    ends: dict[Point, list[int]] = {}
    for place, piece in enumerate(pieces):
        for point in piece:
            ends.setdefault(point, []).append(place)
    left = set(range(len(pieces)))
    starts = [place for place, piece in enumerate(pieces) if any(len(ends[point]) == 1 for point in piece)]
    found: list[list[Point]] = []
    for place in [*starts, *range(len(pieces))]:
        if place in left:
            left.discard(place)
            found.append(_followed(pieces, ends, left, pieces[place]))
    return found


def _followed(
    pieces: list[tuple[Point, Point]],
    ends: dict[Point, list[int]],
    left: set[int],
    first: tuple[Point, Point],
) -> list[Point]:
    line = list(first if len(ends[first[0]]) == 1 or len(ends[first[1]]) != 1 else first[::-1])
    while True:
        following = next((place for place in ends[line[-1]] if place in left), None)
        if following is None:
            return line
        left.discard(following)
        a, b = pieces[following]
        line.append(b if a == line[-1] else a)
