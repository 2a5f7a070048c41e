"""Mixtures of distributions of one family."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._grad_mode import no_grad
from .._tensor import Tensor
from . import constraints
from .categorical import Categorical
from .distribution import Distribution

__all__ = ['MixtureSameFamily']

_OFFERED_LATE_BY = 'torch.distributions'


class MixtureSameFamily(Distribution):
    """A sample of one of n components, chosen by chance.

    Args:
        mixture_distribution: the chances (…, n).
        component_distribution: the components: a batch (…, n).
        validate_args: as of every distribution.

    Raises:
        ValueError: when they are no such distributions, or their batches do not fit.
    """

    arg_constraints = {}

    def __init__(
        self,
        mixture_distribution: Categorical,
        component_distribution: Distribution,
        validate_args: bool | None = None,
    ) -> None:
        _require_parts(mixture_distribution, component_distribution)
        self._mixture_distribution = mixture_distribution
        self._component_distribution: Any = component_distribution
        self._event_ndims = len(component_distribution.event_shape)
        batch = component_distribution.batch_shape[:-1]
        super().__init__(batch, component_distribution.event_shape, validate_args)

    def expand(self, batch_shape: Sequence[int], _instance: Any = None) -> Any:
        """The same mixture for a larger batch."""
        new = self._get_checked_instance(MixtureSameFamily, _instance)
        count = self._component_distribution.batch_shape[-1]
        new._component_distribution = self._component_distribution.expand((*batch_shape, count))
        new._mixture_distribution = self._mixture_distribution.expand(batch_shape)
        new._event_ndims = self._event_ndims
        Distribution.__init__(new, batch_shape, self._event_shape, validate_args=False)
        new._validate_args = self._validate_args
        return new

    @constraints.dependent_property
    def support(self) -> Any:
        """That of the components."""
        return constraints.MixtureSameFamilyConstraint(self._component_distribution.support)

    @property
    def mixture_distribution(self) -> Categorical:
        """The chances of the components."""
        return self._mixture_distribution

    @property
    def component_distribution(self) -> Any:
        """The components."""
        return self._component_distribution

    def _padded(self, value: Any) -> Any:
        """A value beside which the components' own stand."""
        return value.unsqueeze(-1 - self._event_ndims)

    def _averaged(self, values: Any) -> Any:
        """The mean of the components' values (…, n, *event) by their chances."""
        chances: Any = self._mixture_distribution.probs
        if chances.dim() > 1:
            missing = len(self._batch_shape) + 1 - chances.dim()
            chances = chances.reshape(*chances.shape[:-1], *[1] * missing, chances.shape[-1])
        shaped = chances.reshape(*chances.shape, *[1] * self._event_ndims)
        return (shaped * values).sum(-1 - self._event_ndims)

    @property
    def mean(self) -> Any:
        return self._averaged(self._component_distribution.mean)

    @property
    def variance(self) -> Any:
        inside = self._averaged(self._component_distribution.variance)
        apart = (self._component_distribution.mean - self._padded(self.mean)).pow(2.0)
        return inside + self._averaged(apart)

    def cdf(self, value: Tensor) -> Any:
        found = self._component_distribution.cdf(self._padded(value))
        return (found * self._mixture_distribution.probs).sum(-1)

    def log_prob(self, value: Tensor) -> Any:
        found = self._component_distribution.log_prob(self._padded(self._checked(value)))
        chances = _operations.log_softmax(self._mixture_distribution.logits, -1)
        return (found + chances).logsumexp(-1)

    def sample(self, sample_shape: Sequence[int] = ()) -> Any:
        with no_grad():
            chosen = self._mixture_distribution.sample(sample_shape)
            drawn = self._component_distribution.sample(sample_shape)
            where = len(sample_shape) + len(self._batch_shape)
            shaped = chosen.reshape(*chosen.shape, *[1] * (self._event_ndims + 1))
            wide = shaped.expand(*chosen.shape, 1, *self._event_shape)
            return drawn.gather(where, wide).squeeze(where)

    def __repr__(self) -> str:
        return f'MixtureSameFamily(\n  {self._mixture_distribution},\n  {self._component_distribution})'


def _require_parts(mixture: Any, component: Any) -> None:
    if not isinstance(mixture, Categorical):
        raise ValueError(
            ' The Mixture distribution needs to be an  instance of torch.distributions.Categorical'
        )
    if not isinstance(component, Distribution):
        raise ValueError(
            'The Component distribution need to be an instance of torch.distributions.Distribution'
        )
    chances, batch = mixture.batch_shape, component.batch_shape[:-1]
    for mine, other in zip(reversed(chances), reversed(batch), strict=False):
        if mine != other and 1 not in (mine, other):
            raise ValueError(
                f'`mixture_distribution.batch_shape` ({chances}) is not compatible with '
                f'`component_distribution.batch_shape`({batch})'
            )
    count, given = mixture.param_shape[-1], component.batch_shape[-1]
    if count != given:
        raise ValueError(
            f'`mixture_distribution component` ({count}) does not equal '
            f'`component_distribution.batch_shape[-1]` ({given})'
        )
