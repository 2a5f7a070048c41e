"""`torchvision.io`: files of pictures."""

from typing import Any

from . import image
from .image import (
    ImageReadMode,
    decode_image,
    decode_jpeg,
    decode_png,
    encode_png,
    read_file,
    read_image,
    write_file,
    write_png,
)

__all__ = [
    'ImageReadMode',
    'decode_image',
    'decode_jpeg',
    'decode_png',
    'encode_png',
    'image',
    'read_file',
    'read_image',
    'write_file',
    'write_png',
]


def __getattr__(name: str) -> Any:
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision.io' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support torchvision.io.{name}')
