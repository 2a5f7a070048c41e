"""Pooling over regions of interest (Girshick, 2015; He et al., 2017)."""

import math
from typing import Any

import torch
from torch import Tensor, nn

__all__ = ['RoIAlign', 'RoIPool', 'roi_align', 'roi_pool']


def _pair(size: Any) -> tuple[int, int]:
    return (size, size) if isinstance(size, int) else tuple(size)


def _rows_of(boxes: Any) -> Tensor:
    """Boxes as (number of the picture, left, top, right, bottom).

    Raises:
        ValueError: for another shape.
    """
    if isinstance(boxes, Tensor):
        if boxes.size(1) != 5:
            raise ValueError('The boxes tensor shape is not correct as Tensor[K, 5]')
        return boxes
    numbers = [torch.full_like(each[:, :1], number) for number, each in enumerate(boxes)]
    return torch.cat([torch.cat(numbers), torch.cat(list(boxes))], dim=1)


def _away_from_zero(value: float) -> int:
    return math.floor(value + 0.5) if value >= 0 else math.ceil(value - 0.5)


def roi_pool(input: Tensor, boxes: Any, output_size: Any, spatial_scale: float = 1.0) -> Tensor:
    """The greatest value in each part of a grid over each box.

    Args:
        input: (n, channels, height, width).
        boxes: (k, 5) of (picture's number, left, top, right, bottom), or (k, 4) of each picture in a list.
        output_size: of the grid, (height, width) or both.
        spatial_scale: of the boxes' numbers to `input`.

    Returns:
        (k, channels, height, width) of the grid.
    """
    rows, columns = _pair(output_size)
    height, width = input.shape[-2:]
    pooled = []
    for number, *sides in _rows_of(boxes).tolist():
        left, top, right, bottom = (_away_from_zero(side * spatial_scale) for side in sides)
        tall, wide = max(bottom - top + 1, 1) / rows, max(right - left + 1, 1) / columns
        image = input[int(number)]
        for i in range(rows):
            first = min(max(math.floor(i * tall) + top, 0), height)
            last = min(max(math.ceil((i + 1) * tall) + top, 0), height)
            for j in range(columns):
                begin = min(max(math.floor(j * wide) + left, 0), width)
                end = min(max(math.ceil((j + 1) * wide) + left, 0), width)
                part = image[:, first:last, begin:end]
                pooled.append(part.amax((1, 2)) if part.numel() else input.new_zeros(input.shape[1]))
    if not pooled:
        return input.new_zeros(0, input.shape[1], rows, columns)
    return torch.stack(pooled).reshape(-1, rows, columns, input.shape[1]).permute(0, 3, 1, 2).contiguous()


def roi_align(
    input: Tensor,
    boxes: Any,
    output_size: Any,
    spatial_scale: float = 1.0,
    sampling_ratio: int = -1,
    aligned: bool = False,
) -> Tensor:
    """The mean of points, interpolated, in each part of a grid over each box.

    Args:
        sampling_ratio: points along each side of a part; as many as the part has pixels when not positive.
        aligned: whether boxes are moved by half a pixel, as the middles of pixels are.

    Returns:
        (k, channels, height, width) of the grid.
    """
    rows, columns = _pair(output_size)
    pooled = [
        _aligned(
            input[int(number)],
            [side * spatial_scale - 0.5 * aligned for side in sides],
            rows,
            columns,
            sampling_ratio,
            aligned,
        )
        for number, *sides in _rows_of(boxes).tolist()
    ]
    return torch.stack(pooled) if pooled else input.new_zeros(0, input.shape[1], rows, columns)


def _aligned(image: Tensor, sides: list[float], rows: int, columns: int, ratio: int, aligned: bool) -> Tensor:
    left, top, right, bottom = sides
    wide, tall = right - left, bottom - top
    if not aligned:
        wide, tall = max(wide, 1.0), max(tall, 1.0)
    down = ratio if ratio > 0 else math.ceil(tall / rows)
    across = ratio if ratio > 0 else math.ceil(wide / columns)
    y = top + (torch.arange(rows * down) + 0.5) * (tall / rows / max(down, 1))
    x = left + (torch.arange(columns * across) + 0.5) * (wide / columns / max(across, 1))
    by_row, by_column = _between(y, image.shape[1]), _between(x, image.shape[2])
    points = by_row.to(image.dtype) @ image @ by_column.to(image.dtype).T
    return points.reshape(image.shape[0], rows, down, columns, across).mean((2, 4))


def _between(places: Tensor, size: int) -> Tensor:
    """How much each pixel of a row counts at each place: (places, size); nothing beyond the picture."""
    inside = (places >= -1.0) & (places <= size)
    held = places.clamp(0, size - 1)
    weights = 1 - (held[:, None] - torch.arange(size)).abs()
    return weights.clamp(min=0) * inside[:, None]


class RoIPool(nn.Module):
    """`roi_pool` as a layer."""

    def __init__(self, output_size: Any, spatial_scale: float) -> None:
        super().__init__()
        self.output_size = output_size
        self.spatial_scale = spatial_scale

    def forward(self, input: Tensor, rois: Any) -> Tensor:
        """The pooled boxes."""
        return roi_pool(input, rois, self.output_size, self.spatial_scale)

    def __repr__(self) -> str:
        return f'RoIPool(output_size={self.output_size}, spatial_scale={self.spatial_scale})'


class RoIAlign(nn.Module):
    """`roi_align` as a layer."""

    def __init__(
        self, output_size: Any, spatial_scale: float, sampling_ratio: int, aligned: bool = False
    ) -> None:
        super().__init__()
        self.output_size = output_size
        self.spatial_scale = spatial_scale
        self.sampling_ratio = sampling_ratio
        self.aligned = aligned

    def forward(self, input: Tensor, rois: Any) -> Tensor:
        """The pooled boxes."""
        return roi_align(input, rois, self.output_size, self.spatial_scale, self.sampling_ratio, self.aligned)

    def __repr__(self) -> str:
        return (
            f'RoIAlign(output_size={self.output_size}, spatial_scale={self.spatial_scale}, '
            f'sampling_ratio={self.sampling_ratio}, aligned={self.aligned})'
        )
