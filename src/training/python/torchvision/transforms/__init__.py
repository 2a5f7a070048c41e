"""What is done to pictures before a model sees them."""

from typing import Any

from . import functional
from .functional import InterpolationMode
from .transforms import (
    CenterCrop,
    ColorJitter,
    Compose,
    ConvertImageDtype,
    FiveCrop,
    GaussianBlur,
    Grayscale,
    Lambda,
    Normalize,
    Pad,
    PILToTensor,
    RandomApply,
    RandomChoice,
    RandomCrop,
    RandomErasing,
    RandomGrayscale,
    RandomHorizontalFlip,
    RandomOrder,
    RandomResizedCrop,
    RandomRotation,
    RandomVerticalFlip,
    Resize,
    TenCrop,
    ToPILImage,
    ToTensor,
)

__all__ = [
    'CenterCrop',
    'ColorJitter',
    'Compose',
    'ConvertImageDtype',
    'FiveCrop',
    'GaussianBlur',
    'Grayscale',
    'InterpolationMode',
    'Lambda',
    'Normalize',
    'PILToTensor',
    'Pad',
    'RandomApply',
    'RandomChoice',
    'RandomCrop',
    'RandomErasing',
    'RandomGrayscale',
    'RandomHorizontalFlip',
    'RandomOrder',
    'RandomResizedCrop',
    'RandomRotation',
    'RandomVerticalFlip',
    'Resize',
    'TenCrop',
    'ToPILImage',
    'ToTensor',
    'functional',
]


def __getattr__(name: str) -> Any:
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision.transforms' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support torchvision.transforms.{name}')
