"""torch.nn.init: values to start from. All write into the tensor, unrecorded, and return it."""

import math
import warnings
from sys import _getframe
from typing import Any

from .._grad_mode import no_grad
from .._operations import eye as eye_matrix
from .._operations import randperm
from .._random import Generator
from .._tensor import Tensor
from .parameter import refuse_uninitialized

__all__ = [
    'calculate_gain',
    'constant',
    'constant_',
    'dirac',
    'dirac_',
    'eye',
    'eye_',
    'kaiming_normal',
    'kaiming_normal_',
    'kaiming_uniform',
    'kaiming_uniform_',
    'normal',
    'normal_',
    'ones_',
    'orthogonal',
    'orthogonal_',
    'sparse',
    'sparse_',
    'trunc_normal_',
    'uniform',
    'uniform_',
    'xavier_normal',
    'xavier_normal_',
    'xavier_uniform',
    'xavier_uniform_',
    'zeros_',
]


def _fans(tensor: Tensor) -> tuple[int, int]:
    """Inputs and outputs of one unit: of a weight (out, in, *kernel)."""
    if tensor.dim() < 2:
        raise ValueError('Fan in and fan out can not be computed for tensor with fewer than 2 dimensions')
    receptive = math.prod(tensor.shape[2:])
    return tensor.shape[1] * receptive, tensor.shape[0] * receptive


_calculate_fan_in_and_fan_out = _fans

_GAINS = {
    'linear': 1.0,
    'conv1d': 1.0,
    'conv2d': 1.0,
    'conv3d': 1.0,
    'sigmoid': 1.0,
    'tanh': 5.0 / 3,
    'relu': math.sqrt(2.0),
    'selu': 3.0 / 4,
}


def calculate_gain(nonlinearity: str, param: float | None = None) -> float:
    """The factor that keeps the size of activations behind a nonlinearity.

    Raises:
        ValueError: for a nonlinearity that is not known.
    """
    if nonlinearity == 'leaky_relu':
        slope = 0.01 if param is None else param
        return math.sqrt(2.0 / (1 + slope**2))
    if nonlinearity not in _GAINS:
        raise ValueError(f'Unsupported nonlinearity {nonlinearity}')
    return _GAINS[nonlinearity]


def _drawn(tensor: Tensor, method: str, *args: Any, generator: Generator | None = None) -> Tensor:
    refuse_uninitialized(tensor, repr(_getframe(1).f_globals.get(_getframe(1).f_code.co_name)))
    with no_grad():
        if generator is not None:
            return getattr(tensor, method)(*args, generator=generator)
        return getattr(tensor, method)(*args)


def uniform_(tensor: Tensor, a: float = 0.0, b: float = 1.0, generator: Generator | None = None) -> Tensor:
    """Uniform in [a, b)."""
    return _drawn(tensor, 'uniform_', a, b, generator=generator)


def normal_(
    tensor: Tensor, mean: float = 0.0, std: float = 1.0, generator: Generator | None = None
) -> Tensor:
    """Normal with a mean and a standard deviation."""
    return _drawn(tensor, 'normal_', mean, std, generator=generator)


def constant_(tensor: Tensor, val: float) -> Tensor:
    """One value everywhere."""
    return _drawn(tensor, 'fill_', val)


def ones_(tensor: Tensor) -> Tensor:
    """Ones."""
    return _drawn(tensor, 'fill_', 1.0)


def zeros_(tensor: Tensor) -> Tensor:
    """Zeros."""
    return _drawn(tensor, 'zero_')


def eye_(tensor: Tensor) -> Tensor:
    """The identity matrix.

    Raises:
        ValueError: unless there are two dimensions.
    """
    if tensor.dim() != 2:
        raise ValueError('Only tensors with 2 dimensions are supported')
    with no_grad():
        return tensor.copy_(eye_matrix(*tensor.shape))


def xavier_uniform_(tensor: Tensor, gain: float = 1.0, generator: Generator | None = None) -> Tensor:
    """Uniform in ±gain sqrt(6 / (fan_in + fan_out)) (Glorot and Bengio, 2010)."""
    fan_in, fan_out = _fans(tensor)
    bound = math.sqrt(3.0) * gain * math.sqrt(2.0 / float(fan_in + fan_out))
    return uniform_(tensor, -bound, bound, generator)


def xavier_normal_(tensor: Tensor, gain: float = 1.0, generator: Generator | None = None) -> Tensor:
    """Normal with standard deviation gain sqrt(2 / (fan_in + fan_out)) (Glorot and Bengio, 2010)."""
    fan_in, fan_out = _fans(tensor)
    return normal_(tensor, 0.0, gain * math.sqrt(2.0 / float(fan_in + fan_out)), generator)


def _fan(tensor: Tensor, mode: str) -> int:
    mode = mode.lower()
    if mode not in ('fan_in', 'fan_out'):
        raise ValueError(f"Mode {mode} not supported, please use one of ['fan_in', 'fan_out']")
    return _fans(tensor)[mode == 'fan_out']


def kaiming_uniform_(
    tensor: Tensor,
    a: float = 0,
    mode: str = 'fan_in',
    nonlinearity: str = 'leaky_relu',
    generator: Generator | None = None,
) -> Tensor:
    """Uniform in ±gain sqrt(3 / fan) (He et al., 2015)."""
    if 0 in tensor.shape:
        warnings.warn('Initializing zero-element tensors is a no-op', stacklevel=2)
        return tensor
    std = calculate_gain(nonlinearity, a) / math.sqrt(_fan(tensor, mode))
    bound = math.sqrt(3.0) * std
    return uniform_(tensor, -bound, bound, generator)


def kaiming_normal_(
    tensor: Tensor,
    a: float = 0,
    mode: str = 'fan_in',
    nonlinearity: str = 'leaky_relu',
    generator: Generator | None = None,
) -> Tensor:
    """Normal with standard deviation gain / sqrt(fan) (He et al., 2015)."""
    if 0 in tensor.shape:
        warnings.warn('Initializing zero-element tensors is a no-op', stacklevel=2)
        return tensor
    return normal_(tensor, 0.0, calculate_gain(nonlinearity, a) / math.sqrt(_fan(tensor, mode)), generator)


def trunc_normal_(
    tensor: Tensor,
    mean: float = 0.0,
    std: float = 1.0,
    a: float = -2.0,
    b: float = 2.0,
    generator: Generator | None = None,
) -> Tensor:
    """Normal numbers between a and b: the inverse distribution function of uniform ones."""
    low, high = ((1.0 + math.erf((bound - mean) / std / math.sqrt(2.0))) / 2.0 for bound in (a, b))
    with no_grad():
        tensor.uniform_(2 * low - 1, 2 * high - 1, generator=generator)
        return tensor.erfinv_().mul_(std * math.sqrt(2.0)).add_(mean).clamp_(min=a, max=b)


def orthogonal_(tensor: Tensor, gain: float = 1, generator: Generator | None = None) -> Tensor:
    """Rows or columns that are orthogonal: the Q of a normal matrix (Saxe et al., 2013).

    Raises:
        ValueError: for fewer than two dimensions.
    """
    if tensor.dim() < 2:
        raise ValueError('Only tensors with 2 or more dimensions are supported')
    from .. import linalg

    rows, columns = tensor.shape[0], tensor.numel() // tensor.shape[0]
    with no_grad():
        flat = tensor.new_empty((rows, columns)).normal_(0, 1, generator=generator)
        q, r = linalg.qr(flat.t() if rows < columns else flat)
        q = q * r.diagonal().sign()
        q = q.t() if rows < columns else q
        return tensor.copy_(q.reshape(tensor.shape)).mul_(gain)


def dirac_(tensor: Tensor, groups: int = 1) -> Tensor:
    """The kernels (3 to 5 dimensions) of a convolution that gives back its input.

    Raises:
        ValueError: for other dimensions, or outputs that `groups` does not divide.
    """
    if tensor.dim() not in (3, 4, 5):
        raise ValueError('Only tensors with 3, 4, or 5 dimensions are supported')
    if tensor.shape[0] % groups != 0:
        raise ValueError('dim 0 must be divisible by groups')
    outputs = tensor.shape[0] // groups
    centre = tuple(size // 2 for size in tensor.shape[2:])
    with no_grad():
        tensor.zero_()
        for group in range(groups):
            for channel in range(min(outputs, tensor.shape[1])):
                tensor[(group * outputs + channel, channel, *centre)] = 1
    return tensor


def sparse_(tensor: Tensor, sparsity: float, std: float = 0.01, generator: Generator | None = None) -> Tensor:
    """Normal numbers, of which a part `sparsity` of each column is 0 (Martens, 2010).

    Raises:
        ValueError: unless there are two dimensions.
    """
    if tensor.dim() != 2:
        raise ValueError('Only tensors with 2 dimensions are supported')
    rows, columns = tensor.shape
    zeros = math.ceil(sparsity * rows)
    with no_grad():
        tensor.normal_(0, std, generator=generator)
        for column in range(columns):
            tensor[randperm(rows)[:zeros], column] = 0
    return tensor


def _deprecated(name: str) -> Any:
    """The function of an older name, without the underscore."""
    current = globals()[f'{name}_']

    def renamed(*args: Any, **kwargs: Any) -> Tensor:
        warnings.warn(
            f'`nn.init.{name}` is now deprecated in favor of `nn.init.{name}_`.', FutureWarning, stacklevel=2
        )
        return current(*args, **kwargs)

    renamed.__name__ = name
    renamed.__doc__ = f'The older name of `{name}_`.'
    return renamed


uniform, normal, constant, eye, dirac = map(_deprecated, ('uniform', 'normal', 'constant', 'eye', 'dirac'))
xavier_uniform, xavier_normal = map(_deprecated, ('xavier_uniform', 'xavier_normal'))
kaiming_uniform, kaiming_normal = map(_deprecated, ('kaiming_uniform', 'kaiming_normal'))
orthogonal, sparse = map(_deprecated, ('orthogonal', 'sparse'))


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.nn.init', name)
