"""What is done to pictures before a model sees them."""

from typing import Any

from . import functional, transforms
from .functional import InterpolationMode
from .transforms import *  # noqa: F403

__all__ = [*transforms.__all__, 'InterpolationMode', 'functional']


def __getattr__(name: str) -> Any:
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision.transforms' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support torchvision.transforms.{name}')
