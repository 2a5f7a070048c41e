"""The log-normal distribution."""

from collections.abc import Sequence

from .._tensor import Tensor
from .continuous import Normal
from .distribution import Distribution, as_parameters

__all__ = ['LogNormal']

_OFFERED_LATE_BY = 'torch.distributions'


class LogNormal(Distribution):
    """What has a normal logarithm, with mean `loc` and standard deviation `scale`."""

    _shown = ()

    def __init__(self, loc: Tensor | float, scale: Tensor | float, validate_args: bool | None = None) -> None:
        self.loc, self.scale = as_parameters(loc, scale)
        self._normal = Normal(self.loc, self.scale)
        super().__init__(self.loc.shape)

    @property
    def mean(self) -> Tensor:
        return (self.loc + self.scale**2 / 2).exp()

    @property
    def variance(self) -> Tensor:
        squared = self.scale**2
        return squared.expm1() * (2 * self.loc + squared).exp()

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self._normal.rsample(sample_shape).exp()

    def log_prob(self, value: Tensor) -> Tensor:
        return self._normal.log_prob(value.log()) - value.log()

    def entropy(self) -> Tensor:
        return self._normal.entropy() + self.loc
