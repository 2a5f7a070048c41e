"""`x[…]` and `x[…] = …`: integers, slices, None, Ellipsis, masks, index tensors, and mixtures of them."""

import warnings
from typing import TYPE_CHECKING, Any

import _engine

from ._construct import scalar_tensor, tensor
from ._dtypes import FLOATING, INT8, INT64, PYTHON_TYPES
from ._handle import Handle, check, wrap
from ._parameters import scalar_kind

if TYPE_CHECKING:
    from ._tensor import Tensor

__all__ = ['get_item', 'select', 'set_item']

_dtype = _engine.dtype
_ndim = _engine.ndim
_size = _engine.size

# Longer lists are indices of one dimension whatever they hold.
_LONGEST_LIST = 32

_ZERO_DIM = (
    'invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ '
    'to convert a 0-dim tensor to a number'
)


def get_item(tensor: 'Tensor', index: Any) -> 'Tensor':
    """`tensor[index]`: a view, or a copy when an index tensor is among the indices."""
    kind = type(index)
    if kind is int:
        return select(tensor, index)
    if kind is slice and _ndim(tensor._h):
        return _slice(tensor, 0, index)
    view, indices = _apply(tensor, index)
    if not indices:
        return view
    return wrap(_engine.index_Tensor(view._h, len(indices), *_handles(indices)))


def set_item(tensor: 'Tensor', index: Any, value: Any) -> None:
    """`tensor[index] = value`; the value is broadcast to what is selected.

    Raises:
        RuntimeError: when values put by index tensors have another dtype.
    """
    if not isinstance(value, Handle):
        value = _as_value(tensor, value)
    view, indices = _apply(tensor, index, writing=True)
    if indices:
        if not isinstance(value, Handle):
            value = _scalar(tensor, value)
        elif value.dtype is not tensor.dtype and value.numel() == 1 and _is_mask(index):
            value = value.to(tensor.dtype)  # PyTorch fills by the mask
        status = _engine._index_put_impl_(view._h, len(indices), *_handles(indices), value._h, False)
        check(status)
    elif isinstance(value, Handle):
        if value.is_complex() and not view.is_complex():
            value = value.real  # PyTorch warns that it leaves the rest out
        view.copy_(_expanded(value, view))
    else:
        view.fill_(_fitting(tensor, value))


def select(tensor: 'Tensor', position: int, dim: int = 0) -> 'Tensor':
    """The part of `tensor` at one position of a dimension.

    Raises:
        IndexError: without dimensions, or for a position outside of one.
    """
    h = tensor._h
    if _ndim(h) == 0:
        raise IndexError(_ZERO_DIM)
    size = _size(h, dim)
    if not -size <= position < size:
        raise IndexError(f'index {position} is out of bounds for dimension {dim} with size {size}')
    return wrap(_engine.select_int(h, dim, position))


def _slice(tensor: 'Tensor', dim: int, index: slice) -> Any:
    step = 1 if index.step is None else _bound(index.step)
    if step <= 0:
        raise ValueError('step must be greater than zero' if step else 'slice step cannot be zero')
    start = 0 if index.start is None else _bound(index.start)
    stop = None if index.stop is None else _bound(index.stop)
    return wrap(_engine.slice_Tensor(tensor._h, dim, start, stop, step))


def _part(view: Any, dim: int, index: slice) -> Any:
    """A slice; the tensor itself where it is all of a dimension."""
    if index.step in (None, 1) and index.start in (None, 0):
        stop = None if index.stop is None else _bound(index.stop)
        if stop is None or stop >= _size(view._h, dim):
            return view
    return _slice(view, dim, index)


def _bound(value: Any) -> int:
    if not hasattr(value, '__index__'):
        raise TypeError('slice indices must be integers or None or have an __index__ method')
    return value.__index__()


def _apply(tensor: 'Tensor', index: Any, writing: bool = False) -> tuple[Any, list[Any]]:
    """Applies what gives a view; returns it with one index tensor (or None) for each dimension."""
    if isinstance(index, list) and _stands_for_tuple(index):
        index = tuple(index)
    items = index if isinstance(index, tuple) else (index,)
    items = tuple(_normalised(item) for item in items)
    rank = _ndim(tensor._h)
    used = sum(_dimensions(item) for item in items)
    if used > rank:
        if rank == 0 and len(items) == 1 and isinstance(items[0], int):
            raise IndexError(_ZERO_DIM)
        if rank == 0 and isinstance(items[0], slice):
            raise IndexError('slice() cannot be applied to a 0-dim tensor.')
        raise IndexError(f'too many indices for tensor of dimension {rank}')
    view = tensor
    dim = 0
    original = 0
    indices: list[Any] = []
    for item in items:
        if item is Ellipsis:
            dim += rank - used
            original += rank - used
        elif item is None:
            view = wrap(_engine.unsqueeze(view._h, dim))
            dim += 1
        elif isinstance(item, bool):
            view = wrap(_engine.unsqueeze(view._h, dim))
            _place(indices, dim, _positions(item))
            dim += 1
        elif isinstance(item, int):
            view = _select_at(view, item, dim, original)
            original += 1
        elif isinstance(item, slice):
            view = _part(view, dim, item)
            dim += 1
            original += 1
        else:
            dim, original = _place_tensor(indices, view, tensor, item, dim, original)
    if view is tensor and not indices and not writing:
        view = wrap(_engine.slice_Tensor(tensor._h, 0, 0, None, 1)) if rank else tensor.view(())
    return view, indices


def _stands_for_tuple(index: list[Any]) -> bool:
    """Whether PyTorch still takes a list as one index for each dimension; it warns that it will not."""
    if len(index) >= _LONGEST_LIST or not any(
        item is None or item is Ellipsis or isinstance(item, (Handle, list, tuple, slice)) for item in index
    ):
        return False
    warnings.warn(
        'Using a non-tuple sequence for multidimensional indexing is deprecated and will be changed in '
        'pytorch 2.9; use x[tuple(seq)] instead of x[seq]. In pytorch 2.9 this will be interpreted as tensor '
        'index, x[torch.tensor(seq)], which will result either in an error or a different result',
        UserWarning,
        stacklevel=5,
    )
    return True


def _select_at(view: Any, position: int, dim: int, original: int) -> Any:
    size = _size(view._h, dim)
    if not -size <= position < size:
        raise IndexError(f'index {position} is out of bounds for dimension {original} with size {size}')
    return wrap(_engine.select_int(view._h, dim, position))


def _normalised(item: Any) -> Any:
    """An index as an int, a slice, None, Ellipsis, a bool or a tensor."""
    if item is None or item is Ellipsis or isinstance(item, (int, slice)):
        return item
    if isinstance(item, Handle):
        if _ndim(item._h) == 0 and _dtype(item._h) < FLOATING:
            return item.item()
        return item
    if isinstance(item, (list, tuple, range)):
        made = tensor(list(item))
        return made.long() if made.numel() == 0 else made
    as_tensor = getattr(item, '_as_tensor', None)
    if as_tensor is not None:
        return _normalised(as_tensor())
    if isinstance(item, str):
        raise TypeError("new(): invalid data type 'str'")
    if not isinstance(item, float) and hasattr(item, '__index__'):
        return item.__index__()
    raise IndexError(
        'only integers, slices (`:`), ellipsis (`...`), None and long or byte Variables are valid '
        f'indices (got {type(item).__name__})'
    )


def _is_mask(index: Any) -> bool:
    """Whether the only tensor in an index is one of bools."""
    items = index if isinstance(index, tuple) else (index,)
    tensors = [item for item in map(_normalised, items) if isinstance(item, Handle)]
    return len(tensors) == 1 and _dtype(tensors[0]._h) < INT8


def _dimensions(item: Any) -> int:
    """How many dimensions of the tensor an index takes up."""
    if item is None or item is Ellipsis or isinstance(item, bool):
        return 0
    if isinstance(item, Handle) and _dtype(item._h) < INT8:
        return _ndim(item._h)
    return 1


def _place_tensor(
    indices: list[Any], view: Any, tensor: 'Tensor', item: Any, dim: int, original: int
) -> tuple[int, int]:
    code = _dtype(item._h)
    if code >= FLOATING:
        raise IndexError('tensors used as indices must be long, int, byte or bool tensors')
    if code >= INT8:
        _place(indices, dim, item if code == INT64 else item.long())
        return dim + 1, original + 1
    rank = _ndim(item._h)
    for offset in range(rank):
        if _size(item._h, offset) != _size(view._h, dim + offset):
            raise IndexError(
                f'The shape of the mask {list(item.shape)} at index {offset} does not match the shape '
                f'of the indexed tensor {list(tensor.shape)} at index {original + offset}'
            )
    found = item.nonzero()
    for offset in range(rank):
        _place(indices, dim + offset, select(found, offset, 1))
    return dim + rank, original + rank


def _positions(flag: bool) -> Any:
    return tensor([0] if flag else [], dtype=PYTHON_TYPES[int])


def _place(indices: list[Any], dim: int, item: Any) -> None:
    indices.extend([None] * (dim + 1 - len(indices)))
    indices[dim] = item


def _handles(indices: list[Any]) -> list[int]:
    return [0 if item is None else item._h for item in indices]


def _as_value(tensor: 'Tensor', value: Any) -> Any:
    """What is assigned, as a tensor or a Python number."""
    if scalar_kind(value) >= 0:
        return value
    kind = type(value)
    name = f'numpy.{kind.__name__}' if kind.__module__ == 'numpy' else kind.__name__
    raise TypeError(f"can't assign a {name} to a {tensor.type()}")


def _scalar(tensor: 'Tensor', value: Any) -> Any:
    return scalar_tensor(_fitting(tensor, value), _dtype(tensor._h))


def _fitting(tensor: 'Tensor', value: Any) -> Any:
    """A number that a tensor of that dtype can hold.

    Raises:
        RuntimeError: for a complex number in a tensor of real ones.
    """
    if type(value) is not complex or tensor.is_complex():
        return value
    if value.imag != 0:
        kind = 'float' if tensor.is_floating_point() else f'{str(tensor.dtype).rpartition(".")[2]}_t'
        raise RuntimeError(f'value cannot be converted to type {kind} without overflow')
    return value.real


def _expanded(value: Any, target: 'Tensor') -> Any:
    """`value` in the shape of `target`; leading dimensions of size 1 are dropped."""
    shape = target.shape
    own = value.shape
    if own == shape:
        return value
    while len(own) > len(shape) and own[0] == 1:
        value = select(value, 0)
        own = value.shape
    return value.expand(shape)
