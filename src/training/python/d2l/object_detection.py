"""Boxes around objects: their forms, anchors, and which of several predictions stays.

A box is (left, top, right, bottom), as parts of the picture's width and height where nothing else is said.
"""

from collections.abc import Sequence
from typing import Any

import torch
from matplotlib import pyplot as plt
from torch import Tensor

__all__ = [
    'assign_anchor_to_bbox',
    'bbox_to_rect',
    'box_center_to_corner',
    'box_corner_to_center',
    'box_iou',
    'multibox_detection',
    'multibox_prior',
    'multibox_target',
    'nms',
    'offset_boxes',
    'offset_inverse',
    'show_bboxes',
]

_OFFERED_LATE_BY = 'd2l.torch'


def box_corner_to_center(boxes: Tensor) -> Tensor:
    """Corners (n, 4) to (centre x, centre y, width, height)."""
    left, top, right, bottom = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
    return torch.stack(((left + right) / 2, (top + bottom) / 2, right - left, bottom - top), axis=-1)


def box_center_to_corner(boxes: Tensor) -> Tensor:
    """(centre x, centre y, width, height) of shape (n, 4) to corners."""
    x, y, width, height = boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]
    corners = (x - 0.5 * width, y - 0.5 * height, x + 0.5 * width, y + 0.5 * height)
    return torch.stack(corners, axis=-1)


def bbox_to_rect(bbox: Any, color: Any) -> Any:
    """The outline of a box as a patch of matplotlib."""
    left, top, right, bottom = bbox
    return plt.Rectangle(
        xy=(left, top), width=right - left, height=bottom - top, fill=False, edgecolor=color, linewidth=2
    )


def show_bboxes(axes: Any, bboxes: Any, labels: Any = None, colors: Any = None) -> None:
    """Draws boxes, each with its label in its top left corner.

    Args:
        axes: on which is drawn.
        bboxes: tensors of four numbers, in the units of the axes.
        labels: one text or several; None for none.
        colors: one or several, in turn.
    """
    texts = _listed(labels, [])
    palette = _listed(colors, ['b', 'g', 'r', 'm', 'c'])
    for number, bbox in enumerate(bboxes):
        color = palette[number % len(palette)]
        rectangle = bbox_to_rect(bbox.detach().numpy(), color)
        axes.add_patch(rectangle)
        if number < len(texts):
            style = {'va': 'center', 'ha': 'center', 'fontsize': 9, 'color': 'k' if color == 'w' else 'w'}
            axes.text(*rectangle.xy, texts[number], bbox={'facecolor': color, 'lw': 0}, **style)


def _listed(values: Any, default: list[Any]) -> Any:
    if values is None:
        return default
    return values if isinstance(values, list | tuple) else [values]


def multibox_prior(data: Tensor, sizes: Sequence[float], ratios: Sequence[float]) -> Tensor:
    """Anchors around every pixel: all sizes with the first ratio, further ratios with the first size.

    Args:
        data: pictures, of which height and width count.
        sizes: sides, as parts of the picture.
        ratios: width to height.

    Returns:
        Of shape (1, height * width * (sizes + ratios - 1), 4).
    """
    height, width = data.shape[-2:]
    device = data.device
    size = torch.tensor(sizes, device=device)
    root = torch.sqrt(torch.tensor(ratios, device=device))
    widths = torch.cat((size * root[0], sizes[0] * root[1:])) * height / width
    heights = torch.cat((size / root[0], sizes[0] / root[1:]))
    half = torch.stack((-widths, -heights, widths, heights)).T.repeat(height * width, 1) / 2
    rows = (torch.arange(height, device=device) + 0.5) * (1.0 / height)
    columns = (torch.arange(width, device=device) + 0.5) * (1.0 / width)
    y, x = (grid.reshape(-1) for grid in torch.meshgrid(rows, columns, indexing='ij'))
    centers = torch.stack([x, y, x, y], dim=1).repeat_interleave(len(sizes) + len(ratios) - 1, dim=0)
    return (centers + half).unsqueeze(0)


def box_iou(boxes1: Tensor, boxes2: Tensor) -> Tensor:
    """Intersection over union of every box (n, 4) with every other (m, 4), of shape (n, m)."""
    left_top = torch.max(boxes1[:, None, :2], boxes2[:, :2])
    right_bottom = torch.min(boxes1[:, None, 2:], boxes2[:, 2:])
    sides = (right_bottom - left_top).clamp(min=0)
    common = sides[:, :, 0] * sides[:, :, 1]
    return common / (_areas(boxes1)[:, None] + _areas(boxes2) - common)


def _areas(boxes: Tensor) -> Tensor:
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


def assign_anchor_to_bbox(
    ground_truth: Tensor, anchors: Tensor, device: Any, iou_threshold: float = 0.5
) -> Tensor:
    """Which true box each anchor stands for: one that it overlaps enough, or whose best anchor it is.

    Returns:
        int64 of shape (anchors,); -1 for none.
    """
    count, true_count = anchors.shape[0], ground_truth.shape[0]
    overlap = box_iou(anchors, ground_truth)
    assigned = torch.full((count,), -1, dtype=torch.long, device=device)
    best, box = torch.max(overlap, dim=1)
    enough = best >= iou_threshold
    assigned[torch.nonzero(enough).reshape(-1)] = box[enough]
    for _ in range(true_count):
        place = torch.argmax(overlap)
        true, anchor = (place % true_count).long(), (place / true_count).long()
        assigned[anchor] = true
        # Neither is used again.
        overlap[:, true] = torch.full((count,), -1)
        overlap[anchor, :] = torch.full((true_count,), -1)
    return assigned


def offset_boxes(anchors: Tensor, assigned_bb: Tensor, eps: float = 1e-6) -> Tensor:
    """How far boxes lie from their anchors, in the units that a network predicts, of shape (n, 4)."""
    anchor, box = box_corner_to_center(anchors), box_corner_to_center(assigned_bb)
    moved = 10 * (box[:, :2] - anchor[:, :2]) / anchor[:, 2:]
    scaled = 5 * torch.log(eps + box[:, 2:] / anchor[:, 2:])
    return torch.cat([moved, scaled], axis=1)


def offset_inverse(anchors: Tensor, offset_preds: Tensor) -> Tensor:
    """The boxes at these offsets from their anchors."""
    anchor = box_corner_to_center(anchors)
    centers = offset_preds[:, :2] * anchor[:, 2:] / 10 + anchor[:, :2]
    sides = torch.exp(offset_preds[:, 2:] / 5) * anchor[:, 2:]
    return box_center_to_corner(torch.cat((centers, sides), axis=1))


def multibox_target(anchors: Tensor, labels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """What a network is to predict for anchors.

    Args:
        anchors: of shape (1, anchors, 4).
        labels: of shape (n, boxes, 5): class and box.

    Returns:
        Offsets (n, anchors * 4), which of them count, and classes (n, anchors), 0 for the background.
    """
    anchors = anchors.squeeze(0)
    targets = [_targets_of(label, anchors) for label in labels]
    offsets, masks, classes = (torch.stack(parts) for parts in zip(*targets, strict=True))
    return offsets, masks, classes


def _targets_of(label: Tensor, anchors: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    device, count = anchors.device, anchors.shape[0]
    assigned = assign_anchor_to_bbox(label[:, 1:], anchors, device)
    mask = (assigned >= 0).float().unsqueeze(-1).repeat(1, 4)
    classes = torch.zeros(count, dtype=torch.long, device=device)
    boxes = torch.zeros((count, 4), dtype=torch.float32, device=device)
    places = torch.nonzero(assigned >= 0)
    true = assigned[places]
    classes[places] = label[true, 0].long() + 1
    boxes[places] = label[true, 1:]
    offsets = offset_boxes(anchors, boxes) * mask
    return offsets.reshape(-1), mask.reshape(-1), classes


def nms(boxes: Tensor, scores: Tensor, iou_threshold: float) -> Tensor:
    """Non-maximum suppression: the best box, then the best of those that do not overlap too much, and so on.

    Args:
        boxes: of shape (n, 4).
        scores: of shape (n,).
        iou_threshold: overlaps above it are too much.

    Returns:
        int64: indices of the boxes that stay, the best first.
    """
    waiting = torch.argsort(scores, dim=-1, descending=True)
    kept = []
    while waiting.numel() > 0:
        best, waiting = waiting[0], waiting[1:]
        kept.append(best)
        if waiting.numel() > 0:
            overlap = box_iou(boxes[best, :].reshape(-1, 4), boxes[waiting, :].reshape(-1, 4)).reshape(-1)
            waiting = waiting[overlap <= iou_threshold]
    return torch.tensor(kept, device=boxes.device)


def multibox_detection(
    cls_probs: Tensor,
    offset_preds: Tensor,
    anchors: Tensor,
    nms_threshold: float = 0.5,
    pos_threshold: float = 0.009999999,
) -> Tensor:
    """The boxes that a network predicts.

    Args:
        cls_probs: of shape (n, classes, anchors), the background's first.
        offset_preds: of shape (n, anchors * 4).
        anchors: of shape (1, anchors, 4).
        nms_threshold: overlaps above it are too much.
        pos_threshold: below it a box is background.

    Returns:
        Of shape (n, anchors, 6): class from 0 (-1 for what is left out), confidence and box.
    """
    anchors = anchors.squeeze(0)
    return torch.stack(
        [
            _detected(probabilities, offsets.reshape(-1, 4), anchors, nms_threshold, pos_threshold)
            for probabilities, offsets in zip(cls_probs, offset_preds, strict=True)
        ]
    )


def _detected(
    probabilities: Tensor, offsets: Tensor, anchors: Tensor, nms_threshold: float, pos_threshold: float
) -> Tensor:
    confidence, classes = torch.max(probabilities[1:], 0)
    boxes = offset_inverse(anchors, offsets)
    kept = nms(boxes, confidence, nms_threshold)
    everything = torch.arange(probabilities.shape[1], dtype=torch.long, device=boxes.device)
    found, counts = torch.cat((kept, everything)).unique(return_counts=True)
    left_out = found[counts == 1]
    classes[left_out] = -1
    order = torch.cat((kept, left_out))
    classes, confidence, boxes = classes[order], confidence[order], boxes[order]
    background = confidence < pos_threshold
    classes[background] = -1
    confidence[background] = 1 - confidence[background]
    return torch.cat((classes.unsqueeze(1), confidence.unsqueeze(1), boxes), dim=1)
