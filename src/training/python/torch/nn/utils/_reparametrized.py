"""Weights made of others before each call: of length and direction, or over their largest singular value."""

from typing import Any

from ... import _operations
from ..._grad_mode import no_grad
from .. import functional
from ..modules.conv import ConvTranspose2d
from ..modules.module import Module
from ..parameter import Parameter, Uninitialized

__all__ = ['remove_spectral_norm', 'remove_weight_norm', 'spectral_norm', 'weight_norm']

_OFFERED_LATE_BY = 'torch.nn.utils'


def lengths(weight: Any, dim: int) -> Any:
    """The norms over all dimensions but one; -1 stands for none that is kept."""
    if dim == -1:
        return weight.norm()
    dims = [d for d in range(weight.dim()) if d != dim % weight.dim()]
    return weight.square().sum(dims, keepdim=True).sqrt() if dims else weight.abs()


def _check(module: Module, name: str, kind: type, said: str) -> Any:
    for hook in module._forward_pre_hooks.values():
        if isinstance(hook, kind) and getattr(hook, 'name', None) == name:
            raise RuntimeError(f'Cannot register two {said} hooks on the same parameter {name}')
    weight = getattr(module, name)
    if isinstance(weight, Uninitialized):
        raise ValueError(
            f"The module passed to `{kind.__name__}` can't have uninitialized parameters. Make sure to run "
            'the dummy forward before applying '
            + ('weight normalization' if kind is WeightNorm else 'spectral normalization')
        )
    return weight


def _taken_away(module: Any, name: str, kind: type, said: str) -> Any:
    for key, hook in module._forward_pre_hooks.items():
        if isinstance(hook, kind) and getattr(hook, 'name', None) == name:
            hook.remove(module)
            del module._forward_pre_hooks[key]
            return module
    raise ValueError(f"{said} of '{name}' not found in {module}")


class WeightNorm:
    """Makes a weight of its length and its direction."""

    __module__ = 'torch.nn.utils.weight_norm'

    def __init__(self, name: str, dim: int) -> None:
        self.name = name
        self.dim = dim

    def compute_weight(self, module: Any) -> Any:
        """The weight from the two parameters."""
        length, direction = (getattr(module, f'{self.name}_{part}') for part in 'gv')
        return direction * (length / lengths(direction, self.dim))

    def remove(self, module: Any) -> None:
        """Makes the weight a parameter again."""
        weight = self.compute_weight(module).detach()
        for name in (self.name, f'{self.name}_g', f'{self.name}_v'):
            delattr(module, name)
        setattr(module, self.name, Parameter(weight))

    def __call__(self, module: Any, inputs: Any) -> None:
        setattr(module, self.name, self.compute_weight(module))


def weight_norm(module: Any, name: str = 'weight', dim: int | None = 0) -> Any:
    """Replaces a weight by its length (`name_g`) and its direction (`name_v`), both learned.

    Args:
        module: whose weight it is.
        name: of the weight.
        dim: along which there is a length for each place; None for one length.

    Raises:
        RuntimeError: where it was done before.
        ValueError: while the weight has no shape yet.
    """
    weight = _check(module, name, WeightNorm, 'weight_norm')
    norm = WeightNorm(name, -1 if dim is None else dim)
    delattr(module, name)
    module.register_parameter(f'{name}_g', Parameter(lengths(weight, norm.dim).detach()))
    module.register_parameter(f'{name}_v', Parameter(weight.data))
    setattr(module, name, norm.compute_weight(module))
    module.register_forward_pre_hook(norm)
    return module


def remove_weight_norm(module: Any, name: str = 'weight') -> Any:
    """Undoes `weight_norm`.

    Raises:
        ValueError: where it was not done.
    """
    return _taken_away(module, name, WeightNorm, 'weight_norm')


class SpectralNorm:
    """Divides a weight by its largest singular value, which some steps of power iteration follow.

    Raises:
        ValueError: without iterations.
    """

    __module__ = 'torch.nn.utils.spectral_norm'

    def __init__(self, name: str, n_power_iterations: int, dim: int, eps: float) -> None:
        if n_power_iterations <= 0:
            raise ValueError(
                f'Expected n_power_iterations to be positive, but got n_power_iterations={n_power_iterations}'
            )
        self.name = name
        self.dim = dim
        self.n_power_iterations = n_power_iterations
        self.eps = eps

    def matrix_of(self, weight: Any) -> Any:
        """The weight as a matrix with a row for each place along `dim`."""
        if self.dim != 0:
            weight = weight.permute(self.dim, *(d for d in range(weight.dim()) if d != self.dim))
        return weight.reshape(weight.shape[0], -1)

    def compute_weight(self, module: Any, iterate: bool) -> Any:
        """The weight over its largest singular value."""
        weight, left, right = (getattr(module, self.name + end) for end in ('_orig', '_u', '_v'))
        matrix = self.matrix_of(weight)
        if iterate:
            with no_grad():
                for _ in range(self.n_power_iterations):
                    right.copy_(functional.normalize(_operations.mv(matrix.t(), left), dim=0, eps=self.eps))
                    left.copy_(functional.normalize(_operations.mv(matrix, right), dim=0, eps=self.eps))
                left, right = left.clone(), right.clone()
        return weight / _operations.dot(left, _operations.mv(matrix, right))

    def remove(self, module: Any) -> None:
        """Makes the weight a parameter again."""
        with no_grad():
            weight = self.compute_weight(module, False)
        for end in ('', '_u', '_v', '_orig'):
            delattr(module, self.name + end)
        module.register_parameter(self.name, Parameter(weight.detach()))

    def __call__(self, module: Any, inputs: Any) -> None:
        setattr(module, self.name, self.compute_weight(module, module.training))


def spectral_norm(
    module: Any,
    name: str = 'weight',
    n_power_iterations: int = 1,
    eps: float = 1e-12,
    dim: int | None = None,
) -> Any:
    """Divides a weight by its largest singular value before each call (Miyato et al., 2018).

    Args:
        module: whose weight it is.
        name: of the weight.
        n_power_iterations: steps that follow the singular value in each training call.
        eps: below which no length is divided by.
        dim: of the outputs; 1 for transposed convolutions by default, else 0.

    Raises:
        RuntimeError: where it was done before.
        ValueError: without iterations, or while the weight has no shape yet.
    """
    outputs = 1 if isinstance(module, ConvTranspose2d) else 0
    weight = _check(module, name, SpectralNorm, 'spectral_norm')
    norm = SpectralNorm(name, n_power_iterations, outputs if dim is None else dim, eps)
    with no_grad():
        rows, columns = norm.matrix_of(weight).shape
        left, right = (
            functional.normalize(weight.new_empty(size).normal_(0, 1), dim=0, eps=eps)
            for size in (rows, columns)
        )
    delattr(module, name)
    module.register_parameter(f'{name}_orig', weight)
    setattr(module, name, weight.data)
    module.register_buffer(f'{name}_u', left)
    module.register_buffer(f'{name}_v', right)
    module.register_forward_pre_hook(norm)
    return module


def remove_spectral_norm(module: Any, name: str = 'weight') -> Any:
    """Undoes `spectral_norm`.

    Raises:
        ValueError: where it was not done.
    """
    return _taken_away(module, name, SpectralNorm, 'spectral_norm')
