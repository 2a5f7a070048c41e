"""What the transforms do to pictures."""

import math
from collections.abc import Sequence
from typing import Any

import torch
from PIL import Image, ImageEnhance

__all__ = [
    'adjust_brightness',
    'adjust_contrast',
    'adjust_hue',
    'adjust_saturation',
    'crop',
    'hflip',
    'pad',
    'resize',
    'rotate',
    'to_grayscale',
    'vflip',
]


def hflip(img: Image.Image) -> Image.Image:
    """Left and right exchanged."""
    return img.transpose(Image.FLIP_LEFT_RIGHT)


def vflip(img: Image.Image) -> Image.Image:
    """Top and bottom exchanged."""
    return img.transpose(Image.FLIP_TOP_BOTTOM)


def crop(img: Image.Image, top: int, left: int, height: int, width: int) -> Image.Image:
    """The part of a size at a place, black beyond the picture."""
    return img.crop((left, top, left + width, top + height))


def resize(img: Image.Image, size: Sequence[int], interpolation: int) -> Image.Image:
    """At another size (height, width)."""
    return img.resize((size[1], size[0]), interpolation)


def adjust_brightness(img: Image.Image, factor: float) -> Image.Image:
    """Lighter for a factor above 1."""
    return ImageEnhance.Brightness(img).enhance(factor)


def adjust_contrast(img: Image.Image, factor: float) -> Image.Image:
    """More contrast for a factor above 1."""
    return ImageEnhance.Contrast(img).enhance(factor)


def adjust_saturation(img: Image.Image, factor: float) -> Image.Image:
    """More color for a factor above 1."""
    return ImageEnhance.Color(img).enhance(factor)


def adjust_hue(img: Image.Image, factor: float) -> Image.Image:
    """Colors turned by a part of the circle, from -0.5 to 0.5; grey pictures as they are."""
    if img.mode in ('L', '1', 'I', 'F'):
        return img
    hue, saturation, value = img.convert('HSV').split()
    turned = (hue._pixels.int() + int(factor * 255)) & 255
    whole = Image.merge('HSV', (Image.Image(turned.to(torch.uint8), 'L'), saturation, value))
    return whole.convert(img.mode)


def to_grayscale(img: Image.Image, channels: int) -> Image.Image:
    """Grey, of mode `L`, or `RGB` with three equal channels."""
    grey = img.convert('L')
    return grey if channels == 1 else Image.merge('RGB', (grey, grey, grey))


def pad(img: Image.Image, edges: Sequence[int], fill: Any, mode: str) -> Image.Image:
    """With pixels (left, top, right, bottom) around it."""
    left, top, right, bottom = edges
    if mode == 'constant':
        color = tuple(fill) if isinstance(fill, list) else fill
        whole = Image.new(img.mode, (img.width + left + right, img.height + top + bottom), color)
        whole.paste(img, (left, top))
        return whole
    rows = _outside(img.height, top, bottom, mode)
    columns = _outside(img.width, left, right, mode)
    return Image.Image(img._pixels[rows][:, columns], img.mode)


def _outside(size: int, before: int, after: int, mode: str) -> Any:
    """The places from which padded pixels come."""
    place = torch.arange(-before, size + after)
    if mode == 'edge':
        return place.clamp(0, size - 1)
    period = 2 * size - 2 if mode == 'reflect' else 2 * size
    folded = place % period
    return torch.where(folded < size, folded, period - folded - int(mode == 'symmetric'))


def rotate(
    img: Image.Image,
    angle: float,
    interpolation: int,
    expand: bool,
    center: Sequence[float] | None,
    fill: Any,
) -> Image.Image:
    """Turned counterclockwise by degrees about its center, by the nearest pixel or two by two pixels."""
    angle = angle % 360.0
    width, height = img.size
    if not center and (angle in (0, 180) or (angle in (90, 270) and (expand or width == height))):
        turns = {90: Image.ROTATE_90, 180: Image.ROTATE_180, 270: Image.ROTATE_270}
        return img.transpose(turns[int(angle)]) if angle else img.copy()
    x, y = center or (width / 2.0, height / 2.0)
    radians = -math.radians(angle)
    a, b = round(math.cos(radians), 15), round(math.sin(radians), 15)
    c, f = x - a * x - b * y, y + b * x - a * y
    size = (width, height)
    if expand:
        corners = [(a * i + b * j + c, -b * i + a * j + f) for i in (0, width) for j in (0, height)]
        spans = [math.ceil(max(each)) - math.floor(min(each)) for each in zip(*corners, strict=True)]
        c, f = (
            a * -(spans[0] - width) / 2.0 + b * -(spans[1] - height) / 2.0 + c,
            -b * -(spans[0] - width) / 2.0 + a * -(spans[1] - height) / 2.0 + f,
        )
        size = (spans[0], spans[1])
    return _affine(img, size, (a, b, c, -b, a, f), interpolation, fill)


def _affine(
    img: Image.Image, size: Sequence[int], matrix: Sequence[float], kind: int, fill: Any
) -> Image.Image:
    """The picture at the places that a matrix makes of a new picture's (`Geometry.c`)."""
    columns = torch.arange(size[0], dtype=torch.float64)
    rows = torch.arange(size[1], dtype=torch.float64).unsqueeze(1)
    x, y = (_line(matrix[i : i + 3], columns, rows, kind) for i in (0, 3))
    inside = ((x >= 0) & (x < img.width) & (y >= 0) & (y < img.height)).unsqueeze(-1)
    found = _bilinear(img, x, y) if kind == Image.BILINEAR else _at(img, x.floor(), y.floor())
    background = Image.new(img.mode, size, tuple(fill) if isinstance(fill, list) else fill or 0)
    return Image.Image(torch.where(inside, found, background._pixels), img.mode)


def _line(line: Sequence[float], columns: Any, rows: Any, kind: int) -> Any:
    """One coordinate in the old picture of the new one's pixels; in whole 65536ths for the nearest pixel."""
    a, b, c = line
    if kind != Image.NEAREST:
        return a * (columns + 0.5) + b * (rows + 0.5) + c
    a, b, c = (math.floor(part * 65536.0 + 0.5) for part in (a, b, c + a * 0.5 + b * 0.5))
    return (a * columns + b * rows + c) / 65536.0


def _at(img: Image.Image, x: Any, y: Any) -> Any:
    return img._pixels[y.long().clamp(0, img.height - 1), x.long().clamp(0, img.width - 1)]


def _bilinear(img: Image.Image, x: Any, y: Any) -> Any:
    x, y = x - 0.5, y - 0.5
    left, top = x.floor(), y.floor()
    across, down = (x - left).unsqueeze(-1), (y - top).unsqueeze(-1)
    corners = [_at(img, left + i, top + j).double() for j in (0, 1) for i in (0, 1)]
    upper, lower = torch.lerp(corners[0], corners[1], across), torch.lerp(corners[2], corners[3], across)
    return torch.lerp(upper, lower, down).trunc().to(torch.uint8)
