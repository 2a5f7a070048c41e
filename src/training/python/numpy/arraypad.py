"""Padding."""

from typing import Any

import torch

from .multiarray import as_tensor, ndarray

__all__ = ['pad']

_OFFERED_LATE_BY = 'numpy'


def _sides(pad_width: Any, rank: int) -> list[tuple[int, int]]:
    if isinstance(pad_width, int):
        return [(pad_width, pad_width)] * rank
    width: list[Any] = [tuple(each) if hasattr(each, '__len__') else each for each in pad_width]
    if not isinstance(width[0], tuple):
        one = (int(width[0]), int(width[-1]))
        return [one] * rank
    return (width * rank if len(width) == 1 else width)[:rank]


def pad(array: Any, pad_width: Any, mode: str = 'constant', constant_values: Any = 0) -> ndarray:
    """With elements added at both ends of each dimension.

    Args:
        array: the middle.
        pad_width: how many: one number, a pair before and behind, or a pair for each dimension.
        mode: what is added: `constant`, `edge`, `reflect`, `symmetric` or `wrap`.
        constant_values: the constant.
    """
    made = as_tensor(array)
    for axis, (before, behind) in enumerate(_sides(pad_width, made.dim())):
        if mode == 'constant':
            ends = [_filled(made, axis, size, constant_values) for size in (before, behind)]
            made = torch.cat([ends[0], made, ends[1]], axis)
        else:
            made = made.index_select(axis, _sources(mode, made.shape[axis], before, behind))
    return ndarray._of(made)


def _filled(like: Any, axis: int, size: int, value: Any) -> Any:
    shape = list(like.shape)
    shape[axis] = size
    return torch.full(shape, value, dtype=like.dtype)


def _sources(mode: str, size: int, before: int, behind: int) -> Any:
    """For each place of the padded dimension, where its element comes from."""
    last = size - 1
    turned = {
        'edge': lambda place: min(max(place, 0), last),
        'wrap': lambda place: place % size,
        'reflect': lambda place: last - abs(last - place % (2 * last)) if last else 0,
        'symmetric': lambda place: (
            (place % (2 * size)) if place % (2 * size) < size else -1 - place % -(2 * size)
        ),
    }
    if mode not in turned:
        raise NotImplementedError(f'D2L Exercises does not support np.pad(mode={mode!r})')
    return torch.tensor([turned[mode](place) for place in range(-before, size + behind)], dtype=torch.int64)
