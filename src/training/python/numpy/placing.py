"""Arrays with more, fewer or otherwise placed elements."""

from typing import Any

import torch

from .array import as_tensor, ndarray
from .creation import array, asarray


def _at_least(count: int) -> Any:
    def shaped(*arys: Any) -> Any:
        made = [ndarray._of(getattr(torch, f'atleast_{count}d')(as_tensor(each))) for each in arys]
        return made[0] if len(made) == 1 else made

    shaped.__name__ = shaped.__qualname__ = f'atleast_{count}d'
    shaped.__doc__ = f'With at least {count} dimension{"s" if count > 1 else ""}.'
    return shaped


atleast_1d = _at_least(1)
atleast_2d = _at_least(2)


def asanyarray(a: Any, dtype: Any = None) -> ndarray:
    """An array; the same when it is one of the right dtype."""
    return asarray(a, dtype)


ascontiguousarray = asanyarray


def copy(a: Any) -> ndarray:
    """A copy."""
    return array(a)


def copyto(dst: ndarray, src: Any) -> None:
    """Writes values into an array."""
    dst[...] = src


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


def rot90(m: Any, k: int = 1, axes: Any = (0, 1)) -> ndarray:
    """Turned by k quarters in the plane of two dimensions."""
    return ndarray._of(torch.rot90(as_tensor(m), k, list(axes)))


def moveaxis(a: Any, source: Any, destination: Any) -> ndarray:
    """With dimensions moved to other places."""
    return ndarray._of(as_tensor(a).movedim(source, destination))


def delete(arr: Any, obj: Any, axis: int | None = None) -> ndarray:
    """Without elements (or parts along a dimension)."""
    source, along = _along(arr, axis)
    size = source.shape[along]
    if isinstance(obj, slice):
        gone = set(range(*obj.indices(size)))
    else:
        places = [obj] if isinstance(obj, int) else asarray(obj).tolist()
        for place in places:
            if not -size <= place < size:
                raise IndexError(f'index {place} is out of bounds for axis {along} with size {size}')
        gone = {place % size for place in places}
    kept = torch.tensor([place for place in range(size) if place not in gone], dtype=torch.int64)
    return ndarray._of(source.index_select(along, kept))


def insert(arr: Any, obj: int, values: Any, axis: int | None = None) -> ndarray:
    """With elements (or a part along a dimension) put in before a place."""
    source, along = _along(arr, axis)
    place = obj if obj >= 0 else obj + source.shape[along]
    added = as_tensor(values).to(source.dtype)
    shape = list(source.shape)
    shape[along] = added.numel() if source.dim() == 1 else 1
    between = added.reshape(-1) if source.dim() == 1 else added.unsqueeze(along) if added.dim() else added
    before, behind = source.narrow(along, 0, place), source.narrow(along, place, source.shape[along] - place)
    return ndarray._of(torch.cat([before, between.expand(shape), behind], along))


def _along(arr: Any, axis: int | None) -> tuple[Any, int]:
    source = as_tensor(arr)
    return (source.reshape(-1), 0) if axis is None else (source, axis)


def diagonal(a: Any, offset: int = 0) -> ndarray:
    """The diagonal of a matrix."""
    return ndarray._of(as_tensor(a).diagonal(offset))


def diagflat(v: Any, k: int = 0) -> ndarray:
    """The matrix with all elements on a diagonal."""
    return ndarray._of(torch.diag(as_tensor(v).reshape(-1), k))


def fill_diagonal(a: ndarray, val: Any) -> None:
    """Writes a value onto the diagonal of a matrix."""
    a._t.fill_diagonal_(val)


def flatnonzero(a: Any) -> ndarray:
    """The places, in the flat array, of elements other than 0."""
    return ndarray._of(as_tensor(a).reshape(-1).nonzero().reshape(-1))


def dstack(tup: Any) -> ndarray:
    """Arrays one behind the other, along the third dimension."""
    return ndarray._of(torch.dstack([as_tensor(each) for each in tup]))


def row_stack(tup: Any) -> ndarray:
    """Arrays one below the other."""
    return ndarray._of(torch.vstack([as_tensor(each) for each in tup]))


def hsplit(ary: Any, indices_or_sections: Any) -> list[ndarray]:
    """Parts beside one another."""
    from .rearranging import split

    return split(ary, indices_or_sections, 0 if asarray(ary).ndim == 1 else 1)


def vsplit(ary: Any, indices_or_sections: Any) -> list[ndarray]:
    """Parts below one another."""
    from .rearranging import split

    return split(ary, indices_or_sections, 0)


def broadcast_arrays(*args: Any) -> list[ndarray]:
    """Arrays of one shape."""
    return [ndarray._of(each) for each in torch.broadcast_tensors(*map(as_tensor, args))]


def extract(condition: Any, arr: Any) -> ndarray:
    """The elements where the condition holds."""
    return ndarray._of(as_tensor(arr).reshape(-1)[as_tensor(condition).bool().reshape(-1)])


def compress(condition: Any, a: Any, axis: int | None = None) -> ndarray:
    """The parts along a dimension where the condition holds."""
    source, along = _along(a, axis)
    return ndarray._of(source.index_select(along, as_tensor(condition).bool().nonzero().reshape(-1)))


def unravel_index(indices: Any, shape: Any) -> tuple[Any, ...]:
    """The places in every dimension that flat places stand for."""
    from .array import wrap

    rest = as_tensor(indices)
    found: list[Any] = []
    for size in reversed(tuple(shape)):
        found.append(wrap(rest % size))
        rest = rest // size
    return tuple(reversed(found))
