"""Distributions that are a standard one moved by `loc` and stretched by `scale`."""

from typing import Any

from .._tensor import Tensor
from . import constraints
from .exp_family import Expandable
from .utils import broadcast_all

__all__ = ['Located']


class Located(Expandable):
    """Such a distribution; its median and, if nothing else is said, its mean is `loc`."""

    arg_constraints = {'loc': constraints.real, 'scale': constraints.positive}
    support = constraints.real
    has_rsample = True

    def __init__(self, loc: Tensor | float, scale: Tensor | float, validate_args: bool | None = None) -> None:
        self.loc, self.scale = broadcast_all(loc, scale)
        super().__init__(self.loc.shape, validate_args=validate_args)

    @property
    def mean(self) -> Any:
        return self.loc

    @property
    def mode(self) -> Any:
        return self.loc
