"""Names that are imported when they are first used: which module has them."""

import importlib
from typing import Any

_NAMES = {
    'numpy.rearranging': """
        append argwhere array_split broadcast_to column_stack empty_like flip fliplr flipud full_like identity
        nonzero repeat roll split swapaxes take tile tril triu unique
    """,
    'numpy.numbers_of': """
        arctan2 average bincount count_nonzero cumprod diff einsum floor_divide histogram inner interp isclose
        logical_and logical_not logical_or logical_xor median mod nan_to_num percentile polyfit polyval
        quantile remainder sinc trace vander
    """,
    'numpy.grids': 'mgrid ogrid',
    'numpy.applying': """
        apply_along_axis fromfunction fromiter ndenumerate ndindex piecewise select vectorize
    """,
    'numpy.constants': """
        Inf Infinity NAN NINF NaN PINF bool8 double errstate euler_gamma finfo float_ iinfo infty int_ intp
        longlong single
    """,
    'numpy.elementwise': """
        arccosh arcsinh arctanh bitwise_and bitwise_not bitwise_or bitwise_xor cbrt copysign deg2rad degrees
        divmod equal exp2 fabs fix float_power fmax fmin fmod greater greater_equal heaviside hypot invert
        isneginf isposinf less less_equal logaddexp negative not_equal positive rad2deg radians real
        reciprocal rint signbit true_divide trunc
    """,
    'numpy.gaps': 'nanmax nanmean nanmedian nanmin nanprod nanstd nansum nanvar',
    'numpy.placing': """
        asanyarray ascontiguousarray atleast_1d atleast_2d broadcast_arrays compress copy copyto delete
        diagflat diagonal dstack extract fill_diagonal flatnonzero hsplit insert moveaxis pad rot90 row_stack
        unravel_index vsplit
    """,
    'numpy.polynomials': 'polyadd polyder polyint polymul',
    'numpy.products': 'cross kron tensordot vdot',
    'numpy.sets': 'in1d intersect1d isin setdiff1d setxor1d union1d',
    'numpy.signals': """
        convolve corrcoef correlate cov digitize geomspace gradient ptp searchsorted trapz
    """,
}
OWNERS = {name: module for module, names in _NAMES.items() for name in names.split()}


def load(name: str) -> Any:
    """The function or module of this name; None when there is none."""
    if name == 'linalg':
        return importlib.import_module('numpy.linalg')
    return getattr(importlib.import_module(OWNERS[name]), name) if name in OWNERS else None
