"""What the transforms do to pictures that are tensors: (..., channels, height, width)."""

from collections.abc import Sequence
from typing import Any

import torch
from PIL._resampling import shares
from torch import Tensor
from torch.nn import functional

__all__ = [
    'adjust_brightness',
    'adjust_contrast',
    'adjust_hue',
    'adjust_saturation',
    'crop',
    'gaussian_blur',
    'hflip',
    'largest_value',
    'pad',
    'resize',
    'rgb_to_grayscale',
    'vflip',
]

_GREY = (0.2989, 0.587, 0.114)
_INTERPOLATIONS: dict[int, dict[str, Any]] = {
    0: {'mode': 'nearest'},
    2: {'mode': 'bilinear', 'align_corners': False},
    3: {'mode': 'bicubic', 'align_corners': False},
}
_PAD_MODES = {'edge': 'replicate', 'reflect': 'reflect', 'constant': 'constant'}


def largest_value(dtype: torch.dtype) -> int:
    """White: 1 for floating point, 255 for uint8."""
    return 1 if dtype.is_floating_point else torch.iinfo(dtype).max


def hflip(img: Tensor) -> Tensor:
    """Left and right exchanged."""
    return img.flip(-1)


def vflip(img: Tensor) -> Tensor:
    """Top and bottom exchanged."""
    return img.flip(-2)


def crop(img: Tensor, top: int, left: int, height: int, width: int) -> Tensor:
    """The part of a size at a place, 0 beyond the picture."""
    rows, columns = img.shape[-2:]
    inside = img[..., max(top, 0) : max(top + height, 0), max(left, 0) : max(left + width, 0)]
    if top >= 0 and left >= 0 and top + height <= rows and left + width <= columns:
        return inside
    edges = [max(-left, 0), max(left + width - columns, 0), max(-top, 0), max(top + height - rows, 0)]
    return functional.pad(inside, edges)


def resize(img: Tensor, size: Sequence[int], interpolation: int, antialias: bool) -> Tensor:
    """At another size (height, width); integers are rounded."""
    if tuple(img.shape[-2:]) == tuple(size):
        return img
    values = img if img.dtype.is_floating_point else img.float()
    if antialias and interpolation != 0:
        for dim, new in ((-1, size[1]), (-2, size[0])):
            weights = shares(img.shape[dim], new, interpolation).to(values.dtype)
            values = values @ weights if dim == -1 else weights.T @ values
    else:
        stacked = values.reshape(-1, *values.shape[-3:])
        values = functional.interpolate(stacked, list(size), **_INTERPOLATIONS[interpolation])
        values = values.reshape(*img.shape[:-2], *size)
    if img.dtype.is_floating_point:
        return values
    return values.clamp(0, largest_value(img.dtype)).round().to(img.dtype)


def rgb_to_grayscale(img: Tensor, num_output_channels: int = 1) -> Tensor:
    """Grey: red 0.2989, green 0.587, blue 0.114."""
    if img.shape[-3] == 1:
        return img.expand(*img.shape[:-3], num_output_channels, *img.shape[-2:])
    red, green, blue = img.unbind(-3)
    grey = (_GREY[0] * red + _GREY[1] * green + _GREY[2] * blue).to(img.dtype).unsqueeze(-3)
    return grey.expand(img.shape) if num_output_channels == 3 else grey


def _mixed(img: Tensor, other: Tensor, factor: float) -> Tensor:
    mixed = factor * img + (1.0 - factor) * other
    return mixed.clamp(0, largest_value(img.dtype)).to(img.dtype)


def adjust_brightness(img: Tensor, factor: float) -> Tensor:
    """Lighter for a factor above 1."""
    return _mixed(img, torch.zeros_like(img), factor)


def adjust_contrast(img: Tensor, factor: float) -> Tensor:
    """More contrast for a factor above 1."""
    dtype = img.dtype if img.dtype.is_floating_point else torch.float32
    grey = rgb_to_grayscale(img) if img.shape[-3] == 3 else img
    return _mixed(img, grey.to(dtype).mean(dim=(-3, -2, -1), keepdim=True), factor)


def adjust_saturation(img: Tensor, factor: float) -> Tensor:
    """More color for a factor above 1."""
    return img if img.shape[-3] == 1 else _mixed(img, rgb_to_grayscale(img), factor)


def adjust_hue(img: Tensor, factor: float) -> Tensor:
    """Colors turned by a part of the circle, from -0.5 to 0.5."""
    if img.shape[-3] == 1:
        return img
    white = largest_value(img.dtype)
    values = img if img.dtype.is_floating_point else img.float() / white
    hue, saturation, value = _to_hsv(values)
    turned = _from_hsv((hue + factor) % 1.0, saturation, value)
    return turned if img.dtype.is_floating_point else (turned * (white + 1.0 - 1e-3)).to(img.dtype)


def _to_hsv(img: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    red, green, blue = img.unbind(-3)
    most, least = img.amax(-3), img.amin(-3)
    spread = most - least
    is_grey = spread == 0
    divisor = spread.masked_fill(is_grey, 1)
    from_red, from_green, from_blue = ((most - each) / divisor for each in (red, green, blue))
    hue = torch.where(
        most == red,
        from_blue - from_green,
        torch.where(most == green, 2.0 + from_red - from_blue, 4.0 + from_green - from_red),
    )
    return (hue / 6.0 + 1.0).fmod(1.0), spread / most.masked_fill(is_grey, 1), most


def _from_hsv(hue: Tensor, saturation: Tensor, value: Tensor) -> Tensor:
    sixth = (hue * 6.0).floor()
    rest = hue * 6.0 - sixth
    p = (value * (1.0 - saturation)).clamp(0.0, 1.0)
    q = (value * (1.0 - saturation * rest)).clamp(0.0, 1.0)
    t = (value * (1.0 - saturation * (1.0 - rest))).clamp(0.0, 1.0)
    orders = [(value, t, p), (q, value, p), (p, value, t), (p, q, value), (t, p, value), (value, p, q)]
    sixth = (sixth % 6).unsqueeze(-3)
    found = torch.stack(orders[0], -3)
    for number, order in enumerate(orders[1:], 1):
        found = torch.where(sixth == number, torch.stack(order, -3), found)
    return found


def pad(img: Tensor, edges: Sequence[int], fill: Any, mode: str) -> Tensor:
    """With pixels (left, top, right, bottom) around it.

    Raises:
        NotImplementedError: for the mode `symmetric`.
    """
    left, top, right, bottom = edges
    if mode not in _PAD_MODES:
        raise NotImplementedError(f'D2L Exercises does not pad tensors in the mode {mode}')
    widths = [left, right, top, bottom]
    if mode == 'constant':
        value = fill[0] if isinstance(fill, (list, tuple)) else fill
        return functional.pad(img, widths, value=value or 0)
    stacked = img.float().reshape(-1, *img.shape[-3:])
    found = functional.pad(stacked, widths, mode=_PAD_MODES[mode]).to(img.dtype)
    return found.reshape(*img.shape[:-2], *found.shape[-2:])


def gaussian_blur(img: Tensor, kernel_size: Sequence[int], sigma: Sequence[float]) -> Tensor:
    """Smoothed by a bell of (width, height) with a standard deviation for each, the edges reflected."""
    across, down = (_bell(size, deviation) for size, deviation in zip(kernel_size, sigma, strict=True))
    channels = img.shape[-3]
    kernel = (down.unsqueeze(1) * across).expand(channels, 1, -1, -1)
    values = img.float().reshape(-1, *img.shape[-3:])
    x, y = kernel_size[0] // 2, kernel_size[1] // 2
    found = functional.conv2d(functional.pad(values, [x, x, y, y], mode='reflect'), kernel, groups=channels)
    found = found.reshape(img.shape)
    return found.to(img.dtype) if img.dtype.is_floating_point else found.round().to(img.dtype)


def _bell(size: int, deviation: float) -> Tensor:
    half = (size - 1) * 0.5
    heights = torch.exp(-0.5 * (torch.linspace(-half, half, steps=size) / deviation).pow(2))
    return heights / heights.sum()
