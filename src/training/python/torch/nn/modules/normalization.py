"""Normalisation of each example by itself: over its last dimensions, or over groups of channels."""

from collections.abc import Sequence
from typing import Any

from ... import _operations
from ..._dtypes import Device, dtype
from ..._tensor import Tensor
from .. import functional, init
from ..parameter import Parameter
from .module import Module

__all__ = ['GroupNorm', 'LayerNorm', 'RMSNorm']

_OFFERED_BY = 'torch.nn.modules'


def _shape(normalized_shape: int | Sequence[int]) -> tuple[int, ...]:
    return (normalized_shape,) if isinstance(normalized_shape, int) else tuple(normalized_shape)


class LayerNorm(Module):
    """(x - mean) / sqrt(var + eps) over the last dimensions, then times weight plus bias (Ba et al., 2016).

    Args:
        normalized_shape: sizes of these dimensions.
        eps: added to the variance.
        elementwise_affine: whether weight and bias are learned, one for each element.
        bias: whether there is a bias.
    """

    weight: Any
    bias: Any

    def __init__(
        self,
        normalized_shape: int | Sequence[int],
        eps: float = 1e-05,
        elementwise_affine: bool = True,
        bias: bool = True,
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        super().__init__()
        self.normalized_shape = _shape(normalized_shape)
        self.eps = eps
        self.elementwise_affine = elementwise_affine
        made = {'device': device, 'dtype': dtype}
        self.register_parameter('weight', None)
        self.register_parameter('bias', None)
        if elementwise_affine:
            self.weight = Parameter(_operations.ones(self.normalized_shape, **made))
            if bias:
                self.bias = Parameter(_operations.zeros(self.normalized_shape, **made))

    def reset_parameters(self) -> None:
        """Weight 1, bias 0."""
        if self.elementwise_affine:
            init.ones_(self.weight)
            if self.bias is not None:
                init.zeros_(self.bias)

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.layer_norm(input, self.normalized_shape, self.weight, self.bias, self.eps)

    def extra_repr(self) -> str:
        return f'{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}'


class RMSNorm(Module):
    """x / sqrt(mean of x² + eps) over the last dimensions, then times weight (Zhang and Sennrich, 2019)."""

    weight: Any

    def __init__(
        self,
        normalized_shape: int | Sequence[int],
        eps: float | None = None,
        elementwise_affine: bool = True,
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        super().__init__()
        self.normalized_shape = _shape(normalized_shape)
        self.eps = eps
        self.elementwise_affine = elementwise_affine
        self.register_parameter('weight', None)
        if elementwise_affine:
            self.weight = Parameter(_operations.ones(self.normalized_shape, device=device, dtype=dtype))

    def reset_parameters(self) -> None:
        """Weight 1."""
        if self.elementwise_affine:
            init.ones_(self.weight)

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.rms_norm(input, self.normalized_shape, self.weight, self.eps)

    def extra_repr(self) -> str:
        return f'{self.normalized_shape}, eps={self.eps}, elementwise_affine={self.elementwise_affine}'


class GroupNorm(Module):
    """Each example normalised over groups of its channels (Wu and He, 2018).

    Raises:
        ValueError: when the groups cannot have equally many channels.
    """

    weight: Any
    bias: Any

    def __init__(
        self,
        num_groups: int,
        num_channels: int,
        eps: float = 1e-05,
        affine: bool = True,
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        super().__init__()
        if num_channels % num_groups != 0:
            raise ValueError('num_channels must be divisible by num_groups')
        self.num_groups = num_groups
        self.num_channels = num_channels
        self.eps = eps
        self.affine = affine
        self.register_parameter('weight', None)
        self.register_parameter('bias', None)
        if affine:
            self.weight = Parameter(_operations.ones(num_channels, device=device, dtype=dtype))
            self.bias = Parameter(_operations.zeros(num_channels, device=device, dtype=dtype))

    def reset_parameters(self) -> None:
        """Weight 1, bias 0."""
        if self.affine:
            init.ones_(self.weight)
            init.zeros_(self.bias)

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.group_norm(input, self.num_groups, self.weight, self.bias, self.eps)

    def extra_repr(self) -> str:
        return f'{self.num_groups}, {self.num_channels}, eps={self.eps}, affine={self.affine}'
