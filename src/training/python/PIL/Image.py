"""`PIL.Image`: a picture in memory, from a file or from an array."""

import os
from collections.abc import Sequence
from typing import Any

import torch

from . import UnidentifiedImageError
from ._colors import color_in
from ._constants import Resampling, Transpose
from ._files import decode, format_of, is_bilevel, read_bytes, tensor_of
from ._image import Image
from ._modes import BANDS, MODE_OF_CHANNELS

__all__ = [
    'BICUBIC',
    'BILINEAR',
    'BOX',
    'FLIP_LEFT_RIGHT',
    'FLIP_TOP_BOTTOM',
    'HAMMING',
    'LANCZOS',
    'NEAREST',
    'ROTATE_90',
    'ROTATE_180',
    'ROTATE_270',
    'TRANSPOSE',
    'TRANSVERSE',
    'DecompressionBombError',
    'Image',
    'Resampling',
    'Transpose',
    'UnidentifiedImageError',
    'blend',
    'composite',
    'fromarray',
    'frombytes',
    'isImageType',
    'merge',
    'new',
    'open',
]


_DTYPES = {'I': torch.int32, 'F': torch.float32}
_GREY_MODES = {torch.uint8: 'L', torch.int32: 'I', torch.float32: 'F', torch.float64: 'F'}


class DecompressionBombError(Exception):
    """A picture that would take too much memory."""


NEAREST, LANCZOS, BILINEAR, BICUBIC, BOX, HAMMING = Resampling
(FLIP_LEFT_RIGHT, FLIP_TOP_BOTTOM, ROTATE_90, ROTATE_180, ROTATE_270, TRANSPOSE, TRANSVERSE) = Transpose


def open(fp: Any, mode: str = 'r', formats: Any = None) -> Image:
    """The picture of a PNG or JPEG file.

    Args:
        fp: a path, or a file opened for reading bytes.

    Raises:
        FileNotFoundError: when there is no such file.
        UnidentifiedImageError: when it is another kind of file.
        OSError: when it is broken.
        DecompressionBombError: when it has more pixels than fit here.
    """
    content = read_bytes(fp)
    kind = format_of(content, fp)
    try:
        pixels, *palette = decode(content)
    except ValueError as error:
        raise DecompressionBombError(str(error)) from None
    mode = 'P' if palette else '1' if is_bilevel(content) else MODE_OF_CHANNELS[pixels.shape[2]]
    image = Image(pixels, mode, palette[0] if palette else None)
    image.format = kind
    image.filename = '' if hasattr(fp, 'read') else os.fspath(fp)
    return image


def new(mode: str, size: Sequence[int], color: Any = 0) -> Image:
    """A picture of one color.

    Args:
        size: (width, height).
        color: a number, one number for each channel, `#rrggbb`, or a name.

    Raises:
        ValueError: for an unknown mode or color.
    """
    if mode not in BANDS:
        raise ValueError('unrecognized image mode')
    values = torch.tensor(color_in(mode, color or 0), dtype=_DTYPES.get(mode, torch.uint8))
    return Image(values.expand(size[1], size[0], -1).contiguous(), mode)


def fromarray(obj: Any, mode: str | None = None) -> Image:
    """The picture of an array: (height, width), or (height, width, channels) of uint8.

    Raises:
        TypeError: for a dtype or a shape that no mode has.
    """
    values = torch.as_tensor(obj)
    if values.dim() == 2 and values.dtype is torch.bool:
        return Image((values * 255).to(torch.uint8).unsqueeze(-1), '1')
    found = _GREY_MODES.get(values.dtype) if values.dim() == 2 else None
    if values.dim() == 3 and values.dtype is torch.uint8:
        found = MODE_OF_CHANNELS.get(values.shape[2])
    if found is None:
        shape = (1, 1, *values.shape[2:])
        raise TypeError(f'Cannot handle this data type: {shape}, {_type_string(values.dtype)}')
    pixels = values.unsqueeze(-1) if values.dim() == 2 else values
    return Image(pixels.to(_DTYPES.get(found, torch.uint8), copy=True), mode or found)


def _type_string(dtype: Any) -> str:
    """numpy's short name, such as `<f8`."""
    kinds = {
        torch.bool: '|b1',
        torch.int8: '|i1',
        torch.int16: '<i2',
        torch.int64: '<i8',
        torch.float64: '<f8',
    }
    return kinds.get(dtype, str(dtype))


def frombytes(mode: str, size: Sequence[int], data: bytes) -> Image:
    """The picture of bytes, row by row.

    Raises:
        ValueError: when there are not as many as the size wants.
    """
    shape = (size[1], size[0], len(BANDS[mode]))
    if len(data) < shape[0] * shape[1] * shape[2]:
        raise ValueError('not enough image data')
    return Image(tensor_of(data, shape), mode)


def merge(mode: str, bands: Sequence[Image]) -> Image:
    """One picture of several grey ones, a channel each.

    Raises:
        ValueError: when there are not as many as the mode has channels.
    """
    if len(bands) != len(BANDS[mode]):
        raise ValueError('wrong number of bands')
    return Image(torch.cat([band._pixels for band in bands], -1), mode)


def blend(im1: Image, im2: Image, alpha: float) -> Image:
    """`im1 + alpha * (im2 - im1)`, without its fraction (`Blend.c`).

    Raises:
        ValueError: when sizes or modes differ.
    """
    if (im1.size, im1.mode) != (im2.size, im2.mode):
        raise ValueError('images do not match')
    first, second = im1._pixels.float(), im2._pixels.float()
    mixed = first + torch.tensor(alpha, dtype=torch.float32) * (second - first)
    return Image(mixed.clamp(0, 255).trunc().to(torch.uint8), im1.mode)


def composite(image1: Image, image2: Image, mask: Image) -> Image:
    """`image1` where the mask is white, `image2` where it is black."""
    made = image2.copy()
    made.paste(image1, None, mask)
    return made


def isImageType(t: Any) -> bool:  # noqa: N802 - Pillow's name
    """Whether it is a picture."""
    return isinstance(t, Image)
