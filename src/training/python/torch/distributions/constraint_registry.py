"""Which transform leads from real numbers to what satisfies a constraint."""

from collections.abc import Callable
from typing import Any

from . import constraints
from . import transforms as t

__all__ = ['biject_to', 'transform_to']

_OFFERED_LATE_BY = 'torch.distributions'


class ConstraintRegistry:
    """Factories of transforms, by the class of the constraint."""

    def __init__(self) -> None:
        self._registry: dict[type, Callable[[Any], Any]] = {}

    def register(self, constraint: Any, factory: Callable[[Any], Any] | None = None) -> Any:
        """Takes a factory for a constraint or its class; without one, decorates it.

        Raises:
            TypeError: when it is no constraint.
        """
        if factory is None:
            return lambda factory: self.register(constraint, factory)
        kind = type(constraint) if isinstance(constraint, constraints.Constraint) else constraint
        if not isinstance(kind, type) or not issubclass(kind, constraints.Constraint):
            raise TypeError(
                f'Expected constraint to be either a Constraint subclass or instance, but got {constraint}'
            )
        self._registry[kind] = factory
        return factory

    def __call__(self, constraint: Any) -> Any:
        """The transform for a constraint.

        Raises:
            NotImplementedError: for a constraint without one.
        """
        factory = self._registry.get(type(constraint))
        if factory is None:
            raise NotImplementedError(f'Cannot transform {type(constraint).__name__} constraints')
        return factory(constraint)


biject_to = ConstraintRegistry()
transform_to = ConstraintRegistry()


def _both(*kinds: Any) -> Callable[[Callable[[Any], Any]], None]:
    def decorated(factory: Callable[[Any], Any]) -> None:
        for kind in kinds:
            biject_to.register(kind, factory)
            transform_to.register(kind, factory)

    return decorated


@_both(constraints.real)
def _real(_: Any) -> Any:
    return t.identity_transform


@_both(constraints.positive, constraints.nonnegative)
def _above(constraint: Any) -> Any:
    return t.ComposeTransform([t.ExpTransform(), t.AffineTransform(constraint.lower_bound, 1)])


@_both(constraints.less_than)
def _below(constraint: Any) -> Any:
    return t.ComposeTransform([t.ExpTransform(), t.AffineTransform(constraint.upper_bound, -1)])


@_both(constraints.interval, constraints.half_open_interval)
def _between(constraint: Any) -> Any:
    low, high = constraint.lower_bound, constraint.upper_bound
    if isinstance(low, (int, float)) and isinstance(high, (int, float)) and (low, high) == (0, 1):
        return t.SigmoidTransform()
    return t.ComposeTransform([t.SigmoidTransform(), t.AffineTransform(low, high - low)])


biject_to.register(constraints.simplex, lambda _: t.StickBreakingTransform())
transform_to.register(constraints.simplex, lambda _: t.SoftmaxTransform())
transform_to.register(constraints.lower_cholesky, lambda _: t.LowerCholeskyTransform())
transform_to.register(constraints.positive_definite, lambda _: t.PositiveDefiniteTransform())
transform_to.register(constraints.positive_semidefinite, lambda _: t.PositiveDefiniteTransform())


def _of_parts(registry: ConstraintRegistry) -> None:
    registry.register(
        constraints.independent,
        lambda given: t.IndependentTransform(
            registry(given.base_constraint), given.reinterpreted_batch_ndims
        ),
    )
    registry.register(
        constraints.cat,
        lambda given: t.CatTransform([registry(each) for each in given.cseq], given.dim, given.lengths),
    )
    registry.register(
        constraints.stack, lambda given: t.StackTransform([registry(each) for each in given.cseq], given.dim)
    )


_of_parts(biject_to)
_of_parts(transform_to)
