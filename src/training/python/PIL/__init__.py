"""Pictures as Pillow has them: `PIL.Image` with PNG and JPEG files, and `PIL.ImageEnhance`."""

from typing import Any

__all__ = ['UnidentifiedImageError']

__version__ = '11.3.0+d2l.exercises'


class UnidentifiedImageError(OSError):
    """A file whose first bytes are those of no picture that can be read here."""


def __getattr__(name: str) -> Any:
    if name.startswith('__'):
        raise AttributeError(f"module 'PIL' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support PIL.{name}')
