"""Functions of torch that write into a part of a tensor, or tell what kind of number an element is."""

from typing import Any

from . import _operations
from ._dtypes import Size


def select_scatter(input: Any, src: Any, dim: int, index: int) -> Any:
    """A copy with `src` at `index` along `dim`."""
    result = input.clone()
    result.select(dim, index).copy_(src)
    return result


def slice_scatter(
    input: Any, src: Any, dim: int = 0, start: int | None = None, end: int | None = None, step: int = 1
) -> Any:
    """A copy with `src` at a range of places along `dim`."""
    result = input.clone()
    places = [slice(None)] * (dim % input.dim()) + [slice(start, end, step)]
    result[tuple(places)].copy_(src)
    return result


def diagonal_scatter(input: Any, src: Any, offset: int = 0, dim1: int = 0, dim2: int = 1) -> Any:
    """A copy with `src` on a diagonal."""
    result = input.clone()
    result.diagonal(offset, dim1, dim2).copy_(src)
    return result


def index_put(input: Any, indices: Any, values: Any, accumulate: bool = False) -> Any:
    """A copy with `values` where the index tensors point, added to what is there with `accumulate`."""
    return index_put_(input.clone(), indices, values, accumulate)


def index_put_(input: Any, indices: Any, values: Any, accumulate: bool = False) -> Any:
    """Puts `values` where the index tensors point, in place; adds them with `accumulate`."""
    places = tuple(indices)
    if not accumulate:
        input[places] = values
        return input
    numbered = _operations.arange(input.numel()).reshape(input.shape)[places]
    spread = values.expand(numbered.shape).reshape(-1)
    added = _operations.zeros(input.numel(), dtype=input.dtype).index_add(0, numbered.reshape(-1), spread)
    return input.add_(added.reshape(input.shape))


def scatter_reduce(
    input: Any, dim: int, index: Any, src: Any, reduce: str, *, include_self: bool = True
) -> Any:
    """What `reduce` makes of the elements of `src` that `index` sends to the same place, `sum` or `mean`.

    Raises:
        RuntimeError: for a `reduce` that PyTorch does not know.
        NotImplementedError: for `prod`, `amax` and `amin`.
    """
    if reduce not in ('sum', 'mean', 'prod', 'amax', 'amin'):
        raise RuntimeError(f'reduce argument must be either sum, prod, mean, amax or amin, got {reduce}.')
    if reduce not in ('sum', 'mean'):
        raise NotImplementedError(f"D2L Exercises does not support scatter_reduce(reduce='{reduce}')")
    ones = _operations.ones_like(src)
    hits = _operations.zeros_like(input).scatter_add(dim, index, ones)
    start = input if include_self else input.masked_fill(hits > 0, 0)
    total = start.scatter_add(dim, index, src)
    if reduce == 'sum':
        return total
    return total / (hits + 1 if include_self else hits.clamp(min=1))


def masked_fill(input: Any, mask: Any, value: Any) -> Any:
    """A copy with one value where the mask holds."""
    return input.masked_fill(mask, value)


def masked_scatter(input: Any, mask: Any, source: Any) -> Any:
    """A copy with the elements of `source`, in order, where the mask holds."""
    return input.masked_scatter(mask, source)


def sum_to_size(input: Any, *size: Any) -> Any:
    """The sum of all that broadcasting from `size` would have repeated.

    Raises:
        RuntimeError: when `size` does not broadcast to the tensor's shape.
    """
    wanted = tuple(size[0]) if len(size) == 1 and not isinstance(size[0], int) else size
    extra = input.dim() - len(wanted)
    fits = extra >= 0 and all(
        own in (1, each) or each == own for own, each in zip(wanted, input.shape[extra:], strict=True)
    )
    if not fits:
        raise RuntimeError(f'size {{{list(wanted)}}} is not expandable to size {{{list(input.shape)}}}.')
    dims = [*range(extra)] + [
        extra + place for place, own in enumerate(wanted) if own == 1 and input.shape[extra + place] != 1
    ]
    summed = input.sum(dims, keepdim=True) if dims else input
    return summed.reshape(wanted)


def split_with_sizes(input: Any, split_sizes: Any, dim: int = 0) -> Any:
    """Parts of these sizes along `dim`, as views."""
    return input.split(list(split_sizes), dim)


def isposinf(input: Any) -> Any:
    """Whether each element is positive infinity."""
    return input == float('inf')


def isneginf(input: Any) -> Any:
    """Whether each element is negative infinity."""
    return input == -float('inf')


def isreal(input: Any) -> Any:
    """Whether each element is a real number, as all are here."""
    return _operations.ones_like(input, dtype=(input == input).dtype)


def ldexp(input: Any, other: Any) -> Any:
    """input times 2 to the power of `other`."""
    return input * 2.0**other


def gcd(input: Any, other: Any) -> Any:
    """The greatest common divisors."""
    left, right = _operations.broadcast_tensors(input.abs(), other.abs())
    left, right = left.clone(), right.clone()
    while bool((right != 0).any()):
        divisor = right.masked_fill(right == 0, 1)
        left, right = (
            _operations.where(right == 0, left, right),
            _operations.where(right == 0, right, left.remainder(divisor)),
        )
    return left


def lcm(input: Any, other: Any) -> Any:
    """The least common multiples."""
    divisor = gcd(input, other)
    return (input * other).abs().floor_divide(divisor.masked_fill(divisor == 0, 1))


def nanmedian(input: Any, dim: int | None = None, keepdim: bool = False) -> Any:
    """The median of the elements that are numbers.

    Raises:
        NotImplementedError: when `dim` is given.
    """
    if dim is not None:
        raise NotImplementedError('D2L Exercises does not support nanmedian(dim=…)')
    chosen = input[~input.isnan()]
    return chosen.median() if chosen.numel() else input.new_full((), float('nan'))


def unravel_index(indices: Any, shape: Any) -> tuple[Any, ...]:
    """The coordinates of places counted row by row in a tensor of a shape."""
    sizes = (shape,) if isinstance(shape, int) else Size(shape)
    found = []
    for size in reversed(sizes):
        found.append(indices % size)
        indices = indices.floor_divide(size)
    return tuple(reversed(found))


def gradient(input: Any, *, spacing: Any = 1, dim: Any = None, edge_order: int = 1) -> tuple[Any, ...]:
    """Slopes by differences of neighbours on both sides, along each dimension.

    Raises:
        NotImplementedError: for `edge_order=2`.
    """
    if edge_order != 1:
        raise NotImplementedError('D2L Exercises does not support gradient(edge_order=2)')
    dims = range(input.dim()) if dim is None else (dim,) if isinstance(dim, int) else dim
    spaces = spacing if isinstance(spacing, (tuple, list)) else (spacing,) * len(tuple(dims))
    return tuple(_slopes(input, along, space) for along, space in zip(dims, spaces, strict=True))


def _slopes(values: Any, dim: int, space: Any) -> Any:
    count = values.shape[dim]
    if isinstance(space, (int, float)):
        gaps = _operations.full((count - 1,), float(space), dtype=values.dtype)
    else:
        gaps = space.diff()
    shape = [1] * values.dim()
    shape[dim] = -1
    rises = values.diff(dim=dim) / gaps.reshape(shape)
    left, right = rises.narrow(dim, 0, count - 2), rises.narrow(dim, 1, count - 2)
    before, behind = gaps[:-1].reshape(shape), gaps[1:].reshape(shape)
    inner = (left * behind + right * before) / (before + behind)
    return _operations.cat([rises.narrow(dim, 0, 1), inner, rises.narrow(dim, count - 2, 1)], dim)


def atleast_3d(*tensors: Any) -> Any:
    """The tensors with at least three dimensions."""
    made = tuple(_with_three(each) for each in tensors)
    return made[0] if len(made) == 1 else made


def _with_three(tensor: Any) -> Any:
    if tensor.dim() < 2:
        return tensor.reshape(1, -1, 1)
    return tensor.unsqueeze(-1) if tensor.dim() == 2 else tensor


def is_complex(input: Any) -> bool:
    """Always False."""
    return False


def is_signed(input: Any) -> bool:
    """Whether the dtype has negative numbers."""
    return input.is_signed()


def matrix_exp(input: Any) -> Any:
    """The exponential of square matrices: a series of a fraction of them, then squared."""
    norm = float(input.abs().sum(-1).max()) if input.numel() else 0.0
    halvings = 0
    while norm > 0.5:
        norm, halvings = norm / 2, halvings + 1
    part = input.double() / 2**halvings
    term = result = _operations.eye(input.shape[-1], dtype=part.dtype).expand(input.shape)
    for order in range(1, 19):
        term = term @ part / order
        result = result + term
    for _ in range(halvings):
        result = result @ result
    return result.to(input.dtype)


class Parts:
    """The methods of tensors among these functions."""

    __slots__ = ()


for _method in (
    diagonal_scatter,
    gcd,
    index_put,
    index_put_,
    isneginf,
    isposinf,
    isreal,
    lcm,
    ldexp,
    matrix_exp,
    nanmedian,
    scatter_reduce,
    select_scatter,
    slice_scatter,
    split_with_sizes,
    sum_to_size,
):
    setattr(Parts, _method.__name__, _method)

__all__ = [
    'atleast_3d',
    'diagonal_scatter',
    'gcd',
    'gradient',
    'index_put',
    'index_put_',
    'is_complex',
    'is_signed',
    'isneginf',
    'isposinf',
    'isreal',
    'lcm',
    'ldexp',
    'masked_fill',
    'masked_scatter',
    'matrix_exp',
    'nanmedian',
    'scatter_reduce',
    'select_scatter',
    'slice_scatter',
    'split_with_sizes',
    'unravel_index',
]
