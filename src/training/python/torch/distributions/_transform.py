"""What transforms share, their inverses, and chains of them."""

import weakref
from collections.abc import Sequence
from functools import reduce
from operator import add, mul
from typing import Any, NoReturn

from .. import _operations
from .._tensor import Tensor
from . import constraints
from .utils import sum_rightmost

__all__ = ['ComposeTransform', 'Transform', 'identity_transform']


def _no_order(self: 'Transform') -> NoReturn:
    """+1 where it keeps the order of numbers, -1 where it turns it round."""
    raise NotImplementedError


class Transform:
    """A function with a derivative that is known, and mostly with an inverse.

    Args:
        cache_size: 1 keeps the last value, so that its inverse need not be computed; 0 keeps none.

    Raises:
        ValueError: for any other size.
    """

    bijective: Any = False
    domain: Any
    codomain: Any
    sign: Any = property(_no_order)

    def __init__(self, cache_size: int = 0) -> None:
        if cache_size not in (0, 1):
            raise ValueError('cache_size must be 0 or 1')
        self._cache_size = cache_size
        self._inv: Any = None
        self._cached_x_y: tuple[Any, Any] = (None, None)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, '_inv': None}

    @property
    def event_dim(self) -> int:
        """How many last dimensions are one value, before and after.

        Raises:
            ValueError: where they differ.
        """
        if self.domain.event_dim == self.codomain.event_dim:
            return self.domain.event_dim
        raise ValueError('Please use either .domain.event_dim or .codomain.event_dim')

    @property
    def inv(self) -> Any:
        """The inverse."""
        found = self._inv() if self._inv is not None else None
        if found is None:
            found = self._inverted()
            self._inv = weakref.ref(found)
        return found

    def _inverted(self) -> Any:
        return _InverseTransform(self)

    def with_cache(self, cache_size: int = 1) -> Any:
        """The same with that cache.

        Raises:
            NotImplementedError: where a subclass with arguments does not define it.
        """
        if self._cache_size == cache_size:
            return self
        if type(self).__init__ is Transform.__init__:
            return type(self)(cache_size=cache_size)
        raise NotImplementedError(f'{type(self)}.with_cache is not implemented')

    def __eq__(self, other: object) -> bool:
        return self is other

    def __call__(self, x: Any) -> Any:
        if self._cache_size == 0:
            return self._call(x)
        old, kept = self._cached_x_y
        if x is old:
            return kept
        y = self._call(x)
        self._cached_x_y = (x, y)
        return y

    def _inv_call(self, y: Any) -> Any:
        if self._cache_size == 0:
            return self._inverse(y)
        kept, old = self._cached_x_y
        if y is old:
            return kept
        x = self._inverse(y)
        self._cached_x_y = (x, y)
        return x

    def _call(self, x: Any) -> Any:
        raise NotImplementedError

    def _inverse(self, y: Any) -> Any:
        raise NotImplementedError

    def log_abs_det_jacobian(self, x: Any, y: Any) -> Any:
        """The logarithm of the derivative's absolute determinant at x, which becomes y.

        Raises:
            NotImplementedError: where a subclass does not define it.
        """
        raise NotImplementedError

    def __repr__(self) -> str:
        return f'{type(self).__name__}()'

    def forward_shape(self, shape: Any) -> Any:
        """The shape of what becomes of a tensor of that shape."""
        return shape

    def inverse_shape(self, shape: Any) -> Any:
        """The shape of what becomes a tensor of that shape."""
        return shape


class OneOfAKind(Transform):
    """A transform without arguments, which equals every other of its class."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self))


class _InverseTransform(Transform):
    """The inverse of another."""

    def __init__(self, transform: Transform) -> None:
        super().__init__(transform._cache_size)
        self._inv = transform

    @constraints.dependent_property(is_discrete=False)
    def domain(self) -> Any:
        """Where the other leads to."""
        return self._inv.codomain

    @constraints.dependent_property(is_discrete=False)
    def codomain(self) -> Any:
        """Where the other comes from."""
        return self._inv.domain

    @property
    def bijective(self) -> Any:
        """Whether the other is."""
        return self._inv.bijective

    @property
    def sign(self) -> Any:
        """That of the other."""
        return self._inv.sign

    @property
    def inv(self) -> Any:
        """The other."""
        return self._inv

    def with_cache(self, cache_size: int = 1) -> Any:
        return self._inv.with_cache(cache_size).inv

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _InverseTransform) and self._inv == other._inv

    def __repr__(self) -> str:
        return f'_InverseTransform({self._inv!r})'

    def __call__(self, x: Any) -> Any:
        return self._inv._inv_call(x)

    def log_abs_det_jacobian(self, x: Any, y: Any) -> Any:
        return -self._inv.log_abs_det_jacobian(y, x)

    def forward_shape(self, shape: Any) -> Any:
        return self._inv.inverse_shape(shape)

    def inverse_shape(self, shape: Any) -> Any:
        return self._inv.forward_shape(shape)


def _widened(constraint: Any, event_dim: int) -> Any:
    """A constraint whose values have that many dimensions."""
    more = event_dim - constraint.event_dim
    return constraints.independent(constraint, more) if more > 0 else constraint


class ComposeTransform(Transform):
    """One transform after the other.

    Args:
        parts: the first comes first.
        cache_size: as of each of them.
    """

    def __init__(self, parts: Sequence[Transform], cache_size: int = 0) -> None:
        if cache_size:
            parts = [part.with_cache(cache_size) for part in parts]
        super().__init__(cache_size)
        self.parts = parts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ComposeTransform) and self.parts == other.parts

    @constraints.dependent_property(is_discrete=False)
    def domain(self) -> Any:
        """Where the first comes from, with the dimensions that a later one needs."""
        if not self.parts:
            return constraints.real
        dims = self.parts[-1].codomain.event_dim
        for part in reversed(self.parts):
            dims = max(dims + part.domain.event_dim - part.codomain.event_dim, part.domain.event_dim)
        return _widened(self.parts[0].domain, dims)

    @constraints.dependent_property(is_discrete=False)
    def codomain(self) -> Any:
        """Where the last leads to, with the dimensions that an earlier one needs."""
        if not self.parts:
            return constraints.real
        dims = self.parts[0].domain.event_dim
        for part in self.parts:
            dims = max(dims + part.codomain.event_dim - part.domain.event_dim, part.codomain.event_dim)
        return _widened(self.parts[-1].codomain, dims)

    @property
    def bijective(self) -> Any:
        """Whether all of them are."""
        return all(part.bijective for part in self.parts)

    @property
    def sign(self) -> Any:
        """The product of their signs."""
        return reduce(mul, (part.sign for part in self.parts), 1)

    def _inverted(self) -> Any:
        found = ComposeTransform([part.inv for part in reversed(self.parts)])
        found._inv = weakref.ref(self)
        return found

    def with_cache(self, cache_size: int = 1) -> Any:
        return self if self._cache_size == cache_size else ComposeTransform(self.parts, cache_size)

    def __call__(self, x: Any) -> Any:
        for part in self.parts:
            x = part(x)
        return x

    def log_abs_det_jacobian(self, x: Tensor, y: Tensor) -> Any:
        if not self.parts:
            return _operations.zeros_like(x)
        values: list[Any] = [x]
        for part in self.parts[:-1]:
            values.append(part(values[-1]))
        values.append(y)
        dims, terms = self.domain.event_dim, []
        for part, before, after in zip(self.parts, values, values[1:], strict=False):
            term = part.log_abs_det_jacobian(before, after)
            terms.append(sum_rightmost(term, dims - part.domain.event_dim))
            dims += part.codomain.event_dim - part.domain.event_dim
        return reduce(add, terms)

    def forward_shape(self, shape: Any) -> Any:
        for part in self.parts:
            shape = part.forward_shape(shape)
        return shape

    def inverse_shape(self, shape: Any) -> Any:
        for part in reversed(self.parts):
            shape = part.inverse_shape(shape)
        return shape

    def __repr__(self) -> str:
        parts = ',\n    '.join(map(repr, self.parts))
        return f'ComposeTransform(\n    {parts}\n)'


identity_transform = ComposeTransform([])
