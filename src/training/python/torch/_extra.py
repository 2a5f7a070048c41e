"""Functions of torch that are no single operation of the engine."""

from typing import Any

from . import _operations
from ._dtypes import Size, dtype, get_default_dtype
from ._handle import Handle
from ._parameters import plain_number
from ._warnings import warn_once

__all__ = [
    'are_deterministic_algorithms_enabled',
    'atleast_1d',
    'atleast_2d',
    'broadcast_shapes',
    'cartesian_prod',
    'get_num_threads',
    'is_floating_point',
    'is_nonzero',
    'is_storage',
    'is_tensor',
    'meshgrid',
    'nonzero',
    'norm',
    'numel',
    'promote_types',
    'ravel',
    'result_type',
    'scalar_tensor',
    'set_num_threads',
    'use_deterministic_algorithms',
    'where',
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


def is_nonzero(input: Any) -> bool:
    """Whether the only element differs from 0."""
    return bool(input)


def numel(input: Any) -> int:
    """The number of elements."""
    return input.numel()


def scalar_tensor(s: Any, *, dtype: Any = None, requires_grad: bool = False) -> Any:
    """A tensor without dimensions; of the default dtype unless another is given."""
    from ._construct import tensor

    return tensor(s, dtype=dtype or get_default_dtype(), requires_grad=requires_grad)


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


def where(*args: Any, **kwargs: Any) -> Any:
    """where(condition, input, other): elements of input where the condition holds, of other elsewhere.
    where(condition): the places where it holds, one vector for each dimension.
    """
    if len(args) == 1 and not kwargs:
        return nonzero(args[0], as_tuple=True)
    if 'input' in kwargs:
        kwargs['self'] = kwargs.pop('input')
    return _operations.where(*args, **kwargs)


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


def ravel(input: Any) -> Any:
    """The elements with one dimension."""
    return input.reshape(-1)


def cartesian_prod(*tensors: Any) -> Any:
    """All combinations of the vectors' elements, one in each row."""
    if len(tensors) == 1:
        return tensors[0]
    return _operations.stack([grid.reshape(-1) for grid in _operations.meshgrid(*tensors, indexing='ij')], 1)


def atleast_1d(*tensors: Any) -> Any:
    """The tensors, one by one or in a sequence, with at least one dimension."""
    given = _separate(tensors)
    made = tuple(each.reshape(1) if each.dim() == 0 else each for each in given)
    return made[0] if given is tensors and len(made) == 1 else made


def atleast_2d(*tensors: Any) -> Any:
    """The tensors, one by one or in a sequence, with at least two dimensions."""
    given = _separate(tensors)
    made = tuple(each.reshape(1, -1) if each.dim() < 2 else each for each in given)
    return made[0] if given is tensors and len(made) == 1 else made


def _separate(tensors: tuple[Any, ...]) -> tuple[Any, ...]:
    """The tensors of a call that may have them in one sequence."""
    only = tensors[0] if len(tensors) == 1 else None
    return tuple(only) if isinstance(only, (list, tuple)) else tensors


def get_num_threads() -> int:
    """1."""
    return 1


def set_num_threads(int: int) -> None:
    """Has no effect: there is one thread."""


def use_deterministic_algorithms(mode: bool, *, warn_only: bool = False) -> None:
    """Has no effect: all algorithms are deterministic."""


def are_deterministic_algorithms_enabled() -> bool:
    """Always True."""
    return True
