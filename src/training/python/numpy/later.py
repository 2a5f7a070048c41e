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
}
OWNERS = {name: module for module, names in _NAMES.items() for name in names.split()}


def load(name: str) -> Any:
    """The function or module of this name; None when there is none."""
    if name == 'linalg':
        return importlib.import_module('numpy.linalg')
    return getattr(importlib.import_module(OWNERS[name]), name) if name in OWNERS else None
