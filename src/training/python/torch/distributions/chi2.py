"""The chi-squared distribution."""

from typing import Any

from .._tensor import Tensor
from . import constraints
from .gamma import Gamma

__all__ = ['Chi2']

_OFFERED_LATE_BY = 'torch.distributions'


class Chi2(Gamma):
    """The chi-squared distribution: of the sum of `df` squared standard normal variables."""

    arg_constraints = {'df': constraints.positive}

    def __init__(self, df: Tensor | float, validate_args: bool | None = None) -> None:
        super().__init__(0.5 * df, 0.5, validate_args)

    @property
    def df(self) -> Any:
        """Degrees of freedom."""
        return self.concentration * 2
