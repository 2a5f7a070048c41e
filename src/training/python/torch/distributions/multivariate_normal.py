"""The normal distribution of vectors."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations, linalg
from .._tensor import Tensor
from .distribution import Distribution

__all__ = ['MultivariateNormal']

_OFFERED_LATE_BY = 'torch.distributions'


class MultivariateNormal(Distribution):
    """Normal vectors of size n.

    Args:
        loc: the mean (…, n).
        covariance_matrix: (…, n, n); instead of it
        precision_matrix: its inverse, or
        scale_tril: its lower triangular factor.

    Raises:
        ValueError: when `loc` is a scalar, or unless exactly one of the three matrices is given.
    """

    def __init__(
        self,
        loc: Tensor,
        covariance_matrix: Tensor | None = None,
        precision_matrix: Tensor | None = None,
        scale_tril: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        given = [each for each in (covariance_matrix, precision_matrix, scale_tril) if each is not None]
        if loc.dim() < 1:
            raise ValueError('loc must be at least one-dimensional.')
        if len(given) != 1:
            raise ValueError(
                'Exactly one of covariance_matrix or precision_matrix or scale_tril may be specified.'
            )
        factor: Any = scale_tril
        if factor is None:
            covariance = covariance_matrix if covariance_matrix is not None else linalg.inv(precision_matrix)
            factor = linalg.cholesky(covariance)
        batch = _operations.broadcast_tensors(loc[..., 0], factor[..., 0, 0])[0].shape
        size = loc.shape[-1]
        self.loc = loc.expand(*batch, size)
        self.scale_tril = factor.expand(*batch, size, size)
        super().__init__(batch, (size,))

    @property
    def covariance_matrix(self) -> Tensor:
        """The covariances (…, n, n)."""
        return self.scale_tril @ self.scale_tril.mT

    @property
    def precision_matrix(self) -> Tensor:
        """The inverse of the covariances."""
        return linalg.inv(self.covariance_matrix)

    @property
    def mean(self) -> Tensor:
        return self.loc

    @property
    def mode(self) -> Tensor:
        """The likeliest vector."""
        return self.loc

    @property
    def variance(self) -> Tensor:
        return self.scale_tril.pow(2).sum(-1)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        noise = _operations.normal(0, 1, self._extended(sample_shape), dtype=self.loc.dtype)
        return self.loc + (self.scale_tril @ noise.unsqueeze(-1)).squeeze(-1)

    def _half_log_determinant(self) -> Any:
        return self.scale_tril.diagonal(dim1=-2, dim2=-1).log().sum(-1)

    def log_prob(self, value: Tensor) -> Tensor:
        distance = linalg.solve(self.scale_tril, (value - self.loc).unsqueeze(-1)).squeeze(-1)
        size = self._event_shape[0]
        return -0.5 * (size * math.log(2 * math.pi) + distance.pow(2).sum(-1)) - self._half_log_determinant()

    def entropy(self) -> Tensor:
        return 0.5 * self._event_shape[0] * (1 + math.log(2 * math.pi)) + self._half_log_determinant()

    def __repr__(self) -> str:
        return (
            f'MultivariateNormal(loc: {self.loc.size()}, covariance_matrix: {self.covariance_matrix.size()})'
        )
