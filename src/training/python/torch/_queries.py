"""Functions of torch that answer with no tensor: what something is, what others have in common."""

from typing import Any

from . import _operations
from ._dtypes import Size, dtype
from ._handle import Handle
from ._parameters import plain_number

__all__ = [
    'broadcast_shapes',
    'is_complex',
    'is_floating_point',
    'is_nonzero',
    'is_signed',
    'is_storage',
    'is_tensor',
    'numel',
    'promote_types',
    'result_type',
]


def is_tensor(obj: Any) -> bool:
    """Whether `obj` is a tensor."""
    return isinstance(obj, Handle)


def is_storage(obj: Any) -> bool:
    """Always False: storages are not shown."""
    return False


def is_floating_point(input: Any) -> bool:
    """Whether the dtype is float32 or float64."""
    return input.is_floating_point()


def is_complex(input: Any) -> bool:
    """Whether the dtype is complex64 or complex128."""
    return input.is_complex()


def is_signed(input: Any) -> bool:
    """Whether the dtype has negative numbers."""
    return input.is_signed()


def is_nonzero(input: Any) -> bool:
    """Whether the only element differs from 0."""
    return bool(input)


def numel(input: Any) -> int:
    """The number of elements."""
    return input.numel()


def result_type(tensor1: Any, tensor2: Any) -> dtype:
    """The dtype of the sum of two operands."""
    left, right = (plain_number(each) or (each,) for each in (tensor1, tensor2))
    return (left[0] + right[0]).dtype


def promote_types(type1: dtype, type2: dtype) -> dtype:
    """The smallest dtype to which both can be converted."""
    return (_operations.zeros((1,), dtype=type1) + _operations.zeros((1,), dtype=type2)).dtype


def broadcast_shapes(*shapes: Any) -> Size:
    """The shape that tensors of these shapes have together.

    Raises:
        RuntimeError: when two sizes differ and neither is 1.
    """
    sizes: list[int] = []
    for shape in shapes:
        own = [shape] if isinstance(shape, int) else list(shape)
        sizes = [1] * (len(own) - len(sizes)) + sizes
        for position in range(-1, -len(own) - 1, -1):
            if sizes[position] == 1:
                sizes[position] = own[position]
            elif own[position] not in (1, sizes[position]):
                raise RuntimeError('Shape mismatch: objects cannot be broadcast to a single shape')
    return Size(sizes)
