"""Which values on a grid get a line."""

from math import floor, isfinite, log10


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
