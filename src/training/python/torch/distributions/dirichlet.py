"""The Dirichlet distribution."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._tensor import Tensor
from . import constraints
from .exp_family import ExponentialFamily

__all__ = ['Dirichlet']

_OFFERED_LATE_BY = 'torch.distributions'


class Dirichlet(ExponentialFamily):
    """The Dirichlet distribution, of probabilities that sum to 1 along the last dimension.

    Raises:
        ValueError: when `concentration` is a scalar.
    """

    arg_constraints = {'concentration': constraints.independent(constraints.positive, 1)}
    support = constraints.simplex
    has_rsample = True

    def __init__(self, concentration: Tensor, validate_args: bool | None = None) -> None:
        if concentration.dim() < 1:
            raise ValueError('`concentration` parameter must be at least one-dimensional.')
        self.concentration: Any = concentration
        super().__init__(concentration.shape[:-1], concentration.shape[-1:], validate_args)

    @property
    def mean(self) -> Any:
        return self.concentration / self.concentration.sum(-1, True)

    @property
    def mode(self) -> Any:
        above = (self.concentration - 1).clamp(min=0.0)
        found = above / above.sum(-1, True)
        corners = (self.concentration < 1).all(-1, keepdim=True)
        first = _operations.zeros_like(found).scatter(-1, found.argmax(-1, keepdim=True), 1.0)
        return _operations.where(corners, first, found)

    @property
    def variance(self) -> Any:
        total = self.concentration.sum(-1, True)
        return self.concentration * (total - self.concentration) / (total**2 * (total + 1))

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        return _operations._sample_dirichlet(self.concentration.expand(self._extended_shape(sample_shape)))

    def log_prob(self, value: Tensor) -> Any:
        concentration = self.concentration
        return (
            _operations.xlogy(concentration - 1.0, self._checked(value)).sum(-1)
            + concentration.sum(-1).lgamma()
            - concentration.lgamma().sum(-1)
        )

    def entropy(self) -> Any:
        concentration = self.concentration
        total = concentration.sum(-1)
        return (
            concentration.lgamma().sum(-1)
            - total.lgamma()
            - (concentration.shape[-1] - total) * total.digamma()
            - ((concentration - 1.0) * concentration.digamma()).sum(-1)
        )
