"""Divergences between normal distributions, of numbers and of vectors."""

from typing import Any

from .._queries import broadcast_shapes
from ..linalg import solve_triangular
from .half_normal import HalfNormal
from .kl import add_formulas
from .lowrank_multivariate_normal import LowRankMultivariateNormal
from .multivariate_normal import MultivariateNormal, half_log_determinant, mahalanobis
from .normal import Normal

__all__ = []


def _normal(p: Normal, q: Normal) -> Any:
    ratio = (p.scale / q.scale) ** 2
    distance = ((p.loc - q.loc) / q.scale) ** 2
    return 0.5 * (ratio + distance - 1 - ratio.log())


def _half_normal(p: HalfNormal, q: HalfNormal) -> Any:
    return _normal(p.base_dist, q.base_dist)


def _require_events(p: Any, q: Any, families: str) -> None:
    if p.event_shape != q.event_shape:
        raise ValueError(
            f'KL-divergence between two {families} with                          '
            'different event shapes cannot be computed'
        )


def _spread(matrix: Any, factor: Any) -> Any:
    """The trace of (L⁻¹ M)(L⁻¹ M)ᵀ: of a matrix M, with the Cholesky factor L of another covariance."""
    batch = broadcast_shapes(matrix.shape[:-2], factor.shape[:-2])
    solved = solve_triangular(
        factor.expand(*batch, *factor.shape[-2:]), matrix.expand(*batch, *matrix.shape[-2:]), upper=False
    )
    return solved.pow(2).sum((-2, -1))


def _vectors(p: MultivariateNormal, q: MultivariateNormal) -> Any:
    _require_events(p, q, 'Multivariate Normals')
    logs = half_log_determinant(q._factor) - half_log_determinant(p._factor)
    apart = _spread(p._factor, q._factor) + mahalanobis(q._factor, q.loc - p.loc)
    return logs + 0.5 * (apart - p.event_shape[0])


def _log_determinant(of: Any) -> Any:
    low = isinstance(of, LowRankMultivariateNormal)
    return of._log_determinant() if low else 2 * half_log_determinant(of._factor)


def _with_low_rank(p: Any, q: Any) -> Any:
    """Between vectors, one or both of a covariance W Wᵀ + D."""
    one = isinstance(p, LowRankMultivariateNormal) and isinstance(q, LowRankMultivariateNormal)
    _require_events(p, q, 'Low Rank Multivariate Normals' if one else '(Low Rank) Multivariate Normals')
    trace = (q.precision_matrix @ p.covariance_matrix).diagonal(dim1=-2, dim2=-1).sum(-1)
    if isinstance(q, LowRankMultivariateNormal):
        distance = q._distance(q.loc - p.loc)
    else:
        distance = mahalanobis(q._factor, q.loc - p.loc)
    return 0.5 * (_log_determinant(q) - _log_determinant(p) + trace + distance - p.event_shape[0])


add_formulas(
    {
        (Normal, Normal): _normal,
        (HalfNormal, HalfNormal): _half_normal,
        (MultivariateNormal, MultivariateNormal): _vectors,
        (LowRankMultivariateNormal, LowRankMultivariateNormal): _with_low_rank,
        (LowRankMultivariateNormal, MultivariateNormal): _with_low_rank,
        (MultivariateNormal, LowRankMultivariateNormal): _with_low_rank,
    }
)
