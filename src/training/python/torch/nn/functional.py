"""torch.nn.functional: layers, activations and losses as functions."""

import warnings
from importlib import import_module
from typing import Any

from .. import _operations, _operations_nn
from .._dtypes import dtype
from .._names import missing
from .._operations import log_softmax as _log_softmax
from .._operations import prelu as prelu
from .._operations import sigmoid as sigmoid
from .._operations import softmax as _softmax
from .._operations import tanh as tanh
from .._operations_nn import *  # noqa: F403
from . import _collected_functional

# What is written in Python comes before the operation of the same name.
# isort: split
from .._tensor import Tensor
from ._collected_functional import *  # noqa: F403


def linear(input: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """x Wᵀ + b: input (…, in), weight (out, in), bias (out)."""
    return _operations_nn.linear(input, weight, bias)


def _implicit_dim(name: str, rank: int) -> int:
    warnings.warn(
        f'Implicit dimension choice for {name} has been deprecated. Change the call to include dim=X as an '
        'argument.',
        stacklevel=4,
    )
    return 0 if rank in (0, 1, 3) else 1


def softmax(
    input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: dtype | None = None
) -> Tensor:
    """exp(x) divided by its sum along a dimension."""
    chosen = _implicit_dim('softmax', input.dim()) if dim is None else dim
    return _softmax(input, chosen, dtype=dtype)


def softmin(
    input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: dtype | None = None
) -> Tensor:
    """The softmax of -x."""
    chosen = _implicit_dim('softmin', input.dim()) if dim is None else dim
    return _softmax(-input, chosen, dtype=dtype)


def log_softmax(
    input: Tensor, dim: int | None = None, _stacklevel: int = 3, dtype: dtype | None = None
) -> Tensor:
    """The logarithm of softmax."""
    chosen = _implicit_dim('log_softmax', input.dim()) if dim is None else dim
    return _log_softmax(input, chosen, dtype=dtype)


def relu(input: Tensor, inplace: bool = False) -> Tensor:
    """max(x, 0)."""
    return input.relu_() if inplace else _operations.relu(input)


__all__ = sorted(
    {
        *_operations_nn.__all__,
        *_collected_functional.__all__,
        *_collected_functional.LATE,
        *('linear', 'log_softmax', 'prelu', 'relu', 'sigmoid', 'softmax', 'softmin', 'tanh'),
    }
)


def __getattr__(name: str) -> Any:
    late = _collected_functional.LATE
    if name not in late:
        raise missing('torch.nn.functional', name)
    found = globals()[name] = getattr(import_module(late[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *_collected_functional.LATE})
