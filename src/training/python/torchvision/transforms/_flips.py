"""Pictures flipped and turned at random."""

import numbers
from collections.abc import Sequence
from typing import Any

from torch import nn

from . import functional
from ._draws import chance, uniform
from .functional import InterpolationMode

__all__ = ['RandomHorizontalFlip', 'RandomRotation', 'RandomVerticalFlip']


class RandomHorizontalFlip(nn.Module):
    """Left and right exchanged, with a probability."""

    def __init__(self, p: float = 0.5) -> None:
        super().__init__()
        self.p = p

    def forward(self, img: Any) -> Any:
        """The picture, or its mirror image."""
        return functional.hflip(img) if chance() < self.p else img

    def __repr__(self) -> str:
        return f'{type(self).__name__}(p={self.p})'


class RandomVerticalFlip(RandomHorizontalFlip):
    """Top and bottom exchanged, with a probability."""

    def forward(self, img: Any) -> Any:
        """The picture, or the picture upside down."""
        return functional.vflip(img) if chance() < self.p else img


class RandomRotation(nn.Module):
    """Turned by a random angle.

    Args:
        degrees: the greatest angle either way, or (least, greatest).

    Raises:
        ValueError: for a negative number.
    """

    def __init__(
        self,
        degrees: Any,
        interpolation: Any = InterpolationMode.NEAREST,
        expand: bool = False,
        center: Any = None,
        fill: Any = 0,
    ) -> None:
        super().__init__()
        if isinstance(degrees, numbers.Number):
            if degrees < 0:  # type: ignore[operator]
                raise ValueError('If degrees is a single number, it must be positive.')
            degrees = (-degrees, degrees)  # type: ignore[operator]
        self.degrees = [float(degree) for degree in degrees]
        self.interpolation = interpolation
        self.expand = expand
        self.center = center
        self.fill = fill

    @staticmethod
    def get_params(degrees: Sequence[float]) -> float:
        """A random angle."""
        return uniform(degrees[0], degrees[1])

    def forward(self, img: Any) -> Any:
        """The picture turned."""
        angle = self.get_params(self.degrees)
        return functional.rotate(img, angle, self.interpolation, self.expand, self.center, self.fill)

    def __repr__(self) -> str:
        kind = getattr(self.interpolation, 'value', self.interpolation)
        degrees, expand, fill = self.degrees, self.expand, self.fill
        return f'RandomRotation({degrees=}, interpolation={kind}, {expand=}, {fill=})'
