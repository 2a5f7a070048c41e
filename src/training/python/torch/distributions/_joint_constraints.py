"""Constraints on vectors and matrices, and on tensors whose parts have constraints of their own."""

from collections.abc import Sequence
from typing import Any

from .. import _operations, linalg
from .._limits import finfo
from .._tensor import Tensor
from ._constraint import Constraint

__all__ = []

_SUM = 1e-6
"""How far probabilities may add up to something else than 1, and symmetric elements differ."""


class _OneHot(Constraint):
    is_discrete = True
    event_dim = 1

    def check(self, value: Tensor) -> Any:
        return ((value == 0) | (value == 1)).all(-1) & value.sum(-1).eq(1)


class _Simplex(Constraint):
    event_dim = 1

    def check(self, value: Tensor) -> Any:
        return (value >= 0).all(-1) & ((value.sum(-1) - 1).abs() < _SUM)


class _Multinomial(Constraint):
    is_discrete = True
    event_dim = 1

    def __init__(self, upper_bound: Any) -> None:
        self.upper_bound = upper_bound

    def check(self, value: Tensor) -> Any:
        return (value >= 0).all(-1) & (value.sum(-1) <= self.upper_bound)


class _OfMatrices(Constraint):
    event_dim = 2


class _LowerTriangular(_OfMatrices):
    def check(self, value: Tensor) -> Any:
        return (value.tril() == value).flatten(-2).all(-1)


class _LowerCholesky(_LowerTriangular):
    def check(self, value: Tensor) -> Any:
        return super().check(value) & (value.diagonal(dim1=-2, dim2=-1) > 0).all(-1)


class _CorrCholesky(_LowerCholesky):
    def check(self, value: Tensor) -> Any:
        tolerance = finfo(value.dtype).eps * value.shape[-1] * 10
        lengths: Any = linalg.vector_norm(value.detach(), dim=-1)
        return super().check(value) & (lengths - 1.0).abs().le(tolerance).all(-1)


class _Square(_OfMatrices):
    def check(self, value: Tensor) -> Any:
        rows, columns = value.shape[-2:]
        return _operations.full(value.shape[:-2], rows == columns)


class _Symmetric(_Square):
    def check(self, value: Tensor) -> Any:
        square = super().check(value)
        if not square.all():
            return square
        return _operations.isclose(value, value.mT, atol=_SUM).all(-2).all(-1)


class _PositiveSemidefinite(_Symmetric):
    def check(self, value: Tensor) -> Any:
        symmetric = super().check(value)
        return linalg.eigvalsh(value).ge(0).all(-1) if symmetric.all() else symmetric


class _PositiveDefinite(_Symmetric):
    def check(self, value: Tensor) -> Any:
        symmetric = super().check(value)
        return linalg.cholesky_ex(value).info.eq(0) if symmetric.all() else symmetric


class _Parts(Constraint):
    """Parts along a dimension, each with a constraint of its own."""

    def __init__(self, cseq: Sequence[Constraint], dim: int = 0) -> None:
        self.cseq = list(cseq)
        self.dim = dim

    @property
    def is_discrete(self) -> Any:
        """Whether one of the parts is."""
        return any(each.is_discrete for each in self.cseq)

    @property
    def event_dim(self) -> Any:
        """The most dimensions that a value of a part has."""
        return max(each.event_dim for each in self.cseq)


class _Cat(_Parts):
    def __init__(
        self, cseq: Sequence[Constraint], dim: int = 0, lengths: Sequence[int] | None = None
    ) -> None:
        super().__init__(cseq, dim)
        self.lengths = [1] * len(self.cseq) if lengths is None else list(lengths)

    def check(self, value: Tensor) -> Any:
        parts = value.split(self.lengths, self.dim)
        checked = [each.check(part) for each, part in zip(self.cseq, parts, strict=True)]
        return _operations.cat(checked, self.dim)


class _Stack(_Parts):
    @property
    def event_dim(self) -> Any:
        """The most dimensions that a value of a part has, and the stacked one when it is among them."""
        most = super().event_dim
        return most + 1 if self.dim + most < 0 else most

    def check(self, value: Tensor) -> Any:
        parts = value.unbind(self.dim)
        checked = [each.check(part) for each, part in zip(self.cseq, parts, strict=True)]
        return _operations.stack(checked, self.dim)
