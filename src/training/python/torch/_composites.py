"""Functions of torch made of several operations. Where the engine declares one itself, its own is used."""

import builtins
from typing import Any

from . import _operations
from ._dtypes import float64
from ._handle import Handle


def equal(input: Any, other: Any) -> bool:
    """Whether two tensors have the same shape and elements."""
    if not isinstance(other, Handle):
        raise TypeError(f"equal(): argument 'other' (position 2) must be Tensor, not {type(other).__name__}")
    if input.shape != other.shape:
        return False
    return input.numel() == 0 or bool((input == other).all().item())


def isclose(input: Any, other: Any, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> Any:
    """Whether |input - other| <= atol + rtol |other|, element by element."""
    near = ((input - other).abs() <= atol + rtol * other.abs()) | (input == other)
    if input.is_floating_point():
        near = near & ((input == other) | (_operations.isfinite(input) & _operations.isfinite(other)))
    return near | (_operations.isnan(input) & _operations.isnan(other)) if equal_nan else near


def allclose(
    input: Any, other: Any, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False
) -> bool:
    """Whether all elements are equal within tolerances."""
    if input.dtype is not other.dtype:
        raise RuntimeError(f'{input.dtype.legacy_name} did not match {other.dtype.legacy_name}')
    return bool(isclose(input, other, rtol, atol, equal_nan).all().item())


def broadcast_to(input: Any, size: Any) -> Any:
    """A view of a larger shape."""
    return input.expand(size)


def masked_select(input: Any, mask: Any) -> Any:
    """The elements where the mask holds, as a vector."""
    if input.shape != mask.shape:
        input, mask = _operations.broadcast_tensors(input, mask)
    return input[mask]


def take(input: Any, index: Any) -> Any:
    """Elements by their position in row-major order."""
    return input.reshape(-1)[index]


def diagonal_positions(rows: int, columns: int, offset: int) -> tuple[Any, Any]:
    """Row and column of each element of a diagonal."""
    first_row, first_column = max(-offset, 0), max(offset, 0)
    count = max(0, min(rows - first_row, columns - first_column))
    steps = _operations.arange(count)
    return steps + first_row, steps + first_column


def diag(input: Any, diagonal: int = 0) -> Any:
    """The matrix with a vector on its diagonal, or the diagonal of a matrix."""
    if input.dim() == 2:
        rows, columns = diagonal_positions(input.shape[0], input.shape[1], diagonal)
        return input[rows, columns]
    size = input.shape[0] + abs(diagonal)
    made = _operations.zeros(size, size, dtype=input.dtype)
    rows, columns = diagonal_positions(size, size, diagonal)
    made[rows, columns] = input
    return made


def diagonal(input: Any, offset: int = 0) -> Any:
    """The diagonal of a matrix."""
    rows, columns = diagonal_positions(input.shape[0], input.shape[1], offset)
    return input[rows, columns]


def trace(input: Any) -> Any:
    """The sum of a matrix's diagonal."""
    if input.dim() != 2:
        raise RuntimeError(f'trace: expected a matrix, but got tensor with dim {input.dim()}')
    return diagonal(input).sum()


def _triangle(input: Any, diagonal: int, lower: bool) -> Any:
    rows = _operations.arange(input.shape[-2]).reshape(-1, 1)
    columns = _operations.arange(input.shape[-1])
    keep = columns - rows <= diagonal if lower else columns - rows >= diagonal
    return _operations.where(keep, input, _operations.zeros_like(input))


def tril(input: Any, diagonal: int = 0) -> Any:
    """The lower triangle of matrices; zeros elsewhere."""
    return _triangle(input, diagonal, True)


def triu(input: Any, diagonal: int = 0) -> Any:
    """The upper triangle of matrices; zeros elsewhere."""
    return _triangle(input, diagonal, False)


def count_nonzero(input: Any, dim: Any = None) -> Any:
    """The number of elements other than 0."""
    mask = input != 0
    return mask.sum() if dim is None else mask.sum(dim)


def addmm(input: Any, mat1: Any, mat2: Any, *, beta: float = 1, alpha: float = 1) -> Any:
    """beta input + alpha (mat1 @ mat2)."""
    product = _operations.mm(mat1, mat2)
    return (input if beta == 1 else input * beta) + (product if alpha == 1 else product * alpha)


def lerp(input: Any, end: Any, weight: Any) -> Any:
    """input + weight (end - input)."""
    return input + weight * (end - input)


def vander(x: Any, N: int | None = None, increasing: bool = False) -> Any:
    """The powers of a vector's elements: column j has power N - 1 - j, or j when increasing."""
    count = x.shape[0] if N is None else N
    powers = _operations.arange(count)
    return x.unsqueeze(-1) ** (powers if increasing else count - 1 - powers)


def std_mean(input: Any, *args: Any, **kwargs: Any) -> tuple[Any, Any]:
    """Standard deviation and mean."""
    return input.std(*args, **kwargs), input.mean(*args[:1])


def var_mean(input: Any, *args: Any, **kwargs: Any) -> tuple[Any, Any]:
    """Variance and mean."""
    return input.var(*args, **kwargs), input.mean(*args[:1])


def dist(input: Any, other: Any, p: float = 2) -> Any:
    """The p-norm of the difference."""
    return (input - other).norm(p)


def unique(
    input: Any,
    sorted: bool = True,
    return_inverse: bool = False,
    return_counts: bool = False,
    dim: int | None = None,
) -> Any:
    """The distinct elements in ascending order; on request where each is, and how often."""
    if dim is not None:
        raise NotImplementedError('D2L Exercises does not support unique(dim=…)')
    from ._construct import tensor

    values = input.reshape(-1).tolist()
    distinct = builtins.sorted(set(values))
    result = [tensor(distinct, dtype=input.dtype)]
    place = {value: position for position, value in enumerate(distinct)}
    if return_inverse:
        result.append(tensor([place[value] for value in values]).reshape(input.shape))
    if return_counts:
        counts = [0] * len(distinct)
        for value in values:
            counts[place[value]] += 1
        result.append(tensor(counts))
    return result[0] if len(result) == 1 else tuple(result)


def bincount(input: Any, weights: Any = None, minlength: int = 0) -> Any:
    """How often each natural number occurs."""
    values = input.tolist()
    size = max(minlength, max(values, default=-1) + 1)
    added = [1] * len(values) if weights is None else weights.tolist()
    totals = [0] * size
    for value, amount in zip(values, added, strict=True):
        totals[value] += amount
    from ._construct import tensor

    return tensor(totals) if weights is None else tensor(totals, dtype=weights.dtype)


def multinomial(input: Any, num_samples: int, replacement: bool = False, *, generator: Any = None) -> Any:
    """Positions drawn with the weights of each row: int64 of shape (…, num_samples)."""
    if not replacement and num_samples > input.shape[-1]:
        raise RuntimeError('cannot sample n_sample > prob_dist.size(-1) samples without replacement')
    if not replacement or num_samples == 1:
        weights = _operations.zeros_like(input).exponential_(1, generator=generator)
        ratio = input.detach() / weights
        if num_samples == 1:
            return ratio.argmax(-1, True)
        return ratio.topk(num_samples, -1)[1]
    bounds = input.detach().cumsum(-1)
    bounds = bounds / bounds[..., -1:]
    shape = (*input.shape[:-1], num_samples, 1)
    drawn = _operations.rand(shape, dtype=float64, generator=generator)
    return (bounds.unsqueeze(-2) < drawn).sum(-1)


_NAMES = """
    addmm allclose bincount broadcast_to count_nonzero diag diagonal dist equal isclose lerp masked_select
    multinomial take trace tril triu unique
"""
METHODS = _NAMES.split()
"""What tensors have as methods too."""


class Composites:
    """The methods of tensors among these functions."""

    __slots__ = ()


for _name in METHODS:
    setattr(Composites, _name, globals()[_name])

__all__ = [
    name
    for name, value in dict(globals()).items()
    if not name.startswith('_')
    and callable(value)
    and getattr(value, '__module__', '') == __name__
    and name not in ('Composites', 'diagonal_positions')
]
