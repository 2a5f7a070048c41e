"""Functions of torch whose arguments or results no schema can say: the numbers are those of operations."""

from string import ascii_letters, ascii_lowercase, ascii_uppercase
from typing import Any

from . import _operations
from ._operation import named_result
from ._warnings import warn_once

__all__ = [
    'einsum',
    'histogramdd',
    'lu',
    'meshgrid',
    'nonzero',
    'norm',
    'tensordot',
    'unique',
    'unique_consecutive',
]


def einsum(*args: Any) -> Any:
    """Sums of products: each letter names a dimension; letters that the result lacks are summed over.

    Args:
        args: the equation and its operands; or operands and lists of numbers for their dimensions in turn,
            and at last, where wanted, the list of the result.
    """
    if not args or isinstance(args[0], str):
        return _operations.einsum(*args)
    letters = [''.join(_letter(each) for each in labels) for labels in args[1::2]]
    equation = ','.join(letters)
    operands = args[: len(args) - len(args) % 2 : 2]
    if len(args) % 2:
        equation += '->' + ''.join(_letter(each) for each in args[-1])
    return _operations.einsum(equation, operands)


def _letter(label: Any) -> str:
    """The letter for a number of a dimension: capitals first, as PyTorch numbers them."""
    if label is Ellipsis:
        return '...'
    if not 0 <= label < len(ascii_letters):
        raise ValueError(f'subscript {label} is not within the valid range [0, {len(ascii_letters)})')
    return (ascii_uppercase + ascii_lowercase)[label]


def histogramdd(
    input: Any, bins: Any, *, range: Any = None, weight: Any = None, density: bool = False
) -> Any:
    """How many points (…, d), or what weight, lie in each cell of a grid, and the edges of its bins.

    Raises:
        RuntimeError: unless there are bins for each of the d coordinates.
    """
    counts = [bins] * input.shape[-1] if isinstance(bins, int) else bins
    hist, *edges = _operations._histogramdd(input, counts, range, weight, density)
    return named_result('histogramdd', ('hist', 'bin_edges'))((hist, tuple(edges)))


def lu(A: Any, pivot: bool = True, get_infos: bool = False, out: Any = None) -> Any:
    """The factors of A with exchanged rows, as `torch.linalg.lu_factor` has them; on request U's first 0."""
    found = _operations._lu_with_info(A, pivot)
    return found if get_infos else tuple(found[:2])


def meshgrid(*tensors: Any, indexing: str | None = None) -> Any:
    """Grids of all combinations of the elements of vectors, one tensor for each vector."""
    if indexing is None:
        warn_once(
            'torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument.'
        )
    return _operations.meshgrid(*tensors, indexing=indexing)


def nonzero(input: Any, *, out: Any = None, as_tuple: bool = False) -> Any:
    """The places of elements other than 0: one row each, or one vector for each dimension."""
    return input.nonzero(as_tuple=as_tuple)


def norm(
    input: Any, p: Any = 'fro', dim: Any = None, keepdim: bool = False, out: Any = None, dtype: Any = None
) -> Any:
    """The p-norm of all elements, or along dimensions; the Euclidean one unless told otherwise."""
    source = input if dtype is None else input.to(dtype)
    order = 2 if p in ('fro', None) else p
    if dim is None and not keepdim:
        return _operations.norm(source, order)
    dims = list(range(source.dim())) if dim is None else dim
    return _operations.norm(source, order, dims, keepdim)


def tensordot(a: Any, b: Any, dims: Any = 2, out: Any = None) -> Any:
    """The sums of products over dimensions: the last of one and the first of the other, or those named.

    Raises:
        RuntimeError: where the sizes differ, or there are too few dimensions.
    """
    if isinstance(dims, (tuple, list)):
        left, right = ([each] if isinstance(each, int) else list(each) for each in dims)
        return _operations._tensordot(a, b, left, right)
    if hasattr(dims, 'tolist'):
        listed = dims.tolist()
        if isinstance(listed, list):
            return tensordot(a, b, (listed[0], listed[1]))
        dims = listed
    return _operations.tensordot(a, b, dims)


def _asked_for(found: tuple[Any, Any, Any], return_inverse: bool, return_counts: bool) -> Any:
    values, inverse, counts = found
    result = (values, *([inverse] if return_inverse else ()), *([counts] if return_counts else ()))
    return result if len(result) > 1 else values


def unique(
    input: Any,
    sorted: bool = True,
    return_inverse: bool = False,
    return_counts: bool = False,
    dim: int | None = None,
) -> Any:
    """The distinct elements, or slices along `dim`, in ascending order.

    On request also where each one is among them, and how often it occurs.
    """
    return _asked_for(_operations._unique2(input, dim), return_inverse, return_counts)


def unique_consecutive(
    input: Any, return_inverse: bool = False, return_counts: bool = False, dim: int | None = None
) -> Any:
    """The elements, or slices along `dim`, without repeats of their predecessor.

    On request also where each one is among them, and how often it occurs in a row.
    """
    return _asked_for(_operations._unique_consecutive(input, dim), return_inverse, return_counts)
