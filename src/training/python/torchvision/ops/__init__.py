"""`torchvision.ops`: boxes (left, top, right, bottom), and pooling over regions of interest."""

from typing import Any

from .boxes import (
    batched_nms,
    box_area,
    box_convert,
    box_iou,
    clip_boxes_to_image,
    generalized_box_iou,
    nms,
    remove_small_boxes,
)
from .regions import RoIAlign, RoIPool, roi_align, roi_pool

__all__ = [
    'RoIAlign',
    'RoIPool',
    'batched_nms',
    'box_area',
    'box_convert',
    'box_iou',
    'clip_boxes_to_image',
    'generalized_box_iou',
    'nms',
    'remove_small_boxes',
    'roi_align',
    'roi_pool',
]


def __getattr__(name: str) -> Any:
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision.ops' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support torchvision.ops.{name}')
