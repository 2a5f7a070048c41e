"""Distributions that are made larger by making their parameters larger, and exponential families."""

from collections.abc import Sequence
from typing import Any

from .._handle import Handle
from .distribution import Distribution

__all__ = ['ExponentialFamily']

_OFFERED_LATE_BY = 'torch.distributions'


class Expandable(Distribution):
    """A distribution whose parameters all have the shape of the batch first."""

    def _larger(self, batch_shape: Sequence[int], _instance: Any) -> Any:
        """A new instance with what this one has, its parameters made larger."""
        owner = next(cls for cls in type(self).__mro__ if cls.__module__.startswith('torch.distributions.'))
        new = self._get_checked_instance(owner, _instance)
        batch = len(self._batch_shape)
        for name, value in self.__dict__.items():
            given: Any = value
            if isinstance(value, Handle):
                given = given.expand(*batch_shape, *given.shape[batch:])
            new.__dict__[name] = given
        return new

    def _finish(self, new: Any, batch_shape: Sequence[int]) -> Any:
        Distribution.__init__(new, batch_shape, self._event_shape, validate_args=False)
        new._validate_args = self._validate_args
        return new

    def expand(self, batch_shape: Sequence[int], _instance: Any = None) -> Any:
        """The same distribution for a larger batch: a view of the parameters."""
        new = self._larger(batch_shape, _instance)
        for name, value in self.__dict__.items():
            if isinstance(value, Distribution):
                new.__dict__[name] = value.expand(batch_shape)
        return self._finish(new, batch_shape)


class ExponentialFamily(Expandable):
    """A distribution whose density is the exponential of a product of parameters and statistics."""
