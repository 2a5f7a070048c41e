"""Numbers about arrays, and functions of several."""

import math
from typing import Any

import torch

from .array import as_tensor, ndarray, wrap
from .creation import array, asarray


def _doubled(a: Any) -> Any:
    source = as_tensor(a)
    return source if source.is_floating_point() else source.double()


def percentile(a: Any, q: Any, axis: int | None = None) -> Any:
    """The values below which so many hundredths of all lie, linear between two."""
    return quantile(a, [part / 100 for part in q] if hasattr(q, '__len__') else q / 100, axis)


def quantile(a: Any, q: Any, axis: int | None = None) -> Any:
    """The values below which a part of all lies, linear between two."""
    if hasattr(q, '__len__'):
        return array([quantile(a, float(part), axis).tolist() for part in q])
    source = _doubled(a)
    source, along = (source.reshape(-1), 0) if axis is None else (source, axis)
    ordered = source.sort(along)[0]
    exact = q * (source.shape[along] - 1)
    low = math.floor(exact)
    high = min(low + 1, source.shape[along] - 1)
    first, second = ordered.select(along, low), ordered.select(along, high)
    return wrap(first + (second - first) * (exact - low))


def median(a: Any, axis: int | None = None) -> Any:
    """The value in the middle, between two of them their mean."""
    return quantile(a, 0.5, axis)


def average(a: Any, axis: int | None = None, weights: Any = None) -> Any:
    """The mean, weighted where there are weights."""
    values = asarray(a)
    if weights is None:
        return values.mean(axis)
    counted = asarray(weights)
    return (values * counted).sum(axis) / counted.sum(axis if counted.ndim == values.ndim else None)


def histogram(a: Any, bins: Any = 10, range: Any = None) -> tuple[ndarray, ndarray]:
    """How many values fall into each of several intervals, and their bounds."""
    from bisect import bisect_right

    values = asarray(a).reshape(-1).tolist()
    bounds = _bounds(values, bins, range)
    counts = [0] * (len(bounds) - 1)
    for value in values:
        if bounds[0] <= value <= bounds[-1]:
            counts[min(bisect_right(bounds, value) - 1, len(counts) - 1)] += 1
    return array(counts), array(bounds)


def _bounds(values: list[float], bins: Any, limits: Any) -> list[float]:
    if not isinstance(bins, int):
        return [float(bound) for bound in bins]
    low, high = limits if limits is not None else (min(values, default=0.0), max(values, default=1.0))
    if low == high:
        low, high = low - 0.5, high + 0.5
    return [low + (high - low) * i / bins for i in range(bins + 1)]


def bincount(x: Any, minlength: int = 0) -> ndarray:
    """How often each of 0, 1, 2, … appears."""
    values = asarray(x).tolist()
    counts = [0] * max(minlength, max(values, default=-1) + 1)
    for value in values:
        counts[value] += 1
    return array(counts)


def count_nonzero(a: Any) -> int:
    """How many elements differ from 0."""
    return int((as_tensor(a) != 0).sum().item())


def diff(a: Any, n: int = 1, axis: int = -1) -> ndarray:
    """Differences of neighbours."""
    source = as_tensor(a)
    for _ in [None] * n:
        size = source.shape[axis]
        source = source.narrow(axis, 1, size - 1) - source.narrow(axis, 0, size - 1)
    return ndarray._of(source)


def cumprod(a: Any, axis: int | None = None) -> ndarray:
    """Products of all elements so far."""
    source = as_tensor(a)
    return ndarray._of(source.reshape(-1).cumprod(0) if axis is None else source.cumprod(axis))


def trace(a: Any) -> Any:
    """The sum of the diagonal."""
    return wrap(as_tensor(a).diagonal().sum())


def einsum(subscripts: str, *operands: Any) -> Any:
    """Sums of products by Einstein's convention."""
    return wrap(torch.einsum(subscripts, *(as_tensor(each) for each in operands)))


def inner(a: Any, b: Any) -> Any:
    """The sum of products over the last dimensions."""
    left, right = asarray(a), asarray(b)
    return left @ (right.T if right.ndim > 1 else right)


def interp(x: Any, xp: Any, fp: Any) -> Any:
    """Values between known points, linear; beyond them the nearest one."""
    from bisect import bisect_right

    known, heights = asarray(xp).tolist(), asarray(fp).tolist()

    def at(value: float) -> float:
        if value <= known[0] or value >= known[-1]:
            return heights[0] if value <= known[0] else heights[-1]
        place = bisect_right(known, value) - 1
        part = (value - known[place]) / (known[place + 1] - known[place])
        return heights[place] + part * (heights[place + 1] - heights[place])

    values = asarray(x)
    return at(float(x)) if not values.ndim else array([at(value) for value in values.reshape(-1).tolist()])


def polyval(p: Any, x: Any) -> Any:
    """A polynomial's value; the coefficient of the highest power comes first."""
    total: Any = 0
    for coefficient in asarray(p).tolist():
        total = total * x + coefficient
    return total


def polyfit(x: Any, y: Any, deg: int) -> ndarray:
    """The polynomial of least squares; the coefficient of the highest power comes first."""
    powers = vander(x, deg + 1)._t.double()
    return ndarray._of(torch.linalg.lstsq(powers, _doubled(y).reshape(-1, 1).double()).solution.reshape(-1))


def vander(x: Any, N: int | None = None, increasing: bool = False) -> ndarray:
    """Powers of the elements, one column for each; falling unless told otherwise."""
    source = as_tensor(x)
    count = source.shape[0] if N is None else N
    powers = [source**power for power in torch.arange(count).tolist()]
    return ndarray._of(torch.stack(powers if increasing else powers[::-1], 1))


def isclose(a: Any, b: Any, rtol: float = 1e-05, atol: float = 1e-08) -> Any:
    """Whether elements are equal within tolerances."""
    left, right = _doubled(a), _doubled(b)
    return wrap((left - right).abs() <= atol + rtol * right.abs())


def _logical(name: str) -> Any:
    def apply(x1: Any, x2: Any) -> Any:
        return wrap(getattr(torch, name)(as_tensor(x1).bool(), as_tensor(x2).bool()))

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = f'{name} of two arrays, element by element.'
    return apply


logical_and, logical_or, logical_xor = map(_logical, ('logical_and', 'logical_or', 'logical_xor'))


def logical_not(x: Any) -> Any:
    """Whether elements are 0."""
    return wrap(~as_tensor(x).bool())


def sinc(x: Any) -> Any:
    """sin(pi x) / (pi x)."""
    source = _doubled(x) * math.pi
    return wrap(torch.where(source == 0, torch.ones_like(source), source.sin() / source))


def floor_divide(x1: Any, x2: Any) -> Any:
    """Quotients rounded down."""
    return asarray(x1) // x2


def mod(x1: Any, x2: Any) -> Any:
    """Remainders with the sign of the divisor."""
    return asarray(x1) % x2


remainder = mod


def arctan2(x1: Any, x2: Any) -> Any:
    """The angle of the point (x2, x1)."""
    return wrap(torch.atan2(_doubled(x1), _doubled(x2)))


def nan_to_num(x: Any, nan: float = 0.0) -> Any:
    """With a number in the place of NaN."""
    source = as_tensor(x)
    return wrap(torch.where(source.isnan(), torch.full_like(source, nan), source))
