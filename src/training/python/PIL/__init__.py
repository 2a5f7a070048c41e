"""Pictures as Pillow has them: `PIL.Image` with PNG and JPEG files, and `PIL.ImageEnhance`."""

from typing import Any

from _known import missing

__all__ = ['UnidentifiedImageError']

__version__ = '11.3.0+d2l.exercises'


class UnidentifiedImageError(OSError):
    """A file whose first bytes are those of no picture that can be read here."""


def __getattr__(name: str) -> Any:
    raise missing('PIL', name)
