"""Distributions of functions of random variables."""

from collections.abc import Sequence
from functools import reduce
from operator import mul
from typing import Any

from .._grad_mode import no_grad
from . import constraints
from .distribution import Distribution
from .exp_family import Expandable
from .independent import Independent
from .transforms import ComposeTransform, Transform
from .utils import sum_rightmost

__all__ = ['TransformedDistribution']

_OFFERED_LATE_BY = 'torch.distributions'


def _listed(transforms: Any) -> list[Transform]:
    if isinstance(transforms, Transform):
        return [transforms]
    if not isinstance(transforms, list):
        raise ValueError(f'transforms must be a Transform or list, but was {transforms}')
    if not all(isinstance(each, Transform) for each in transforms):
        raise ValueError('transforms must be a Transform or a list of Transforms')
    return transforms


class TransformedDistribution(Expandable):
    """The distribution of what transforms make of samples of another.

    Raises:
        ValueError: when `transforms` is neither a transform nor a list of them, or the samples have too few
            dimensions for them.
    """

    arg_constraints = {}

    def __init__(
        self,
        base_distribution: Any,
        transforms: Transform | list[Transform],
        validate_args: bool | None = None,
    ) -> None:
        self.transforms = _listed(transforms)
        together = ComposeTransform(self.transforms)
        self.base_dist: Any = _fitted(base_distribution, together)
        shape = together.forward_shape(base_distribution.batch_shape + base_distribution.event_shape)
        grown = together.codomain.event_dim - together.domain.event_dim
        dims = max(together.codomain.event_dim, len(base_distribution.event_shape) + grown)
        cut = len(shape) - dims
        super().__init__(shape[:cut], shape[cut:], validate_args)

    def expand(self, batch_shape: Sequence[int], _instance: Any = None) -> Any:
        new = self._larger(batch_shape, _instance)
        shape: Any = (*batch_shape, *self._event_shape)
        for each in reversed(self.transforms):
            shape = each.inverse_shape(shape)
        new.base_dist = self.base_dist.expand(shape[: len(shape) - len(self.base_dist.event_shape)])
        return self._finish(new, batch_shape)

    @constraints.dependent_property(is_discrete=False)
    def support(self) -> Any:
        """Where the last transform leads to."""
        if not self.transforms:
            return self.base_dist.support
        found = self.transforms[-1].codomain
        more = len(self._event_shape) - found.event_dim
        return constraints.independent(found, more) if more > 0 else found

    has_rsample: Any = property(lambda self: self.base_dist.has_rsample)

    def _transformed(self, value: Any) -> Any:
        for each in self.transforms:
            value = each(value)
        return value

    def sample(self, sample_shape: Sequence[int] = ()) -> Any:
        with no_grad():
            return self._transformed(self.base_dist.sample(sample_shape))

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        return self._transformed(self.base_dist.rsample(sample_shape))

    def log_prob(self, value: Any) -> Any:
        after, total, dims = self._checked(value), 0.0, len(self._event_shape)
        for each in reversed(self.transforms):
            before = each.inv(after)
            dims += each.domain.event_dim - each.codomain.event_dim
            change = each.log_abs_det_jacobian(before, after)
            total = total - sum_rightmost(change, dims - each.domain.event_dim)
            after = before
        density = self.base_dist.log_prob(after)
        return total + sum_rightmost(density, dims - len(self.base_dist.event_shape))

    def _rising(self, share: Any) -> Any:
        """The share below a value, or above it when the transforms turn the order round."""
        sign: Any = reduce(mul, (each.sign for each in self.transforms), 1)
        return share if isinstance(sign, int) and sign == 1 else sign * (share - 0.5) + 0.5

    def cdf(self, value: Any) -> Any:
        for each in reversed(self.transforms):
            value = each.inv(value)
        if self._validate_args:
            self.base_dist._validate_sample(value)
        return self._rising(self.base_dist.cdf(value))

    def icdf(self, value: Any) -> Any:
        return self._transformed(self.base_dist.icdf(self._rising(value)))


def _fitted(base: Any, transform: Transform) -> Distribution:
    """The base distribution with the shapes that the transforms need."""
    shape = base.batch_shape + base.event_shape
    if len(shape) < transform.domain.event_dim:
        raise ValueError(
            'base_distribution needs to have shape with size at least '
            f'{transform.domain.event_dim}, but got {shape}.'
        )
    needed = transform.inverse_shape(transform.forward_shape(shape))
    if shape != needed:
        base = base.expand(needed[: len(needed) - len(base.event_shape)])
    more = transform.domain.event_dim - len(base.event_shape)
    return Independent(base, more) if more > 0 else base
