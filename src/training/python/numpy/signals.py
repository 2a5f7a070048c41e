"""Functions of sequences: convolution, slopes, areas, places in an order, covariance."""

from typing import Any

import torch

from .array import as_tensor, ndarray, wrap
from .creation import array, asarray


def _real(a: Any) -> Any:
    source = as_tensor(a)
    return source if source.is_floating_point() else source.double()


def convolve(a: Any, v: Any, mode: str = 'full') -> ndarray:
    """The discrete convolution of two vectors: `full`, `same` (as the longer one) or `valid`."""
    left, right = as_tensor(a), as_tensor(v)
    if not left.numel() or not right.numel():
        raise ValueError(f'{"a" if not left.numel() else "v"} cannot be empty')
    if left.numel() < right.numel():
        left, right = right, left
    long, short = left.numel(), right.numel()
    kind = torch.promote_types(left.dtype, right.dtype)
    whole = torch.zeros(long + short - 1, dtype=kind)
    for place, weight in enumerate(right.tolist()):
        whole[place : place + long] += left.to(kind) * weight
    if mode == 'full':
        return ndarray._of(whole)
    if mode not in ('same', 'valid'):
        raise ValueError(f"mode must be one of 'valid', 'same', or 'full' (got '{mode}')")
    start, size = ((short - 1) // 2, long) if mode == 'same' else (short - 1, long - short + 1)
    return ndarray._of(whole[start : start + size])


def correlate(a: Any, v: Any, mode: str = 'valid') -> ndarray:
    """The cross-correlation of two vectors."""
    first, second = as_tensor(a), as_tensor(v)
    if first.numel() < second.numel():
        return ndarray._of(convolve(second.flip(0), first, mode)._t.flip(0))
    return convolve(first, second.flip(0), mode)


def gradient(f: Any, *varargs: Any, axis: int | None = None) -> Any:
    """Slopes by central differences, at the ends by one-sided ones.

    Args:
        f: values.
        varargs: their distance, one for each dimension, or the places themselves.
        axis: the dimension; all of them by default, then a list of arrays.
    """
    source = _real(f)
    axes = range(source.dim()) if axis is None else (axis,)
    steps = varargs * len(axes) if len(varargs) == 1 else varargs or (1.0,) * len(axes)
    found = [_slopes(source, step, each) for each, step in zip(axes, steps, strict=True)]
    return found[0] if len(found) == 1 else found


def _slopes(source: Any, step: Any, axis: int) -> ndarray:
    rows = source.movedim(axis, -1)
    places = as_tensor(step).double()
    if not places.dim():
        places = torch.arange(rows.shape[-1], dtype=torch.float64) * places
    gaps, steps = places.diff(), rows.diff()
    slopes = steps / gaps
    before, behind = gaps[:-1], gaps[1:]
    inner = (slopes[..., :-1] * behind + slopes[..., 1:] * before) / (before + behind)
    whole = torch.cat([slopes[..., :1], inner, slopes[..., -1:]], -1)
    return ndarray._of(whole.to(source.dtype).movedim(-1, axis))


def trapz(y: Any, x: Any = None, dx: float = 1.0, axis: int = -1) -> Any:
    """The area below points that lines connect."""
    rows = _real(y).movedim(axis, -1)
    gaps = dx if x is None else _real(x).diff()
    return wrap(((rows[..., 1:] + rows[..., :-1]) / 2 * gaps).sum(-1))


def searchsorted(a: Any, v: Any, side: str = 'left') -> Any:
    """Where values would have to be put into an ascending vector."""
    return wrap(torch.searchsorted(as_tensor(a).double(), as_tensor(v).double(), right=side == 'right'))


def digitize(x: Any, bins: Any, right: bool = False) -> Any:
    """The number of the interval, between ascending bounds, that each value is in."""
    return searchsorted(bins, x, 'left' if right else 'right')


def ptp(a: Any, axis: int | None = None) -> Any:
    """The difference of the largest and the smallest element."""
    values = asarray(a)
    return values.max(axis) - values.min(axis)


def cov(m: Any, y: Any = None, rowvar: bool = True, bias: bool = False, ddof: int | None = None) -> Any:
    """The covariances of the rows, or of the columns when rowvar is False."""
    rows = _observations(m, rowvar)
    if y is not None:
        rows = torch.cat([rows, _observations(y, rowvar)])
    less = ddof if ddof is not None else 0 if bias else 1
    centred = rows - rows.mean(1, keepdim=True)
    found = centred @ centred.T / (rows.shape[1] - less)
    return wrap(found.squeeze()) if found.numel() == 1 else ndarray._of(found)


def _observations(m: Any, rowvar: bool) -> Any:
    source = as_tensor(m).double()
    if source.dim() < 2:
        return source.reshape(1, -1)
    return source if rowvar else source.T


def corrcoef(x: Any, y: Any = None, rowvar: bool = True) -> Any:
    """The correlations of the rows, or of the columns when rowvar is False."""
    found = as_tensor(cov(x, y, rowvar))
    if not found.dim():
        return wrap(found / found)
    spread = found.diagonal().sqrt()
    return ndarray._of((found / spread.unsqueeze(1) / spread).clamp(-1, 1))


def geomspace(start: float, stop: float, num: int = 50, endpoint: bool = True) -> ndarray:
    """`num` numbers at equal ratios from start to stop."""
    ratio = (stop / start) ** (1 / ((num - 1 if endpoint else num) or 1))
    made = [start * ratio**place for place in range(num)]
    if endpoint and num > 1:
        made[-1] = float(stop)
    return array([float(each) for each in made])
