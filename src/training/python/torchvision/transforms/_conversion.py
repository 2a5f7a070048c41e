"""Pictures, arrays and tensors made of each other, and their values scaled."""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn

from . import functional

__all__ = ['ConvertImageDtype', 'Lambda', 'Normalize', 'PILToTensor', 'ToPILImage', 'ToTensor']


class ToTensor:
    """A picture or an array (height, width, channels) as (channels, height, width); bytes become 0 to 1."""

    def __call__(self, pic: Any) -> Tensor:
        return functional.to_tensor(pic)

    def __repr__(self) -> str:
        return 'ToTensor()'


class PILToTensor:
    """A picture as (channels, height, width) of its own dtype."""

    def __call__(self, pic: Any) -> Tensor:
        return functional.pil_to_tensor(pic)

    def __repr__(self) -> str:
        return 'PILToTensor()'


class ToPILImage:
    """A tensor (channels, height, width), or an array (height, width, channels), as a picture."""

    def __init__(self, mode: str | None = None) -> None:
        self.mode = mode

    def __call__(self, pic: Any) -> Any:
        return functional.to_pil_image(pic, self.mode)

    def __repr__(self) -> str:
        return f'ToPILImage({f"mode={self.mode}" if self.mode is not None else ""})'


class Lambda:
    """A function as a transform.

    Raises:
        TypeError: unless it can be called.
    """

    def __init__(self, lambd: Callable[[Any], Any]) -> None:
        if not callable(lambd):
            raise TypeError(f'Argument lambd should be callable, got {type(lambd).__name__!r}')
        self.lambd = lambd

    def __call__(self, img: Any) -> Any:
        return self.lambd(img)

    def __repr__(self) -> str:
        return 'Lambda()'


class ConvertImageDtype(nn.Module):
    """Values scaled to the range of another dtype."""

    def __init__(self, dtype: torch.dtype) -> None:
        super().__init__()
        self.dtype = dtype

    def forward(self, image: Tensor) -> Tensor:
        """The tensor in the dtype."""
        return functional.convert_image_dtype(image, self.dtype)

    def __repr__(self) -> str:
        return 'ConvertImageDtype()'


class Normalize(nn.Module):
    """A mean taken off and divided by a standard deviation, channel by channel.

    Args:
        mean, std: one number for each channel.
    """

    def __init__(self, mean: Any, std: Any, inplace: bool = False) -> None:
        super().__init__()
        self.mean = mean
        self.std = std
        self.inplace = inplace

    def forward(self, tensor: Tensor) -> Tensor:
        """A tensor (..., channels, height, width) normalized."""
        return functional.normalize(tensor, self.mean, self.std, self.inplace)

    def __repr__(self) -> str:
        return f'Normalize(mean={self.mean}, std={self.std})'
