"""torch.nn.functional: layers, activations and losses as functions."""

import warnings
from typing import Any

from .. import _operations, _operations_nn
from .._operations import log_softmax as _log_softmax
from .._operations import prelu, sigmoid, tanh
from .._operations import softmax as _softmax
from .._operations_nn import *  # noqa: F403

# isort: split
from ._activations import (
    alpha_dropout,
    celu,
    dropout,
    dropout1d,
    dropout2d,
    elu,
    gumbel_softmax,
    hardsigmoid,
    hardswish,
    hardtanh,
    leaky_relu,
    mish,
    relu6,
    selu,
    silu,
    threshold,
)
from ._layers import (
    batch_norm,
    bilinear,
    ctc_loss,
    multi_margin_loss,
    multilabel_margin_loss,
    rms_norm,
    triplet_margin_with_distance_loss,
)
from ._losses import (
    binary_cross_entropy,
    binary_cross_entropy_with_logits,
    cross_entropy,
    huber_loss,
    kl_div,
    l1_loss,
    mse_loss,
    nll_loss,
    poisson_nll_loss,
    smooth_l1_loss,
)
from ._windows import (
    adaptive_avg_pool2d,
    adaptive_max_pool2d,
    avg_pool1d,
    avg_pool2d,
    conv1d,
    conv2d,
    padding_sides,
)


def linear(input: Any, weight: Any, bias: Any = None) -> Any:
    """x Wᵀ + b: input (…, in), weight (out, in), bias (out)."""
    return _operations_nn.linear(input, weight, bias)


def _implicit_dim(name: str, rank: int) -> int:
    warnings.warn(
        f'Implicit dimension choice for {name} has been deprecated. Change the call to include dim=X as an '
        'argument.',
        stacklevel=4,
    )
    return 0 if rank in (0, 1, 3) else 1


def softmax(input: Any, dim: int | None = None, _stacklevel: int = 3, dtype: Any = None) -> Any:
    """exp(x) divided by its sum along a dimension."""
    chosen = _implicit_dim('softmax', input.dim()) if dim is None else dim
    return _softmax(input, chosen, dtype=dtype)


def softmin(input: Any, dim: int | None = None, _stacklevel: int = 3, dtype: Any = None) -> Any:
    """The softmax of -x."""
    chosen = _implicit_dim('softmin', input.dim()) if dim is None else dim
    return _softmax(-input, chosen, dtype=dtype)


def log_softmax(input: Any, dim: int | None = None, _stacklevel: int = 3, dtype: Any = None) -> Any:
    """The logarithm of softmax."""
    chosen = _implicit_dim('log_softmax', input.dim()) if dim is None else dim
    return _log_softmax(input, chosen, dtype=dtype)


def relu(input: Any, inplace: bool = False) -> Any:
    """max(x, 0)."""
    return input.relu_() if inplace else _operations.relu(input)


def __getattr__(name: str) -> Any:
    from ._later import load

    found = globals()[name] = load('torch.nn.functional', name)
    return found


def __dir__() -> list[str]:
    from ._later import OWNERS

    return sorted({*globals(), *OWNERS['torch.nn.functional']})


__all__ = [
    *_operations_nn.__all__,
    'binary_cross_entropy',
    'binary_cross_entropy_with_logits',
    'cross_entropy',
    'huber_loss',
    'kl_div',
    'l1_loss',
    'mse_loss',
    'nll_loss',
    'smooth_l1_loss',
    'adaptive_avg_pool2d',
    'adaptive_max_pool2d',
    'alpha_dropout',
    'avg_pool1d',
    'avg_pool2d',
    'batch_norm',
    'bilinear',
    'celu',
    'conv1d',
    'conv2d',
    'ctc_loss',
    'dropout',
    'dropout1d',
    'dropout2d',
    'elu',
    'gumbel_softmax',
    'hardsigmoid',
    'hardswish',
    'hardtanh',
    'leaky_relu',
    'log_softmax',
    'mish',
    'multi_margin_loss',
    'multilabel_margin_loss',
    'padding_sides',
    'poisson_nll_loss',
    'prelu',
    'relu',
    'relu6',
    'rms_norm',
    'selu',
    'sigmoid',
    'silu',
    'softmax',
    'softmin',
    'tanh',
    'threshold',
    'triplet_margin_with_distance_loss',
]
