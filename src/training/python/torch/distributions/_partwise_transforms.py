"""Transforms that treat the parts of a tensor differently."""

from collections.abc import Sequence
from functools import reduce
from operator import add
from typing import Any

from .. import _operations
from . import constraints
from ._transform import Transform
from .utils import sum_rightmost

__all__ = ['CatTransform', 'StackTransform']


class _Partwise(Transform):
    def __init__(self, tseq: Sequence[Transform], dim: int, cache_size: int) -> None:
        super().__init__(cache_size)
        self.transforms = [each.with_cache(cache_size) for each in tseq] if cache_size else list(tseq)
        self.dim = dim

    @property
    def bijective(self) -> Any:
        """Whether all of them are."""
        return all(each.bijective for each in self.transforms)

    def _parts(self, value: Any) -> Any:
        raise NotImplementedError

    def _joined(self, parts: list[Any]) -> Any:
        raise NotImplementedError

    def _call(self, x: Any) -> Any:
        pairs = zip(self.transforms, self._parts(x), strict=True)
        return self._joined([each(part) for each, part in pairs])

    def _inverse(self, y: Any) -> Any:
        pairs = zip(self.transforms, self._parts(y), strict=True)
        return self._joined([each.inv(part) for each, part in pairs])


class CatTransform(_Partwise):
    """Transforms of parts that lie one after the other along a dimension."""

    def __init__(
        self,
        tseq: Sequence[Transform],
        dim: int = 0,
        lengths: Sequence[int] | None = None,
        cache_size: int = 0,
    ) -> None:
        super().__init__(tseq, dim, cache_size)
        self.lengths = [1] * len(self.transforms) if lengths is None else list(lengths)

    @property
    def event_dim(self) -> int:
        """The most that one of them has."""
        return max(each.event_dim for each in self.transforms)

    @property
    def length(self) -> int:
        """The size of all of them along the dimension."""
        return sum(self.lengths)

    def with_cache(self, cache_size: int = 1) -> Any:
        if self._cache_size == cache_size:
            return self
        return CatTransform(self.transforms, self.dim, self.lengths, cache_size)

    def _parts(self, value: Any) -> Any:
        return value.split(self.lengths, self.dim)

    def _joined(self, parts: list[Any]) -> Any:
        return _operations.cat(parts, self.dim)

    def log_abs_det_jacobian(self, x: Any, y: Any) -> Any:
        found = [
            sum_rightmost(each.log_abs_det_jacobian(before, after), self.event_dim - each.event_dim)
            for each, before, after in zip(self.transforms, self._parts(x), self._parts(y), strict=True)
        ]
        dim = (self.dim - x.dim() if self.dim >= 0 else self.dim) + self.event_dim
        return _operations.cat(found, dim) if dim < 0 else reduce(add, found)

    @constraints.dependent_property
    def domain(self) -> Any:
        """Where they come from."""
        return constraints.cat([each.domain for each in self.transforms], self.dim, self.lengths)

    @constraints.dependent_property
    def codomain(self) -> Any:
        """Where they lead to."""
        return constraints.cat([each.codomain for each in self.transforms], self.dim, self.lengths)


class StackTransform(_Partwise):
    """A transform for each member of a dimension."""

    def __init__(self, tseq: Sequence[Transform], dim: int = 0, cache_size: int = 0) -> None:
        super().__init__(tseq, dim, cache_size)

    def with_cache(self, cache_size: int = 1) -> Any:
        return (
            self if self._cache_size == cache_size else StackTransform(self.transforms, self.dim, cache_size)
        )

    def _parts(self, value: Any) -> Any:
        return value.unbind(self.dim)

    def _joined(self, parts: list[Any]) -> Any:
        return _operations.stack(parts, self.dim)

    def log_abs_det_jacobian(self, x: Any, y: Any) -> Any:
        pairs = zip(self.transforms, self._parts(x), self._parts(y), strict=True)
        return self._joined([each.log_abs_det_jacobian(before, after) for each, before, after in pairs])

    @constraints.dependent_property
    def domain(self) -> Any:
        """Where they come from."""
        return constraints.stack([each.domain for each in self.transforms], self.dim)

    @constraints.dependent_property
    def codomain(self) -> Any:
        """Where they lead to."""
        return constraints.stack([each.codomain for each in self.transforms], self.dim)
