"""The Laplace distribution."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._limits import finfo
from .._tensor import Tensor
from ._located import Located

__all__ = ['Laplace']

_OFFERED_LATE_BY = 'torch.distributions'


class Laplace(Located):
    """The Laplace distribution: exponential on both sides of `loc`."""

    @property
    def variance(self) -> Any:
        return 2 * self.scale**2

    @property
    def stddev(self) -> Any:
        return 2**0.5 * self.scale

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        drawn: Any = _operations.zeros(self._extended_shape(sample_shape), dtype=self.loc.dtype)
        drawn.uniform_(finfo(self.loc.dtype).eps - 1, 1)
        return self.loc - self.scale * drawn.sign() * (-drawn.abs()).log1p()

    def log_prob(self, value: Tensor) -> Any:
        return -(2 * self.scale).log() - (self._checked(value) - self.loc).abs() / self.scale

    def cdf(self, value: Tensor) -> Any:
        distance = self._checked(value) - self.loc
        return 0.5 - 0.5 * distance.sign() * (-distance.abs() / self.scale).expm1()

    def icdf(self, value: Tensor) -> Any:
        beyond: Any = value - 0.5
        return self.loc - self.scale * beyond.sign() * (-2 * beyond.abs()).log1p()

    def entropy(self) -> Any:
        return 1 + (2 * self.scale).log()
