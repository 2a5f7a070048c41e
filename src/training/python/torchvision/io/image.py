"""Picture files as tensors of uint8, (channels, height, width)."""

import enum
import os
from typing import Any

import torch
from PIL import Image
from PIL._files import bytes_of, decode, format_of, tensor_of
from PIL._files import encode_png as png_of
from PIL._modes import MODE_OF_CHANNELS
from torch import Tensor

__all__ = [
    'ImageReadMode',
    'decode_image',
    'decode_jpeg',
    'decode_png',
    'encode_png',
    'read_file',
    'read_image',
    'write_file',
    'write_png',
]


class ImageReadMode(enum.Enum):
    """How many channels are read."""

    UNCHANGED = 0
    GRAY = 1
    GRAY_ALPHA = 2
    RGB = 3
    RGB_ALPHA = 4


_MODES = {
    ImageReadMode.GRAY: 'L',
    ImageReadMode.GRAY_ALPHA: 'LA',
    ImageReadMode.RGB: 'RGB',
    ImageReadMode.RGB_ALPHA: 'RGBA',
}


def read_file(path: Any) -> Tensor:
    """The bytes of a file: uint8 with one dimension.

    Raises:
        RuntimeError: when there is no such file.
    """
    try:
        with open(os.fspath(path), 'rb') as file:
            content = file.read()
    except FileNotFoundError:
        raise RuntimeError(f"[Errno 2] No such file or directory: '{path}'") from None
    return tensor_of(content, (len(content),))


def write_file(filename: str, data: Tensor) -> None:
    """Writes bytes into the run's own files."""
    with open(filename, 'wb') as file:
        file.write(bytes_of(data))


def decode_image(
    input: Any, mode: Any = ImageReadMode.UNCHANGED, apply_exif_orientation: bool = False
) -> Tensor:
    """The picture in the bytes of a PNG or JPEG file, or at a path.

    Args:
        input: uint8 with one dimension, or a path.
        mode: one of `ImageReadMode`, or its name.

    Raises:
        RuntimeError: when it is no such file.
    """
    data = input if isinstance(input, Tensor) else read_file(input)
    content = bytes_of(data)
    wanted = ImageReadMode[mode.upper()] if isinstance(mode, str) else mode
    try:
        format_of(content, '')
        pixels, *palette = decode(content)
    except (OSError, ValueError) as error:
        raise RuntimeError(f'the picture cannot be decoded: {error}') from None
    name = 'P' if palette else MODE_OF_CHANNELS[pixels.shape[2]]
    picture = Image.Image(pixels, name, palette[0] if palette else None)
    if palette or wanted is not ImageReadMode.UNCHANGED:
        picture = picture.convert(_MODES.get(wanted, 'RGB'))
    return picture._pixels.permute(2, 0, 1).contiguous()


def decode_jpeg(input: Tensor, mode: Any = ImageReadMode.UNCHANGED, **_: Any) -> Tensor:
    """The picture in the bytes of a JPEG file."""
    return decode_image(input, mode)


def decode_png(input: Tensor, mode: Any = ImageReadMode.UNCHANGED, **_: Any) -> Tensor:
    """The picture in the bytes of a PNG file."""
    return decode_image(input, mode)


def read_image(
    path: Any, mode: Any = ImageReadMode.UNCHANGED, apply_exif_orientation: bool = False
) -> Tensor:
    """The picture of a PNG or JPEG file.

    Raises:
        RuntimeError: when there is no such file, or it is another kind of file.
    """
    return decode_image(read_file(path), mode)


def encode_png(input: Tensor, compression_level: int = 6) -> Tensor:
    """The bytes of a PNG file of a picture, uint8 of shape (channels, height, width).

    Raises:
        RuntimeError: unless it is uint8.
    """
    if input.dtype is not torch.uint8:
        raise RuntimeError('Input tensor dtype should be uint8')
    content = png_of(input.permute(1, 2, 0).contiguous())
    return tensor_of(content, (len(content),))


def write_png(input: Tensor, filename: str, compression_level: int = 6) -> None:
    """Writes a picture, uint8 of shape (channels, height, width), into the run's own files.

    Raises:
        RuntimeError: unless it is uint8.
    """
    with open(filename, 'wb') as file:
        file.write(bytes_of(encode_png(input)))
