"""What is done to pictures before a model sees them."""

import math
from collections.abc import Callable, Iterable
from typing import Any

import torch

from ..picture import Picture, bytes_tensor

__all__ = ['Compose', 'Lambda', 'Normalize', 'Resize', 'ToTensor']


class Compose:
    """Transforms one after the other.

    Args:
        transforms: in order.
    """

    def __init__(self, transforms: Iterable[Callable[[Any], Any]]) -> None:
        self.transforms = list(transforms)

    def __call__(self, img: Any) -> Any:
        for transform in self.transforms:
            img = transform(img)
        return img

    def of_bytes(self, values: Any) -> Any:
        """Several grey pictures at once: float32 of shape (n, height, width), 0 to 255, to (n, 1, …).

        Returns:
            What the transforms make of them; None when they are others than `Resize` and then `ToTensor`.
        """
        sizes: list[Any] = self.transforms[:-1]
        last = self.transforms[-1] if self.transforms else None
        if type(last) is not ToTensor or any(type(each) is not Resize for each in sizes):
            return None
        for resize in sizes:
            values = resize.of_bytes(values)
        return values.unsqueeze(1) / 255

    def __repr__(self) -> str:
        lines = [f'    {transform!r}' for transform in self.transforms]
        return '\n'.join(['Compose(', *lines, ')'])


class ToTensor:
    """A picture, or an array, as a float32 tensor of shape (1, height, width) with values from 0 to 1."""

    def __call__(self, pic: Any) -> Any:
        """The picture as a tensor (channels, height, width).

        Raises:
            TypeError: for what is neither a picture nor an array.
        """
        if isinstance(pic, Picture):
            return bytes_tensor(pic.tobytes(), (1, pic.height, pic.width), torch.float32) / 255
        if not hasattr(pic, 'ndim') or isinstance(pic, torch.Tensor):
            raise TypeError(f'pic should be PIL Image or ndarray. Got {type(pic)}')
        values = torch.from_numpy(pic)
        values = values.unsqueeze(0) if values.dim() == 2 else values.permute(2, 0, 1)
        return values.float() / 255 if values.dtype is torch.uint8 else values

    def __repr__(self) -> str:
        return 'ToTensor()'


class Resize:
    """Pictures of another size, by linear interpolation.

    Args:
        size: height and width, or the length of the shorter side.
    """

    def __init__(self, size: Any) -> None:
        self.size = size
        self._weights: dict[tuple[int, int], Any] = {}

    def __call__(self, img: Any) -> Any:
        """The picture in the other size.

        Raises:
            NotImplementedError: for a tensor: put it before `ToTensor`.
        """
        if not isinstance(img, Picture):
            raise NotImplementedError('D2L Exercises: Resize takes pictures; put it before ToTensor')
        height, width = self._target(img.height, img.width)
        if (height, width) == (img.height, img.width):
            return img
        values = self.of_bytes(bytes_tensor(img.tobytes(), (1, img.height, img.width), torch.float32))
        return Picture(width, height, bytes(map(int, values.reshape(-1).tolist())))

    def of_bytes(self, values: Any) -> Any:
        """Several grey pictures at once: float32 of shape (n, height, width), 0 to 255."""
        _, old_height, old_width = values.shape
        height, width = self._target(old_height, old_width)
        if (height, width) == (old_height, old_width):
            return values
        values = _as_bytes(values @ self._weights_of(old_width, width).T)
        return _as_bytes(self._weights_of(old_height, height) @ values)

    def _target(self, height: int, width: int) -> tuple[int, int]:
        if not isinstance(self.size, int) and len(self.size) == 2:
            return self.size[0], self.size[1]
        shorter = self.size if isinstance(self.size, int) else self.size[0]
        if width <= height:
            return int(shorter * height / width), shorter
        return shorter, int(shorter * width / height)

    def _weights_of(self, old: int, new: int) -> Any:
        if (old, new) not in self._weights:
            self._weights[old, new] = torch.tensor(_triangle_weights(old, new))
        return self._weights[old, new]

    def __repr__(self) -> str:
        return f'Resize(size={self.size}, interpolation=bilinear, max_size=None, antialias=True)'


def _as_bytes(values: Any) -> Any:
    return (values + 0.5).floor().clamp(0, 255)


def _triangle_weights(old: int, new: int) -> list[list[float]]:
    """How much each old pixel counts in each new one: a triangle, two pixels of the coarser grid wide."""
    scale = old / new
    reach = max(1.0, scale)
    rows = []
    for place in range(new):
        centre = (place + 0.5) * scale
        first, last = max(0, math.floor(centre - reach + 0.5)), min(old, math.floor(centre + reach + 0.5))
        weights = [0.0] * old
        for pixel in range(first, last):
            weights[pixel] = max(0.0, 1 - abs((pixel + 0.5 - centre) / reach))
        total = sum(weights)
        rows.append([weight / total for weight in weights])
    return rows


class Normalize:
    """Tensors with a mean taken off and divided by a standard deviation, channel by channel.

    Args:
        mean, std: one number for each channel.
    """

    def __init__(self, mean: Any, std: Any, inplace: bool = False) -> None:
        self.mean = mean
        self.std = std

    def __call__(self, tensor: Any) -> Any:
        mean, std = (
            torch.as_tensor(values, dtype=tensor.dtype).reshape(-1, 1, 1) for values in (self.mean, self.std)
        )
        return (tensor - mean) / std

    def __repr__(self) -> str:
        return f'Normalize(mean={self.mean}, std={self.std})'


class Lambda:
    """A function as a transform.

    Args:
        lambd: the function.
    """

    def __init__(self, lambd: Callable[[Any], Any]) -> None:
        self.lambd = lambd

    def __call__(self, img: Any) -> Any:
        return self.lambd(img)


def __getattr__(name: str) -> Any:
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision.transforms' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support torchvision.transforms.{name}')
