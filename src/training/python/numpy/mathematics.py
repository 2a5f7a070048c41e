"""Mathematical functions: differences, convolution, interpolation, further ones of each element."""

import math
from bisect import bisect_right
from typing import Any

import torch

from .creation import array, asarray
from .elementwise import of_one, of_reals, of_two
from .multiarray import as_tensor, floating, ndarray, wrap

__all__ = [
    'arccosh',
    'arcsinh',
    'arctan2',
    'arctanh',
    'cbrt',
    'convolve',
    'copysign',
    'cumprod',
    'deg2rad',
    'degrees',
    'diff',
    'divmod',
    'exp2',
    'fabs',
    'fix',
    'float_power',
    'fmax',
    'fmin',
    'fmod',
    'gradient',
    'heaviside',
    'hypot',
    'interp',
    'logaddexp',
    'nan_to_num',
    'negative',
    'positive',
    'rad2deg',
    'radians',
    'real',
    'reciprocal',
    'rint',
    'signbit',
    'sinc',
    'trapz',
    'trunc',
]

_OFFERED_LATE_BY = 'numpy'


def diff(a: Any, n: int = 1, axis: int = -1, prepend: Any = None, append: Any = None) -> ndarray:
    """Differences of neighbours."""
    source = as_tensor(a)
    around = [None if each is None else as_tensor(each).to(source.dtype) for each in (prepend, append)]
    shape = [1 if place == axis % source.dim() else size for place, size in enumerate(source.shape)]
    before, behind = (
        None if each is None else each.expand(shape) if not each.dim() else each for each in around
    )
    source = torch.cat([each for each in (before, source, behind) if each is not None], axis)
    for _ in [None] * n:
        size = source.shape[axis]
        first, second = source.narrow(axis, 0, size - 1), source.narrow(axis, 1, size - 1)
        source = first != second if source.dtype is torch.bool else second - first
    return ndarray._of(source)


def cumprod(a: Any, axis: int | None = None) -> ndarray:
    """Products of all elements so far."""
    source = as_tensor(a)
    return ndarray._of(source.reshape(-1).cumprod(0) if axis is None else source.cumprod(axis))


def interp(x: Any, xp: Any, fp: Any) -> Any:
    """Values between known points, linear; beyond them the nearest one."""
    known, heights = asarray(xp).tolist(), asarray(fp).tolist()

    def at(value: float) -> float:
        if value <= known[0] or value >= known[-1]:
            return heights[0] if value <= known[0] else heights[-1]
        place = bisect_right(known, value) - 1
        part = (value - known[place]) / (known[place + 1] - known[place])
        return heights[place] + part * (heights[place + 1] - heights[place])

    values = asarray(x)
    return at(float(x)) if not values.ndim else array([at(value) for value in values.reshape(-1).tolist()])


def sinc(x: Any) -> Any:
    """sin(pi x) / (pi x)."""
    source = floating(x) * math.pi
    return wrap(torch.where(source == 0, torch.ones_like(source), source.sin() / source))


def nan_to_num(x: Any, copy: bool = True, nan: float = 0.0, posinf: Any = None, neginf: Any = None) -> Any:
    """With numbers in the place of NaN and of infinities."""
    source = as_tensor(x)
    return wrap(source.nan_to_num(nan, posinf, neginf) if source.is_floating_point() else source)


def convolve(a: Any, v: Any, mode: str = 'full') -> ndarray:
    """The discrete convolution of two vectors: `full`, `same` (as the longer one) or `valid`.

    Raises:
        ValueError: for an empty vector, or another `mode`.
    """
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


def gradient(f: Any, *varargs: Any, axis: int | None = None) -> Any:
    """Slopes by central differences, at the ends by one-sided ones.

    Args:
        f: values.
        varargs: their distance, one for each dimension, or the places themselves.
        axis: the dimension; all of them by default, then a list of arrays.
    """
    source = floating(f)
    axes = range(source.dim()) if axis is None else (axis,)
    steps = varargs * len(axes) if len(varargs) == 1 else varargs or (1.0,) * len(axes)
    found = [_slopes(source, step, each) for each, step in zip(axes, steps, strict=True)]
    return found[0] if len(found) == 1 else found


def _slopes(source: Any, step: Any, axis: int) -> ndarray:
    rows = source.movedim(axis, -1)
    places = as_tensor(step).double()
    if not places.dim():
        places = torch.arange(rows.shape[-1], dtype=torch.float64) * places
    spacing, steps = places.diff(), rows.diff()
    slopes = steps / spacing
    before, behind = spacing[:-1], spacing[1:]
    inner = (slopes[..., :-1] * behind + slopes[..., 1:] * before) / (before + behind)
    whole = torch.cat([slopes[..., :1], inner, slopes[..., -1:]], -1)
    return ndarray._of(whole.to(source.dtype).movedim(-1, axis))


def trapz(y: Any, x: Any = None, dx: float = 1.0, axis: int = -1) -> Any:
    """The area below points that lines connect."""
    rows = floating(y).movedim(axis, -1)
    spacing = dx if x is None else floating(x).diff()
    return wrap(((rows[..., 1:] + rows[..., :-1]) / 2 * spacing).sum(-1))


arcsinh = of_one('arcsinh', torch.asinh)
arccosh = of_one('arccosh', torch.acosh)
arctanh = of_one('arctanh', torch.atanh)
exp2 = of_one('exp2', torch.exp2)
cbrt = of_one('cbrt', lambda x: x.sign() * x.abs() ** (1 / 3))
deg2rad, radians = (of_one(name, lambda x: x * (math.pi / 180)) for name in ('deg2rad', 'radians'))
rad2deg, degrees = (of_one(name, lambda x: x * (180 / math.pi)) for name in ('rad2deg', 'degrees'))
rint = of_one('rint', torch.round)
fix = of_one('fix', torch.trunc)
trunc = of_one('trunc', torch.trunc)
fabs = of_one('fabs', torch.abs)
negative = of_one('negative', torch.neg, False)
positive = of_one('positive', torch.clone, False)
real = of_one('real', torch.clone, False)
reciprocal = of_one('reciprocal', torch.reciprocal)
signbit = of_one('signbit', torch.signbit, False)
fmax = of_two('fmax', torch.fmax)
fmin = of_two('fmin', torch.fmin)
fmod = of_two('fmod', torch.fmod)
arctan2 = of_reals('arctan2', torch.atan2)
hypot = of_reals('hypot', torch.hypot)
copysign = of_reals('copysign', torch.copysign)
logaddexp = of_reals('logaddexp', torch.logaddexp)
heaviside = of_reals('heaviside', torch.heaviside)
float_power = of_reals('float_power', lambda x, y: x.double() ** y.double())


def divmod(x1: Any, x2: Any) -> tuple[Any, Any]:
    """Quotient and remainder of a division that rounds down."""
    quotient = asarray(x1) // x2
    return quotient, asarray(x1) - quotient * x2
