"""`torchvision.transforms`: what is done to pictures before a model sees them."""

from ._color import (
    ColorJitter,
    GaussianBlur,
    Grayscale,
    RandomErasing,
    RandomGrayscale,
)
from ._conversion import (
    ConvertImageDtype,
    Lambda,
    Normalize,
    PILToTensor,
    ToPILImage,
    ToTensor,
)
from ._flips import (
    RandomHorizontalFlip,
    RandomRotation,
    RandomVerticalFlip,
)
from ._geometry import (
    CenterCrop,
    FiveCrop,
    Pad,
    RandomCrop,
    RandomResizedCrop,
    Resize,
    TenCrop,
)
from ._order import (
    Compose,
    RandomApply,
    RandomChoice,
    RandomOrder,
)

__all__ = [
    'CenterCrop',
    'ColorJitter',
    'Compose',
    'ConvertImageDtype',
    'FiveCrop',
    'GaussianBlur',
    'Grayscale',
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
]
