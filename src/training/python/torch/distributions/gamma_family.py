"""Gamma, beta, Dirichlet, chi-squared and Student's t distributions: all drawn from gamma variables."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._construct import as_tensor
from .._limits import finfo
from .._tensor import Tensor
from .distribution import Distribution, as_parameters

__all__ = ['Beta', 'Chi2', 'Dirichlet', 'Gamma', 'StudentT']

_OFFERED_BY = 'torch.distributions'


def _gamma_variables(concentration: Tensor) -> Any:
    """One gamma variable of rate 1 for each concentration."""
    if concentration.requires_grad:
        raise NotImplementedError(
            'D2L Exercises does not support gradients through gamma samples: '
            'use sample() instead of rsample()'
        )
    return _operations._standard_gamma(concentration)


class Gamma(Distribution):
    """The gamma distribution."""

    _shown = ('concentration', 'rate')

    def __init__(
        self, concentration: Tensor | float, rate: Tensor | float, validate_args: bool | None = None
    ) -> None:
        self.concentration, self.rate = as_parameters(concentration, rate)
        super().__init__(self.concentration.shape)

    @property
    def mean(self) -> Tensor:
        return self.concentration / self.rate

    @property
    def mode(self) -> Tensor:
        """The most probable value."""
        return ((self.concentration - 1) / self.rate).clamp(min=0)

    @property
    def variance(self) -> Tensor:
        return self.concentration / self.rate**2

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self._drawn(self.concentration.detach(), self.rate.detach(), sample_shape)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self._drawn(self.concentration, self.rate, sample_shape)

    def _drawn(self, concentration: Tensor, rate: Tensor, sample_shape: Sequence[int]) -> Any:
        shape = self._extended(sample_shape)
        value = _gamma_variables(concentration.expand(shape)) / rate.expand(shape)
        return value.clamp(min=finfo(value.dtype).tiny)

    def log_prob(self, value: Tensor) -> Tensor:
        value = as_tensor(value, dtype=self.rate.dtype)
        concentration = self.concentration
        return (
            _operations.xlogy(concentration, self.rate)
            + _operations.xlogy(concentration - 1, value)
            - self.rate * value
            - concentration.lgamma()
        )

    def entropy(self) -> Tensor:
        concentration = self.concentration
        return (
            concentration
            - self.rate.log()
            + concentration.lgamma()
            + (1.0 - concentration) * concentration.digamma()
        )


class Chi2(Gamma):
    """The chi-squared distribution: of the sum of `df` squared standard normal variables."""

    _shown = ()

    def __init__(self, df: Tensor | float, validate_args: bool | None = None) -> None:
        (freedom,) = as_parameters(df)
        super().__init__(0.5 * freedom, 0.5)

    @property
    def df(self) -> Tensor:
        """Degrees of freedom."""
        return self.concentration * 2


class Dirichlet(Distribution):
    """The Dirichlet distribution, of probabilities that sum to 1 along the last dimension.

    Raises:
        ValueError: when `concentration` is a scalar.
    """

    _shown = ('concentration',)

    def __init__(self, concentration: Tensor, validate_args: bool | None = None) -> None:
        if concentration.dim() < 1:
            raise ValueError('`concentration` parameter must be at least one-dimensional.')
        self.concentration = concentration
        super().__init__(concentration.shape[:-1], concentration.shape[-1:])

    @property
    def mean(self) -> Tensor:
        return self.concentration / self.concentration.sum(-1, True)

    @property
    def variance(self) -> Tensor:
        total = self.concentration.sum(-1, True)
        return self.concentration * (total - self.concentration) / (total**2 * (total + 1))

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self._drawn(self.concentration.detach(), sample_shape)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self._drawn(self.concentration, sample_shape)

    def _drawn(self, concentration: Tensor, sample_shape: Sequence[int]) -> Any:
        wide = _gamma_variables(concentration.expand(self._extended(sample_shape)).double())
        return (wide / wide.sum(-1, True)).to(concentration.dtype)

    def log_prob(self, value: Tensor) -> Tensor:
        concentration = self.concentration
        return (
            _operations.xlogy(concentration - 1.0, value).sum(-1)
            + concentration.sum(-1).lgamma()
            - concentration.lgamma().sum(-1)
        )

    def entropy(self) -> Tensor:
        concentration = self.concentration
        total = concentration.sum(-1)
        return (
            concentration.lgamma().sum(-1)
            - total.lgamma()
            - (concentration.shape[-1] - total) * total.digamma()
            - ((concentration - 1.0) * concentration.digamma()).sum(-1)
        )


class Beta(Distribution):
    """The beta distribution, of a probability."""

    def __init__(
        self,
        concentration1: Tensor | float,
        concentration0: Tensor | float,
        validate_args: bool | None = None,
    ) -> None:
        both = as_parameters(concentration1, concentration0)
        self._dirichlet = Dirichlet(_operations.stack(list(both), -1))
        super().__init__(self._dirichlet.batch_shape)

    @property
    def concentration1(self) -> Tensor:
        """The first concentration, often alpha."""
        return self._dirichlet.concentration[..., 0]

    @property
    def concentration0(self) -> Tensor:
        """The second concentration, often beta."""
        return self._dirichlet.concentration[..., 1]

    @property
    def mean(self) -> Tensor:
        return self.concentration1 / (self.concentration1 + self.concentration0)

    @property
    def variance(self) -> Tensor:
        total = self.concentration1 + self.concentration0
        return self.concentration1 * self.concentration0 / (total**2 * (total + 1))

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self._dirichlet.sample(sample_shape).select(-1, 0)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self._dirichlet.rsample(sample_shape).select(-1, 0)

    def log_prob(self, value: Tensor) -> Tensor:
        value = as_tensor(value, dtype=self.concentration1.dtype)
        return self._dirichlet.log_prob(_operations.stack([value, 1.0 - value], -1))

    def entropy(self) -> Tensor:
        return self._dirichlet.entropy()


class StudentT(Distribution):
    """Student's t distribution, moved and scaled."""

    _shown = ('df', 'loc', 'scale')

    def __init__(
        self,
        df: Tensor | float,
        loc: Tensor | float = 0.0,
        scale: Tensor | float = 1.0,
        validate_args: bool | None = None,
    ) -> None:
        self.df, self.loc, self.scale = as_parameters(df, loc, scale)
        self._chi2 = Chi2(self.df)
        super().__init__(self.df.shape)

    @property
    def mean(self) -> Tensor:
        return self.loc.masked_fill(self.df <= 1, math.nan)

    @property
    def variance(self) -> Tensor:
        spread = self.scale**2 * self.df / (self.df - 2)
        return spread.masked_fill(self.df <= 2, math.inf).masked_fill(self.df <= 1, math.nan)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        normal = _operations.normal(0, 1, self._extended(sample_shape), dtype=self.loc.dtype)
        squares = self._chi2.rsample(sample_shape)
        return self.loc + self.scale * (normal * (squares / self.df).rsqrt())

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        plain = StudentT(self.df.detach(), self.loc.detach(), self.scale.detach())
        return plain.rsample(sample_shape)

    def log_prob(self, value: Tensor) -> Tensor:
        distance = (value - self.loc) / self.scale
        norm = (
            self.scale.log()
            + 0.5 * self.df.log()
            + 0.5 * math.log(math.pi)
            + (0.5 * self.df).lgamma()
            - (0.5 * (self.df + 1.0)).lgamma()
        )
        return -0.5 * (self.df + 1.0) * (distance**2.0 / self.df).log1p() - norm
