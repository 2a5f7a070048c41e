"""The normal distribution of vectors."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations, linalg
from .._queries import broadcast_shapes
from .._tensor import Tensor
from . import constraints
from .exp_family import Expandable
from .utils import lazy_property, standard_normal

__all__ = ['MultivariateNormal']

_OFFERED_LATE_BY = 'torch.distributions'


def _factor_of_precision(precision: Any) -> Any:
    """The Cholesky factor of the inverse of a matrix."""
    turned = linalg.cholesky(precision.flip((-2, -1))).flip((-2, -1)).mT
    identity = _operations.eye(precision.shape[-1], dtype=precision.dtype)
    return linalg.solve_triangular(turned, identity, upper=False)


def _factor(name: str, matrix: Any) -> Any:
    """The Cholesky factor of the covariances that the argument of that name says."""
    if name == 'scale_tril':
        return matrix
    return linalg.cholesky(matrix) if name == 'covariance_matrix' else _factor_of_precision(matrix)


def mahalanobis(factor: Any, difference: Any) -> Any:
    """The squared length of vectors (…, n) in units of the Cholesky factor (…, n, n) of a covariance."""
    batch = broadcast_shapes(factor.shape[:-2], difference.shape[:-1])
    wide = factor.expand(*batch, *factor.shape[-2:])
    column = difference.expand(*batch, difference.shape[-1]).unsqueeze(-1)
    return linalg.solve_triangular(wide, column, upper=False).pow(2).sum((-2, -1))


def half_log_determinant(factor: Any) -> Any:
    """Half the logarithm of the determinant of a covariance, of its Cholesky factor."""
    return factor.diagonal(dim1=-2, dim2=-1).log().sum(-1)


class MultivariateNormal(Expandable):
    """Normal vectors of size n.

    Args:
        loc: the mean (…, n).
        covariance_matrix: (…, n, n); instead of it
        precision_matrix: its inverse, or
        scale_tril: its lower triangular factor.
        validate_args: as of every distribution.

    Raises:
        ValueError: when `loc` is a scalar, unless exactly one of the three matrices is given, or it is none.
    """

    arg_constraints = {
        'loc': constraints.real_vector,
        'covariance_matrix': constraints.positive_definite,
        'precision_matrix': constraints.positive_definite,
        'scale_tril': constraints.lower_cholesky,
    }
    support = constraints.real_vector
    has_rsample = True

    def __init__(
        self,
        loc: Tensor,
        covariance_matrix: Tensor | None = None,
        precision_matrix: Tensor | None = None,
        scale_tril: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        if loc.dim() < 1:
            raise ValueError('loc must be at least one-dimensional.')
        named = {
            'scale_tril': scale_tril,
            'covariance_matrix': covariance_matrix,
            'precision_matrix': precision_matrix,
        }
        given: list[tuple[str, Any]] = [(name, value) for name, value in named.items() if value is not None]
        if len(given) != 1:
            raise ValueError(
                'Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.'
            )
        ((name, matrix),) = given
        if matrix.dim() < 2:
            shown = 'scale_tril matrix' if name == 'scale_tril' else name
            raise ValueError(
                f'{shown} must be at least two-dimensional, with optional leading batch dimensions'
            )
        batch = broadcast_shapes(matrix.shape[:-2], loc.shape[:-1])
        setattr(self, name, matrix.expand(*batch, -1, -1))
        self.loc: Any = loc.expand(*batch, -1)
        super().__init__(batch, self.loc.shape[-1:], validate_args)
        self._factor = _factor(name, getattr(self, name))

    @lazy_property
    def scale_tril(self) -> Any:
        """The lower triangular factor of the covariances (…, n, n)."""
        return self._factor

    @lazy_property
    def covariance_matrix(self) -> Any:
        """The covariances (…, n, n)."""
        return self._factor @ self._factor.mT

    @lazy_property
    def precision_matrix(self) -> Any:
        """The inverse of the covariances."""
        return _operations.cholesky_inverse(self._factor)

    @property
    def mean(self) -> Any:
        return self.loc

    @property
    def mode(self) -> Any:
        return self.loc

    @property
    def variance(self) -> Any:
        return self._factor.pow(2).sum(-1)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        noise = standard_normal(self._extended_shape(sample_shape), self.loc.dtype)
        return self.loc + (self._factor @ noise.unsqueeze(-1)).squeeze(-1)

    def log_prob(self, value: Tensor) -> Any:
        distance = mahalanobis(self._factor, self._checked(value) - self.loc)
        size = self._event_shape[0]
        return -0.5 * (size * math.log(2 * math.pi) + distance) - half_log_determinant(self._factor)

    def entropy(self) -> Any:
        size = self._event_shape[0]
        return 0.5 * size * (1.0 + math.log(2 * math.pi)) + half_log_determinant(self._factor)
