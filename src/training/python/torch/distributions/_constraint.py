"""Constraints on the arguments and the samples of distributions: what they are, and those made of others."""

from typing import Any

from .._tensor import Tensor

__all__ = ['Constraint', 'MixtureSameFamilyConstraint', 'is_dependent']


class Constraint:
    """A region that a value lies in, or does not. `event_dim` is how many last dimensions make one value."""

    is_discrete: Any = False
    event_dim: Any = 0
    _shown: tuple[str, ...] = ()

    def check(self, value: Tensor) -> Any:
        """Whether each value lies in the region: bools of the shape of the values.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    def __repr__(self) -> str:
        bounds = ', '.join(f'{name}={getattr(self, name)}' for name in self._shown)
        return f'{type(self).__name__.removeprefix("_")}({bounds})'


class _Dependent(Constraint):
    """Stands for a region that depends on other arguments, which nothing can check alone."""

    def __init__(self, *, is_discrete: Any = NotImplemented, event_dim: Any = NotImplemented) -> None:
        self._is_discrete = is_discrete
        self._event_dim = event_dim

    @property
    def is_discrete(self) -> Any:
        """Whether the region is of whole numbers."""
        return _known(self._is_discrete, 'is_discrete')

    @property
    def event_dim(self) -> Any:
        """How many last dimensions make one value."""
        return _known(self._event_dim, 'event_dim')

    def __call__(self, *, is_discrete: Any = NotImplemented, event_dim: Any = NotImplemented) -> Any:
        return _Dependent(
            is_discrete=self._is_discrete if is_discrete is NotImplemented else is_discrete,
            event_dim=self._event_dim if event_dim is NotImplemented else event_dim,
        )

    def check(self, value: Tensor) -> Any:
        raise ValueError('Cannot determine validity of dependent constraint')


def _known(value: Any, name: str) -> Any:
    if value is NotImplemented:
        raise NotImplementedError(f'.{name} cannot be determined statically')
    return value


def is_dependent(constraint: Any) -> bool:
    """Whether a constraint depends on other arguments."""
    return isinstance(constraint, _Dependent)


class _DependentProperty(property, _Dependent):
    """A property of a distribution that is a constraint; of its class, a dependent one."""

    def __init__(
        self, fn: Any = None, *, is_discrete: Any = NotImplemented, event_dim: Any = NotImplemented
    ) -> None:
        property.__init__(self, fn)
        self._is_discrete = is_discrete
        self._event_dim = event_dim

    def __call__(self, fn: Any) -> Any:
        return _DependentProperty(fn, is_discrete=self._is_discrete, event_dim=self._event_dim)


class _IndependentConstraint(Constraint):
    """Holds where the base constraint holds for all of the last dimensions."""

    def __init__(self, base_constraint: Constraint, reinterpreted_batch_ndims: int) -> None:
        self.base_constraint = base_constraint
        self.reinterpreted_batch_ndims = reinterpreted_batch_ndims

    @property
    def is_discrete(self) -> Any:
        """That of the base constraint."""
        return self.base_constraint.is_discrete

    @property
    def event_dim(self) -> Any:
        """That of the base constraint and the dimensions added to it."""
        return self.base_constraint.event_dim + self.reinterpreted_batch_ndims

    def check(self, value: Tensor) -> Any:
        found = self.base_constraint.check(value)
        kept = found.dim() - self.reinterpreted_batch_ndims
        if kept < 0:
            raise ValueError(f'Expected value.dim() >= {self.event_dim} but got {value.dim()}')
        return found.reshape(*found.shape[:kept], -1).all(-1)

    def __repr__(self) -> str:
        return f'IndependentConstraint({self.base_constraint!r}, {self.reinterpreted_batch_ndims})'


class MixtureSameFamilyConstraint(Constraint):
    """Holds where the base constraint holds for every component of a mixture."""

    def __init__(self, base_constraint: Constraint) -> None:
        self.base_constraint = base_constraint

    @property
    def is_discrete(self) -> Any:
        """That of the components."""
        return self.base_constraint.is_discrete

    @property
    def event_dim(self) -> Any:
        """That of the components."""
        return self.base_constraint.event_dim

    def check(self, value: Tensor) -> Any:
        """Whether each value lies in the region.

        Raises:
            ValueError: when a value has too few dimensions.
        """
        if value.dim() < self.event_dim:
            raise ValueError(f'Expected value.dim() >= {self.event_dim} but got {value.dim()}')
        found = self.base_constraint.check(value.unsqueeze(-1 - self.event_dim))
        return found.reshape(*found.shape[: value.dim() - self.event_dim], -1).all(-1)

    def __repr__(self) -> str:
        return f'MixtureSameFamilyConstraint({self.base_constraint!r})'
