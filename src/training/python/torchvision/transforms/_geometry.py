"""Pictures of another size, and parts of them."""

import math
import warnings
from collections.abc import Sequence
from typing import Any

import torch
from torch import nn

from . import functional
from ._draws import uniform
from ._sizes import size_of
from .functional import InterpolationMode

__all__ = ['CenterCrop', 'FiveCrop', 'Pad', 'RandomCrop', 'RandomResizedCrop', 'Resize', 'TenCrop']


_BILINEAR = InterpolationMode.BILINEAR


class Resize(nn.Module):
    """Another size.

    Args:
        size: (height, width), or the length of the shorter side.

    Raises:
        TypeError: for another kind of size.
        ValueError: for more than two numbers.
    """

    def __init__(
        self,
        size: Any,
        interpolation: Any = _BILINEAR,
        max_size: int | None = None,
        antialias: bool | None = True,
    ) -> None:
        super().__init__()
        if not isinstance(size, (int, list, tuple)):
            raise TypeError(f'Size should be int or sequence. Got {type(size)}')
        if not isinstance(size, int) and len(size) not in (1, 2):
            raise ValueError('If size is a sequence, it should have 1 or 2 values')
        self.size = size
        self.max_size = max_size
        self.interpolation = interpolation
        self.antialias = antialias

    def forward(self, img: Any) -> Any:
        """The picture or tensor at the size."""
        return functional.resize(img, self.size, self.interpolation, self.max_size, self.antialias)

    def __repr__(self) -> str:
        kind = getattr(self.interpolation, 'value', self.interpolation)
        size, max_size, antialias = self.size, self.max_size, self.antialias
        return f'Resize({size=}, interpolation={kind}, {max_size=}, {antialias=})'


class CenterCrop(nn.Module):
    """The middle of a picture.

    Args:
        size: (height, width), or both.
    """

    def __init__(self, size: Any) -> None:
        super().__init__()
        self.size = size_of(size, 'Please provide only two dimensions (h, w) for size.')

    def forward(self, img: Any) -> Any:
        """The middle."""
        return functional.center_crop(img, self.size)

    def __repr__(self) -> str:
        return f'CenterCrop(size={self.size})'


class Pad(nn.Module):
    """Pixels around a picture; the arguments are those of `functional.pad`."""

    def __init__(self, padding: Any, fill: Any = 0, padding_mode: str = 'constant') -> None:
        super().__init__()
        self.padding = padding
        self.fill = fill
        self.padding_mode = padding_mode

    def forward(self, img: Any) -> Any:
        """The picture with edges."""
        return functional.pad(img, self.padding, self.fill, self.padding_mode)

    def __repr__(self) -> str:
        return f'Pad(padding={self.padding}, fill={self.fill}, padding_mode={self.padding_mode})'


class FiveCrop(nn.Module):
    """The four corners and the middle, as a tuple."""

    def __init__(self, size: Any) -> None:
        super().__init__()
        self.size = size_of(size, 'Please provide only two dimensions (h, w) for size.')

    def forward(self, img: Any) -> Any:
        """Five pictures."""
        return functional.five_crop(img, self.size)

    def __repr__(self) -> str:
        return f'FiveCrop(size={self.size})'


class TenCrop(nn.Module):
    """`FiveCrop` of the picture and of the flipped one, as a tuple."""

    def __init__(self, size: Any, vertical_flip: bool = False) -> None:
        super().__init__()
        self.size = size_of(size, 'Please provide only two dimensions (h, w) for size.')
        self.vertical_flip = vertical_flip

    def forward(self, img: Any) -> Any:
        """Ten pictures."""
        return functional.ten_crop(img, self.size, self.vertical_flip)

    def __repr__(self) -> str:
        return f'TenCrop(size={self.size}, vertical_flip={self.vertical_flip})'


class RandomCrop(nn.Module):
    """A part at a random place.

    Args:
        size: (height, width), or both.
        padding: put around before.
        pad_if_needed: whether a smaller picture is padded.
    """

    def __init__(
        self,
        size: Any,
        padding: Any = None,
        pad_if_needed: bool = False,
        fill: Any = 0,
        padding_mode: str = 'constant',
    ) -> None:
        super().__init__()
        self.size = tuple(size_of(size, 'Please provide only two dimensions (h, w) for size.'))
        self.padding = padding
        self.pad_if_needed = pad_if_needed
        self.fill = fill
        self.padding_mode = padding_mode

    @staticmethod
    def get_params(img: Any, output_size: Sequence[int]) -> tuple[int, int, int, int]:
        """Top, left, height and width of a part.

        Raises:
            ValueError: when the picture is smaller.
        """
        _, height, width = functional.get_dimensions(img)
        rows, columns = output_size
        if height < rows or width < columns:
            raise ValueError(
                f'Required crop size {(rows, columns)} is larger than input image size {(height, width)}'
            )
        if (width, height) == (columns, rows):
            return 0, 0, height, width
        top = int(torch.randint(0, height - rows + 1, size=(1,)).item())
        left = int(torch.randint(0, width - columns + 1, size=(1,)).item())
        return top, left, rows, columns

    def forward(self, img: Any) -> Any:
        """A part of the picture."""
        if self.padding is not None:
            img = functional.pad(img, self.padding, self.fill, self.padding_mode)
        _, height, width = functional.get_dimensions(img)
        if self.pad_if_needed and width < self.size[1]:
            img = functional.pad(img, [self.size[1] - width, 0], self.fill, self.padding_mode)
        if self.pad_if_needed and height < self.size[0]:
            img = functional.pad(img, [0, self.size[0] - height], self.fill, self.padding_mode)
        return functional.crop(img, *self.get_params(img, self.size))

    def __repr__(self) -> str:
        return f'RandomCrop(size={self.size}, padding={self.padding})'


class RandomResizedCrop(nn.Module):
    """A part of random area and proportions, at one size.

    Args:
        size: (height, width), or both.
        scale: least and greatest part of the area.
        ratio: least and greatest width over height.
    """

    def __init__(
        self,
        size: Any,
        scale: Sequence[float] = (0.08, 1.0),
        ratio: Sequence[float] = (3.0 / 4.0, 4.0 / 3.0),
        interpolation: Any = _BILINEAR,
        antialias: bool | None = True,
    ) -> None:
        super().__init__()
        self.size = size_of(size, 'Please provide only two dimensions (h, w) for size.')
        if scale[0] > scale[1] or ratio[0] > ratio[1]:
            warnings.warn('Scale and ratio should be of kind (min, max)', stacklevel=2)
        self.interpolation = interpolation
        self.antialias = antialias
        self.scale = scale
        self.ratio = ratio

    @staticmethod
    def get_params(img: Any, scale: Sequence[float], ratio: Sequence[float]) -> tuple[int, int, int, int]:
        """Top, left, height and width of a part; after ten parts that do not fit, the middle."""
        _, height, width = functional.get_dimensions(img)
        logarithms = torch.log(torch.tensor(ratio))
        for _ in range(10):
            area = height * width * uniform(scale[0], scale[1])
            proportion = torch.exp(torch.empty(1).uniform_(logarithms[0].item(), logarithms[1].item())).item()
            columns, rows = round(math.sqrt(area * proportion)), round(math.sqrt(area / proportion))
            if 0 < columns <= width and 0 < rows <= height:
                top = int(torch.randint(0, height - rows + 1, size=(1,)).item())
                left = int(torch.randint(0, width - columns + 1, size=(1,)).item())
                return top, left, rows, columns
        return _middle(height, width, ratio)

    def forward(self, img: Any) -> Any:
        """A part of the picture at the size."""
        part = self.get_params(img, self.scale, self.ratio)
        return functional.resized_crop(img, *part, self.size, self.interpolation, self.antialias)

    def __repr__(self) -> str:
        scale, ratio = (tuple(round(value, 4) for value in pair) for pair in (self.scale, self.ratio))
        kind = getattr(self.interpolation, 'value', self.interpolation)
        return (
            f'RandomResizedCrop(size={self.size}, scale={scale}, ratio={ratio}, '
            f'interpolation={kind}, antialias={self.antialias})'
        )


def _middle(height: int, width: int, ratio: Sequence[float]) -> tuple[int, int, int, int]:
    rows, columns = height, width
    if width / height < min(ratio):
        rows = round(width / min(ratio))
    elif width / height > max(ratio):
        columns = round(height * max(ratio))
    return (height - rows) // 2, (width - columns) // 2, rows, columns
