"""How an index of an array is read: the tensor's index it stands for, and numpy's words for a wrong one."""

from typing import Any

import torch

__all__ = ['chosen', 'described', 'placed']

_KINDS = (
    'only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean arrays are '
    'valid indices'
)


def chosen(source: Any, index: Any) -> tuple[Any, bool]:
    """The part of a tensor that an index names, and whether it is in reverse order, which no view is here."""
    source, rest, reverses = _forwards(source, _plain(index))
    return source[rest], reverses


def placed(source: Any, index: Any, value: Any) -> None:
    """Writes a number or a tensor into the part of a tensor that an index names.

    Raises:
        ValueError: when the value has another shape, and cannot be broadcast.
    """
    plain = _plain(index)
    if _reverses(plain):
        places = torch.arange(source.numel()).reshape(source.shape)
        target = chosen(places, index)[0]
        given = value if isinstance(value, torch.Tensor) else torch.tensor(value)
        source.view(-1)[target.reshape(-1)] = given.to(source.dtype).expand(target.shape).reshape(-1)
        return
    if isinstance(value, torch.Tensor) and value.dim():
        shape = tuple(source[plain].shape)
        value = _fitting(value, shape)
    source[plain] = value


def _fitting(value: Any, shape: tuple[int, ...]) -> Any:
    given = tuple(value.shape)
    while value.dim() > len(shape) and value.shape[0] == 1:
        value = value[0]
    pairs = zip(reversed(tuple(value.shape)), reversed(shape), strict=False)
    if value.dim() > len(shape) or any(own not in (1, size) for own, size in pairs):
        texts = (str(each).replace(' ', '') for each in (given, shape))
        raise ValueError('could not broadcast input array from shape {} into shape {}'.format(*texts))
    return value


def _plain(index: Any) -> Any:
    """The index with tensors for arrays.

    Raises:
        IndexError: for what is no index.
    """
    if isinstance(index, tuple):
        return tuple(_plain(part) for part in index)
    as_own = getattr(index, '_as_tensor', None)
    if as_own is not None:
        index = as_own()
    if isinstance(index, torch.Tensor):
        if index.is_floating_point():
            raise IndexError('arrays used as indices must be of integer (or boolean) type')
        return index
    if isinstance(index, (float, str)):
        raise IndexError(_KINDS)
    return index


def _reverses(index: Any) -> bool:
    parts = index if isinstance(index, tuple) else (index,)
    return any(isinstance(part, slice) and part.step is not None and int(part.step) < 0 for part in parts)


def _forwards(source: Any, index: Any) -> tuple[Any, Any, bool]:
    """The tensor with dimensions turned round that an index goes through backwards, and the index."""
    if not _reverses(index):
        return source, index, False
    parts = list(index) if isinstance(index, tuple) else [index]
    taken = sum(_dimensions(part) for part in parts)
    axis = 0
    for place, part in enumerate(parts):
        if part is Ellipsis:
            axis += source.dim() - taken
            continue
        if _reverses(part):
            order = range(*part.indices(source.shape[axis]))
            source = source.index_select(axis, torch.tensor(list(order), dtype=torch.int64))
            parts[place] = slice(None)
        axis += _dimensions(part)
    return source, tuple(parts), True


def _dimensions(part: Any) -> int:
    """How many dimensions of the array a part of an index stands for."""
    if part is None or part is Ellipsis:
        return 0
    return part.dim() if isinstance(part, torch.Tensor) and part.dtype is torch.bool else 1


def described(error: IndexError, shape: tuple[int, ...], index: Any) -> IndexError:
    """The error of a tensor's index in numpy's words."""
    text = str(error)
    if text.startswith('too many indices'):
        given = sum(part is not None for part in index) if isinstance(index, tuple) else 1
        text = f'too many indices for array: array is {len(shape)}-dimensional, but {given} were indexed'
    if text.startswith('The shape of the mask'):
        return _mask_mismatch(shape, index)
    return IndexError(text.replace('for dimension', 'for axis').replace('at dimension', 'at axis'))


def _mask_mismatch(shape: tuple[int, ...], index: Any) -> IndexError:
    for part in index if isinstance(index, tuple) else (index,):
        mask = tuple(getattr(part, 'shape', ()))
        for axis, (size, own) in enumerate(zip(shape, mask, strict=False)):
            if size != own:
                return IndexError(
                    f'boolean index did not match indexed array along dimension {axis}; dimension is {size} '
                    f'but corresponding boolean dimension is {own}'
                )
    return IndexError('boolean index did not match indexed array')
