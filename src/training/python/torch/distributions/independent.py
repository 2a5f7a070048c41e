"""Batches taken for single events."""

from collections.abc import Sequence
from typing import Any

from .._tensor import Tensor
from .distribution import Distribution

__all__ = ['Independent']

_OFFERED_LATE_BY = 'torch.distributions'


class Independent(Distribution):
    """A distribution whose last batch dimensions count as dimensions of one event: log_prob adds them up.

    Raises:
        ValueError: when there are fewer batch dimensions than `reinterpreted_batch_ndims`.
    """

    def __init__(
        self,
        base_distribution: Distribution,
        reinterpreted_batch_ndims: int,
        validate_args: bool | None = None,
    ) -> None:
        batch, event = base_distribution.batch_shape, base_distribution.event_shape
        if reinterpreted_batch_ndims > len(batch):
            raise ValueError(
                'Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), actual '
                f'{reinterpreted_batch_ndims} vs {len(batch)}'
            )
        self.base_dist = base_distribution
        self.reinterpreted_batch_ndims = reinterpreted_batch_ndims
        kept = len(batch) - reinterpreted_batch_ndims
        super().__init__(batch[:kept], (*batch[kept:], *event))

    def _added(self, values: Any) -> Any:
        count = self.reinterpreted_batch_ndims
        return values.sum(list(range(-count, 0))) if count else values

    @property
    def mean(self) -> Tensor:
        return self.base_dist.mean

    @property
    def variance(self) -> Tensor:
        return self.base_dist.variance

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self.base_dist.sample(sample_shape)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self.base_dist.rsample(sample_shape)

    def log_prob(self, value: Tensor) -> Tensor:
        return self._added(self.base_dist.log_prob(value))

    def entropy(self) -> Tensor:
        return self._added(self.base_dist.entropy())

    def __repr__(self) -> str:
        return f'Independent({self.base_dist}, {self.reinterpreted_batch_ndims})'
