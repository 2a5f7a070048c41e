"""Pictures in other colors, blurred, or without a part."""

import math
import numbers
from collections.abc import Sequence
from typing import Any

import torch
from torch import Tensor, nn

from . import functional
from ._draws import chance, uniform
from ._sizes import size_of

__all__ = ['ColorJitter', 'GaussianBlur', 'Grayscale', 'RandomErasing', 'RandomGrayscale']


class Grayscale(nn.Module):
    """A grey picture."""

    def __init__(self, num_output_channels: int = 1) -> None:
        super().__init__()
        self.num_output_channels = num_output_channels

    def forward(self, img: Any) -> Any:
        """The picture in grey."""
        return functional.rgb_to_grayscale(img, self.num_output_channels)

    def __repr__(self) -> str:
        return f'Grayscale(num_output_channels={self.num_output_channels})'


class RandomGrayscale(nn.Module):
    """Grey, with a probability; as many channels as before."""

    def __init__(self, p: float = 0.1) -> None:
        super().__init__()
        self.p = p

    def forward(self, img: Any) -> Any:
        """The picture, or the picture in grey."""
        channels = functional.get_dimensions(img)[0]
        return functional.rgb_to_grayscale(img, channels) if chance() < self.p else img

    def __repr__(self) -> str:
        return f'RandomGrayscale(p={self.p})'


class ColorJitter(nn.Module):
    """Brightness, contrast, saturation and hue changed at random, in a random order.

    Args:
        brightness, contrast, saturation: how far the factor may be from 1, or its (least, greatest) value.
        hue: how far it may turn, at most 0.5.

    Raises:
        ValueError: for negative or too large numbers.
        TypeError: for other kinds.
    """

    def __init__(self, brightness: Any = 0, contrast: Any = 0, saturation: Any = 0, hue: Any = 0) -> None:
        super().__init__()
        self.brightness = self._range(brightness, 'brightness')
        self.contrast = self._range(contrast, 'contrast')
        self.saturation = self._range(saturation, 'saturation')
        self.hue = self._range(hue, 'hue', center=0.0, bound=(-0.5, 0.5))

    @staticmethod
    def _range(
        value: Any, name: str, center: float = 1.0, bound: tuple[float, float] = (0.0, float('inf'))
    ) -> tuple[float, float] | None:
        if isinstance(value, numbers.Number):
            distance = float(value)  # type: ignore[arg-type]
            if distance < 0:
                raise ValueError(f'If {name} is a single number, it must be non negative.')
            ends = [center - distance, center + distance]
            if center == 1.0:
                ends[0] = max(ends[0], 0.0)
        elif isinstance(value, (tuple, list)) and len(value) == 2:
            ends = [float(value[0]), float(value[1])]
        else:
            raise TypeError(f'{name} should be a single number or a list/tuple with length 2.')
        if not bound[0] <= ends[0] <= ends[1] <= bound[1]:
            raise ValueError(f'{name} values should be between {bound}, but got {ends}.')
        return None if ends[0] == ends[1] == center else (ends[0], ends[1])

    @staticmethod
    def get_params(brightness: Any, contrast: Any, saturation: Any, hue: Any) -> tuple[Any, ...]:
        """The order of the four, and a factor for each that changes anything."""
        order = torch.randperm(4)
        ranges = (brightness, contrast, saturation, hue)
        return (order, *(None if each is None else uniform(*each) for each in ranges))

    def forward(self, img: Any) -> Any:
        """The picture in other colors."""
        order, *factors = self.get_params(self.brightness, self.contrast, self.saturation, self.hue)
        changes = (
            functional.adjust_brightness,
            functional.adjust_contrast,
            functional.adjust_saturation,
            functional.adjust_hue,
        )
        for number in order.tolist():
            if factors[number] is not None:
                img = changes[number](img, factors[number])
        return img

    def __repr__(self) -> str:
        return (
            f'ColorJitter(brightness={self.brightness}, contrast={self.contrast}, '
            f'saturation={self.saturation}, hue={self.hue})'
        )


class RandomErasing(nn.Module):
    """A random part of a tensor replaced.

    Args:
        p: the probability.
        scale: least and greatest part of the area.
        ratio: least and greatest height over width.
        value: a number, one for each channel, or `random`.
    """

    def __init__(
        self,
        p: float = 0.5,
        scale: Sequence[float] = (0.02, 0.33),
        ratio: Sequence[float] = (0.3, 3.3),
        value: Any = 0,
        inplace: bool = False,
    ) -> None:
        super().__init__()
        self.p = p
        self.scale = scale
        self.ratio = ratio
        self.value = value
        self.inplace = inplace

    def _part(self, img: Tensor) -> tuple[int, int, int, int, Any]:
        channels, height, width = img.shape[-3:]
        logarithms = torch.log(torch.tensor(self.ratio))
        for _ in range(10):
            area = height * width * uniform(self.scale[0], self.scale[1])
            proportion = torch.exp(torch.empty(1).uniform_(logarithms[0].item(), logarithms[1].item())).item()
            rows, columns = round(math.sqrt(area * proportion)), round(math.sqrt(area / proportion))
            if not (rows < height and columns < width):
                continue
            if self.value == 'random':
                value = torch.empty([channels, rows, columns]).normal_()
            else:
                value = torch.tensor(self.value, dtype=torch.float32).reshape(-1, 1, 1)
            top = int(torch.randint(0, height - rows + 1, size=(1,)).item())
            left = int(torch.randint(0, width - columns + 1, size=(1,)).item())
            return top, left, rows, columns, value
        return 0, 0, height, width, img

    def forward(self, img: Tensor) -> Tensor:
        """The tensor, or the tensor without a part."""
        if torch.rand(1) >= self.p:
            return img
        return functional.erase(img, *self._part(img), self.inplace)

    def __repr__(self) -> str:
        return (
            f'RandomErasing(p={self.p}, scale={self.scale}, ratio={self.ratio}, value={self.value}, '
            f'inplace={self.inplace})'
        )


class GaussianBlur(nn.Module):
    """Smoothed by a bell of a random width.

    Args:
        kernel_size: odd; for (width, height) or both.
        sigma: a standard deviation, or (least, greatest).
    """

    def __init__(self, kernel_size: Any, sigma: Any = (0.1, 2.0)) -> None:
        super().__init__()
        self.kernel_size = size_of(kernel_size, 'Kernel size should be a tuple/list of two integers')
        self.sigma: Any = (sigma, sigma) if isinstance(sigma, numbers.Number) else sigma

    def forward(self, img: Any) -> Any:
        """The picture or tensor smoothed."""
        sigma = uniform(self.sigma[0], self.sigma[1])
        return functional.gaussian_blur(img, self.kernel_size, [sigma, sigma])

    def __repr__(self) -> str:
        return f'GaussianBlur(kernel_size={self.kernel_size}, sigma={self.sigma})'
