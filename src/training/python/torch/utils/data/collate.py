"""Makes a batch of a list of samples."""

from collections.abc import Mapping, Sequence
from typing import Any

from ... import _operations
from ..._construct import as_tensor, tensor
from ..._dtypes import float64
from ..._handle import Handle

__all__ = ['default_collate', 'default_convert']


def default_convert(data: Any) -> Any:
    """A sample with its arrays as tensors, numbers as they are; goes into sequences and mappings."""
    if hasattr(data, '_as_tensor'):
        return as_tensor(data)
    if isinstance(data, Mapping):
        return {key: default_convert(value) for key, value in data.items()}
    if isinstance(data, tuple) and hasattr(data, '_fields'):
        return type(data)(*(default_convert(each) for each in data))
    if isinstance(data, Sequence) and not isinstance(data, (str, bytes)):
        return [default_convert(each) for each in data]
    return data


def default_collate(batch: Any) -> Any:
    """Stacks tensors, arrays and numbers; keeps strings; goes into sequences and mappings.

    Raises:
        TypeError: for members of another kind.
    """
    first = batch[0]
    if isinstance(first, Handle):
        return _operations.stack(list(batch), 0)
    if hasattr(first, '_as_tensor'):
        return _operations.stack([as_tensor(each) for each in batch], 0)
    if isinstance(first, float):
        return tensor(list(batch), dtype=float64)
    if isinstance(first, int):
        return tensor(list(batch))
    if isinstance(first, (str, bytes)):
        return batch
    if isinstance(first, Mapping):
        return {key: default_collate([each[key] for each in batch]) for key in first}
    if isinstance(first, tuple) and hasattr(first, '_fields'):
        return type(first)(*(default_collate(part) for part in zip(*batch, strict=True)))
    if isinstance(first, Sequence):
        return _collate_sequences(batch, first)
    raise TypeError(
        'default_collate: batch must contain tensors, numpy arrays, numbers, dicts or lists; found '
        f'{type(first)}'
    )


def _collate_sequences(batch: Any, first: Any) -> list[Any]:
    if any(len(each) != len(first) for each in batch):
        raise RuntimeError('each element in list of batch should be of equal size')
    return [default_collate(part) for part in zip(*batch, strict=True)]
