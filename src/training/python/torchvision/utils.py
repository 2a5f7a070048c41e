"""`torchvision.utils`: several pictures as one."""

import math
from typing import Any

import torch
from PIL import Image
from torch import Tensor

__all__ = ['make_grid', 'save_image']


def make_grid(
    tensor: Any,
    nrow: int = 8,
    padding: int = 2,
    normalize: bool = False,
    value_range: tuple[float, float] | None = None,
    scale_each: bool = False,
    pad_value: float = 0.0,
) -> Tensor:
    """Pictures in rows: (channels, height, width).

    Args:
        tensor: (n, channels, height, width), or a list of pictures of one size.
        nrow: pictures in a row.
        padding: pixels around each.
        normalize: whether values are moved to 0 to 1.
        value_range: what becomes 0 and 1; the least and the greatest value unless given.
        scale_each: whether each picture has a range of its own.

    Raises:
        TypeError: unless it is a tensor or a list of them.
    """
    if not isinstance(tensor, (Tensor, list)):
        raise TypeError(f'tensor or list of tensors expected, got {type(tensor)}')
    pictures = torch.stack(tensor, dim=0) if isinstance(tensor, list) else tensor
    if pictures.dim() == 2:
        pictures = pictures.unsqueeze(0)
    if pictures.dim() == 3:
        pictures = (torch.cat((pictures,) * 3, 0) if pictures.size(0) == 1 else pictures).unsqueeze(0)
    if pictures.dim() == 4 and pictures.size(1) == 1:
        pictures = torch.cat((pictures,) * 3, 1)
    if normalize:
        pictures = _normalized(pictures, value_range, scale_each)
    if pictures.size(0) == 1:
        return pictures.squeeze(0)
    return _placed(pictures, min(nrow, pictures.size(0)), padding, pad_value)


def _normalized(pictures: Tensor, value_range: tuple[float, float] | None, scale_each: bool) -> Tensor:
    def scaled(values: Tensor) -> Tensor:
        low, high = value_range if value_range is not None else (float(values.min()), float(values.max()))
        return values.clamp(min=low, max=high).sub(low).div(max(high - low, 1e-5))

    return torch.stack([scaled(picture) for picture in pictures]) if scale_each else scaled(pictures)


def _placed(pictures: Tensor, columns: int, padding: int, pad_value: float) -> Tensor:
    rows = math.ceil(pictures.size(0) / columns)
    height, width = pictures.size(2) + padding, pictures.size(3) + padding
    size = (pictures.size(1), height * rows + padding, width * columns + padding)
    grid = pictures.new_full(size, pad_value)
    for number, picture in enumerate(pictures):
        y, x = number // columns * height + padding, number % columns * width + padding
        grid[:, y : y + height - padding, x : x + width - padding] = picture
    return grid


def save_image(tensor: Any, fp: Any, format: str | None = None, **kwargs: Any) -> None:
    """Writes pictures in rows as a PNG file; the other arguments are those of `make_grid`."""
    grid = make_grid(tensor, **kwargs).mul(255).add(0.5).clamp(0, 255)
    Image.fromarray(grid.permute(1, 2, 0).to(torch.uint8).numpy()).save(fp, format=format)
