"""Boxes: (left, top, right, bottom) in rows of a tensor of shape (n, 4)."""

from typing import Any

import torch
from torch import Tensor

__all__ = [
    'batched_nms',
    'box_area',
    'box_convert',
    'box_iou',
    'clip_boxes_to_image',
    'generalized_box_iou',
    'nms',
    'remove_small_boxes',
]


def _widened(values: Tensor) -> Tensor:
    """In a dtype in which areas do not wrap round."""
    return (
        values if values.is_floating_point() or values.dtype in (torch.int32, torch.int64) else values.int()
    )


def box_area(boxes: Tensor) -> Tensor:
    """Width times height of each box: (n,)."""
    wide = _widened(boxes)
    return (wide[:, 2] - wide[:, 0]) * (wide[:, 3] - wide[:, 1])


def _overlaps(boxes1: Tensor, boxes2: Tensor) -> tuple[Tensor, Tensor]:
    """Areas of intersections and unions: (n, m) each."""
    corners = torch.max(boxes1[:, None, :2], boxes2[:, :2]), torch.min(boxes1[:, None, 2:], boxes2[:, 2:])
    sides = _widened(corners[1] - corners[0]).clamp(min=0)
    shared = sides[:, :, 0] * sides[:, :, 1]
    return shared, box_area(boxes1)[:, None] + box_area(boxes2) - shared


def box_iou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    """Intersection over union of every two boxes: (n, m)."""
    shared, together = _overlaps(boxes1, boxes2)
    return shared / together


def generalized_box_iou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    """`box_iou` less the part of the enclosing box that neither covers: (n, m) (Rezatofighi et al., 2019)."""
    shared, together = _overlaps(boxes1, boxes2)
    corners = torch.min(boxes1[:, None, :2], boxes2[:, :2]), torch.max(boxes1[:, None, 2:], boxes2[:, 2:])
    sides = _widened(corners[1] - corners[0]).clamp(min=0)
    around = sides[:, :, 0] * sides[:, :, 1]
    return shared / together - (around - together) / around


def nms(boxes: Tensor, scores: Tensor, iou_threshold: float) -> Tensor:
    """Non-maximum suppression: the numbers of the boxes that stay, the best first.

    Args:
        boxes: (n, 4).
        scores: (n,).
        iou_threshold: a box that overlaps a better one by more goes.
    """
    left = torch.argsort(scores, descending=True, stable=True)
    kept = []
    while left.numel() > 0:
        kept.append(left[:1])
        overlap = box_iou(boxes[left[:1]], boxes[left[1:]])[0]
        left = left[1:][~(overlap > iou_threshold)]
    return torch.cat(kept) if kept else left


def batched_nms(boxes: Tensor, scores: Tensor, idxs: Tensor, iou_threshold: float) -> Tensor:
    """`nms` within each class.

    Args:
        idxs: the class of each box, (n,).
    """
    if boxes.numel() == 0:
        return torch.empty((0,), dtype=torch.int64)
    # Moved so far apart that boxes of different classes cannot overlap.
    offsets = idxs.to(boxes) * (boxes.max() + 1)
    return nms(boxes + offsets[:, None], scores, iou_threshold)


def clip_boxes_to_image(boxes: Tensor, size: Any) -> Tensor:
    """Boxes without what lies beyond a picture of size (height, width)."""
    height, width = size
    sides = [boxes[..., 0::2].clamp(min=0, max=width), boxes[..., 1::2].clamp(min=0, max=height)]
    return torch.stack(sides, dim=boxes.dim()).reshape(boxes.shape)


def remove_small_boxes(boxes: Tensor, min_size: float) -> Tensor:
    """The numbers of boxes whose sides are at least so long."""
    widths, heights = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    return torch.where((widths >= min_size) & (heights >= min_size))[0]


def box_convert(boxes: Tensor, in_fmt: str, out_fmt: str) -> Tensor:
    """Boxes in another form.

    Args:
        in_fmt, out_fmt: `xyxy` corners, `xywh` corner and sides, `cxcywh` center and sides.

    Raises:
        ValueError: for another form.
    """
    if not {in_fmt, out_fmt} <= {'xyxy', 'xywh', 'cxcywh'}:
        raise ValueError('Unsupported Bounding Box Conversions for given in_fmt and out_fmt')
    if in_fmt == out_fmt:
        return boxes.clone()
    first, second, third, fourth = boxes.unbind(-1)
    if in_fmt == 'xywh':
        corners = (first, second, first + third, second + fourth)
    elif in_fmt == 'cxcywh':
        corners = (
            first - 0.5 * third,
            second - 0.5 * fourth,
            first + 0.5 * third,
            second + 0.5 * fourth,
        )
    else:
        corners = (first, second, third, fourth)
    left, top, right, bottom = corners
    width, height = right - left, bottom - top
    forms = {
        'xyxy': (left, top, right, bottom),
        'xywh': (left, top, width, height),
        'cxcywh': ((left + right) / 2, (top + bottom) / 2, width, height),
    }
    return torch.stack(forms[out_fmt], dim=-1)
