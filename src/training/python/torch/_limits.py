"""The limits of dtypes: torch.finfo and torch.iinfo."""

from ._dtypes import bfloat16, dtype, float16, float32, float64, get_default_dtype, parts_of

__all__ = ['finfo', 'iinfo']

# Bits of the fraction, the least exponent of a normal number, and what counts as its precision.
_PRECISION = {
    float16.code: (10, -14, 1e-3),
    bfloat16.code: (7, -126, 1e-2),
    float32.code: (23, -126, 1e-6),
    float64.code: (52, -1022, 1e-15),
}


class finfo:
    """Limits of a floating-point dtype.

    Raises:
        TypeError: for a dtype of integers or bools.
    """

    __module__ = 'torch'

    def __init__(self, type: dtype | None = None) -> None:
        chosen = parts_of(type or get_default_dtype())
        if not chosen.is_floating_point:
            raise TypeError(
                "torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'"
            )
        mantissa, low, self.resolution = _PRECISION[chosen.code]
        self.bits = chosen.itemsize * 8
        self.dtype = chosen._name
        self.eps = 2.0**-mantissa
        self.max = (2.0 - self.eps) * 2.0 ** (1 - low)
        self.min = -self.max
        self.tiny = self.smallest_normal = 2.0**low

    def __repr__(self) -> str:
        names = ('resolution', 'min', 'max', 'eps', 'smallest_normal', 'tiny')
        values = ', '.join(f'{name}={getattr(self, name):g}' for name in names)
        return f'finfo({values}, dtype={self.dtype})'


class iinfo:
    """Limits of an integer dtype.

    Raises:
        TypeError: for a dtype of floating-point numbers.
    """

    __module__ = 'torch'

    def __init__(self, type: dtype) -> None:
        if type.is_floating_point or type.is_complex:
            raise TypeError(
                "torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'"
            )
        self.bits = type.itemsize * 8
        self.dtype = type._name
        self.min = -(1 << (self.bits - 1)) if type.is_signed else 0
        self.max = (1 << (self.bits - int(type.is_signed))) - 1

    def __repr__(self) -> str:
        return f'iinfo(min={self.min:g}, max={self.max:g}, dtype={self.dtype})'
