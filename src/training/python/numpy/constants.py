"""Numbers and dtypes under further names, and the limits of dtypes."""

import math
from typing import Any

import torch

from .dtypes import SCALARS, bool_, float16, float32, float64, int64, torch_dtype

__all__ = [
    'NAN',
    'NINF',
    'PINF',
    'Inf',
    'Infinity',
    'NaN',
    'bool8',
    'double',
    'euler_gamma',
    'finfo',
    'float_',
    'half',
    'iinfo',
    'infty',
    'int_',
    'intp',
    'longlong',
    'single',
]

_OFFERED_LATE_BY = 'numpy'

NAN = NaN = math.nan
Inf = Infinity = infty = PINF = math.inf
NINF = -math.inf
euler_gamma = 0.5772156649015329

double = float_ = float64
single = float32
half = float16
int_ = intp = longlong = int64
bool8 = bool_


class finfo:
    """The limits of a floating dtype: `eps`, `max`, `min`, `tiny`."""

    def __init__(self, dtype: Any) -> None:
        kind = torch_dtype(dtype)
        limits = torch.finfo(kind)
        number = SCALARS[kind.code]
        self.bits = limits.bits
        self.eps, self.max, self.min, self.tiny = (
            number(each) for each in (limits.eps, limits.max, limits.min, limits.tiny)
        )


def iinfo(type: Any) -> Any:
    """The limits of an integer dtype: `max` and `min`."""
    return torch.iinfo(torch_dtype(type))
