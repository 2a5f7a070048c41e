"""Contour lines of values on a grid, by marching squares."""

from math import floor, isfinite, log10

Points = tuple[list[float], list[float]]


def levels_between(low: float, high: float, count: int = 7) -> list[float]:
    """About `count` round levels strictly between two values."""
    span = high - low
    if not isfinite(span) or span <= 0:
        return []
    rough = span / count
    power = 10.0 ** floor(log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough)
    first = floor(low / step) + 1
    return [step * k for k in range(first, first + 2 * count) if low < step * k < high]


def contour(xs: list[list[float]], ys: list[list[float]], zs: list[list[float]], level: float) -> Points:
    """The line on which the values have a level, in pieces that NaN separates."""
    line_x: list[float] = []
    line_y: list[float] = []
    gap = float('nan')
    below = [[z < level for z in row] for row in zs]
    for i in range(len(zs) - 1):
        upper, lower = below[i], below[i + 1]
        for j in range(len(zs[0]) - 1):
            if upper[j] == upper[j + 1] == lower[j] == lower[j + 1]:
                continue
            corners = [(i, j), (i, j + 1), (i + 1, j + 1), (i + 1, j)]
            crossings = []
            for (a, b), (c, d) in zip(corners, corners[1:] + corners[:1], strict=True):
                start, end = zs[a][b] - level, zs[c][d] - level
                if (start < 0) != (end < 0):
                    part = start / (start - end)
                    crossings.append(
                        (xs[a][b] + part * (xs[c][d] - xs[a][b]), ys[a][b] + part * (ys[c][d] - ys[a][b]))
                    )
            for first, second in zip(crossings[::2], crossings[1::2], strict=False):
                line_x += [first[0], second[0], gap]
                line_y += [first[1], second[1], gap]
    return line_x, line_y
