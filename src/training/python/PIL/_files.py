"""Picture files: read by the engine, written as PNG."""

import os
import struct
import zlib
from array import array
from typing import Any

import _engine
import torch
from torch._handle import raise_error, wrap

from . import UnidentifiedImageError

__all__ = ['bytes_of', 'decode', 'encode_png', 'format_of', 'is_bilevel', 'read_bytes', 'tensor_of']

_SIGNATURES = {b'\x89PNG\r\n\x1a\n': 'PNG', b'\xff\xd8\xff': 'JPEG'}
_OTHERS = {b'GIF8': 'GIF', b'BM': 'BMP', b'II*\x00': 'TIFF', b'MM\x00*': 'TIFF', b'RIFF': 'WEBP'}
_COLOR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}
"""Channels -> the color type of a PNG header."""


def read_bytes(fp: Any) -> bytes:
    """The bytes of a path or of an open file.

    Raises:
        FileNotFoundError: when there is no such file.
    """
    if hasattr(fp, 'read'):
        return fp.read()
    with open(os.fspath(fp), 'rb') as file:
        return file.read()


def format_of(content: bytes, name: Any) -> str:
    """`PNG` or `JPEG`, by the first bytes.

    Raises:
        UnidentifiedImageError: for any other file.
    """
    for start, kind in _SIGNATURES.items():
        if content.startswith(start):
            return kind
    for start, kind in _OTHERS.items():
        if content.startswith(start):
            raise UnidentifiedImageError(
                f'cannot identify image file {name!r}: D2L Exercises reads PNG and JPEG, and this is {kind}'
            )
    raise UnidentifiedImageError(f'cannot identify image file {name!r}')


def is_bilevel(content: bytes) -> bool:
    """Whether it is a PNG file of grey pixels of one bit."""
    return content.startswith(b'\x89PNG') and content[24:26] == b'\x01\x00'


def decode(content: bytes) -> list[Any]:
    """The pixels, uint8 of shape (height, width, channels), and the palette (colors, 3) where there is one.

    Raises:
        OSError: when the file is broken.
        ValueError: when the picture is too large.
    """
    held = array('B', content)
    address, count = held.buffer_info()
    found = _engine.decode_picture(address, count)
    if found < 0:
        raise_error()
    return [wrap(_engine.result(i)) for i in range(found)]


def tensor_of(content: bytes, shape: tuple[int, ...]) -> Any:
    """A tensor of bytes: uint8 of `shape`."""
    held = array('B', content)
    address, count = held.buffer_info()
    return wrap(_engine.from_bytes(address, count, *shape))


def bytes_of(pixels: Any) -> bytes:
    """The elements of a tensor of uint8, row by row."""
    held = array('B', bytes(pixels.numel()))
    if _engine.to_bytes(pixels._h, held.buffer_info()[0]) < 0:
        raise_error()
    return held.tobytes()


def encode_png(pixels: Any, palette: Any = None) -> bytes:
    """A PNG file of uint8 pixels of shape (height, width, channels)."""
    height, width, channels = pixels.shape
    kind = 3 if palette is not None else _COLOR_TYPES[channels]
    # Every row begins with the number of its filter: none.
    filtered = torch.cat([pixels.new_zeros(height, 1), pixels.reshape(height, -1)], 1)
    chunks = [(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, kind, 0, 0, 0))]
    if palette is not None:
        chunks.append((b'PLTE', bytes_of(palette)))
    chunks += [(b'IDAT', zlib.compress(bytes_of(filtered))), (b'IEND', b'')]
    return b'\x89PNG\r\n\x1a\n' + b''.join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))
