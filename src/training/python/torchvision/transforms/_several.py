"""Pictures of a data set of bytes transformed together, where the transforms are known."""

from typing import Any

from PIL._resampling import resample
from torch import Tensor

from ._conversion import Normalize, ToTensor
from ._geometry import Resize
from ._order import Compose
from .functional import InterpolationMode, get_dimensions, resize

__all__ = ['transform_together']


def transform_together(transform: Any, pictures: Tensor) -> Tensor | None:
    """What a transform makes of grey pictures, uint8 of shape (n, height, width).

    Returns:
        (n, 1, height, width); None for another transform than `Resize`, `ToTensor` and then `Normalize`: its
        `__call__` may be the learner's own, and draws may come in another order.
    """
    steps: list[Any] = list(transform.transforms) if type(transform) is Compose else [transform]
    while steps and type(steps[0]) is Resize:
        resized = _resized(steps.pop(0), pictures)
        if resized is None:
            return None
        pictures = resized
    if not steps or type(steps.pop(0)) is not ToTensor:
        return None
    if any(type(step) is not Normalize for step in steps):
        return None
    found = pictures.unsqueeze(1).float().div_(255)
    for step in steps:
        found = step(found)
    return found


def _resized(step: Resize, pictures: Tensor) -> Tensor | None:
    if step.interpolation is not InterpolationMode.BILINEAR:
        return None
    _, height, width = pictures.shape
    rows, columns = get_dimensions(resize(pictures[:1], step.size, max_size=step.max_size))[1:]
    if (rows, columns) == (height, width):
        return pictures
    # To the resampling the pictures are the channels of one.
    box = (0.0, 0.0, float(width), float(height))
    return resample(pictures.permute(1, 2, 0), (columns, rows), 2, box).permute(2, 0, 1)
