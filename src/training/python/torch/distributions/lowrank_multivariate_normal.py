"""The normal distribution of vectors whose covariance is of low rank but for its diagonal."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations, linalg
from .._tensor import Tensor
from . import constraints
from .exp_family import Expandable
from .multivariate_normal import half_log_determinant, mahalanobis
from .utils import lazy_property, standard_normal

__all__ = ['LowRankMultivariateNormal']

_OFFERED_LATE_BY = 'torch.distributions'


class LowRankMultivariateNormal(Expandable):
    """Normal vectors of size n with the covariance W Wᵀ + D.

    Args:
        loc: the mean (…, n).
        cov_factor: W (…, n, m).
        cov_diag: the diagonal (…, n) of D.
        validate_args: as of every distribution.

    Raises:
        ValueError: when their shapes do not fit.
    """

    arg_constraints = {
        'loc': constraints.real_vector,
        'cov_factor': constraints.independent(constraints.real, 2),
        'cov_diag': constraints.independent(constraints.positive, 1),
    }
    support = constraints.real_vector
    has_rsample = True

    def __init__(
        self, loc: Tensor, cov_factor: Tensor, cov_diag: Tensor, validate_args: bool | None = None
    ) -> None:
        _require_shapes(loc, cov_factor, cov_diag)
        try:
            wide = _operations.broadcast_tensors(loc.unsqueeze(-1), cov_factor, cov_diag.unsqueeze(-1))
        except RuntimeError as error:
            raise ValueError(
                f'Incompatible batch shapes: loc {loc.shape}, cov_factor {cov_factor.shape}, '
                f'cov_diag {cov_diag.shape}'
            ) from error
        self.loc: Any = wide[0][..., 0]
        self.cov_factor: Any = wide[1]
        self.cov_diag: Any = wide[2][..., 0]
        self._capacitance_tril = linalg.cholesky(self._capacitance())
        super().__init__(self.loc.shape[:-1], self.loc.shape[-1:], validate_args)

    def _capacitance(self) -> Any:
        size = self.cov_factor.shape[-1]
        return self._weighed() @ self.cov_factor + _operations.eye(size, dtype=self.loc.dtype)

    def _weighed(self) -> Any:
        """Wᵀ D⁻¹."""
        return self.cov_factor.mT / self.cov_diag.unsqueeze(-2)

    @property
    def mean(self) -> Any:
        return self.loc

    @property
    def mode(self) -> Any:
        return self.loc

    @lazy_property
    def variance(self) -> Any:
        """The variances (…, n)."""
        return self.cov_factor.pow(2).sum(-1) + self.cov_diag

    @lazy_property
    def scale_tril(self) -> Any:
        """The lower triangular factor of the covariances (…, n, n)."""
        return linalg.cholesky(self.covariance_matrix)

    @lazy_property
    def covariance_matrix(self) -> Any:
        """The covariances (…, n, n)."""
        return self.cov_factor @ self.cov_factor.mT + self.cov_diag.diag_embed()

    @lazy_property
    def precision_matrix(self) -> Any:
        """The inverse of the covariances."""
        half = linalg.solve_triangular(self._capacitance_tril, self._weighed(), upper=False)
        return self.cov_diag.reciprocal().diag_embed() - half.mT @ half

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        shape, kind = self._extended_shape(sample_shape), self.loc.dtype
        shared = standard_normal((*shape[:-1], self.cov_factor.shape[-1]), kind)
        own = standard_normal(shape, kind)
        moved = (self.cov_factor @ shared.unsqueeze(-1)).squeeze(-1)
        return self.loc + moved + self.cov_diag.sqrt() * own

    def _log_determinant(self) -> Any:
        return 2 * half_log_determinant(self._capacitance_tril) + self.cov_diag.log().sum(-1)

    def _distance(self, difference: Any) -> Any:
        along = (self._weighed() @ difference.unsqueeze(-1)).squeeze(-1)
        return (difference.pow(2) / self.cov_diag).sum(-1) - mahalanobis(self._capacitance_tril, along)

    def log_prob(self, value: Tensor) -> Any:
        distance = self._distance(self._checked(value) - self.loc)
        size = self._event_shape[0]
        return -0.5 * (size * math.log(2 * math.pi) + self._log_determinant() + distance)

    def entropy(self) -> Any:
        size = self._event_shape[0]
        return 0.5 * (size * (1.0 + math.log(2 * math.pi)) + self._log_determinant())


def _require_shapes(loc: Tensor, cov_factor: Tensor, cov_diag: Tensor) -> None:
    if loc.dim() < 1:
        raise ValueError('loc must be at least one-dimensional.')
    event = loc.shape[-1:]
    if cov_factor.dim() < 2:
        raise ValueError(
            'cov_factor must be at least two-dimensional, with optional leading batch dimensions'
        )
    if cov_factor.shape[-2:-1] != event:
        raise ValueError(f'cov_factor must be a batch of matrices with shape {event[0]} x m')
    if cov_diag.shape[-1:] != event:
        raise ValueError(f'cov_diag must be a batch of vectors with shape {event}')
