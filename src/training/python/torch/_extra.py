"""Functions of torch that are no single operation of the engine."""

from typing import Any

from . import _operations
from ._dtypes import Size, dtype, get_default_dtype
from ._handle import Handle
from ._parameters import plain_number


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


def empty_like(input: Any, **kwargs: Any) -> Any:
    """Zeros of the input's shape: the engine has no uninitialised memory."""
    return _operations.zeros_like(input, **kwargs)


def result_type(tensor1: Any, tensor2: Any) -> dtype:
    """The dtype of the sum of two operands."""
    left, right = (plain_number(each) or (each,) for each in (tensor1, tensor2))
    return (left[0] + right[0]).dtype


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
                raise RuntimeError(
                    "Shape mismatch: objects cannot be broadcast to a single shape"
                )
    return Size(sizes)


def broadcast_tensors(*tensors: Any) -> tuple[Any, ...]:
    """The tensors as views of their common shape."""
    shape = broadcast_shapes(*(each.shape for each in tensors))
    return tuple(each.expand(shape) for each in tensors)


def meshgrid(*tensors: Any, indexing: str | None = None) -> tuple[Any, ...]:
    """The coordinates of a grid, one tensor for each dimension.

    Args:
        tensors: vectors (or one sequence of them).
        indexing: `ij` for matrix order, `xy` for Cartesian order.
    """
    if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)):
        tensors = tuple(tensors[0])
    if indexing is None:
        import warnings

        warnings.warn(
            "torch.meshgrid: in an upcoming release, it will be required to pass the indexing argument.",
            stacklevel=2,
        )
    if indexing not in (None, "ij", "xy"):
        raise RuntimeError(
            f'torch.meshgrid: indexing must be one of "xy" or "ij", but received: {indexing}'
        )
    swapped = indexing == "xy" and len(tensors) > 1
    if swapped:
        tensors = (tensors[1], tensors[0], *tensors[2:])
    shape = tuple(each.numel() for each in tensors)
    grids = []
    for position, each in enumerate(tensors):
        own = tuple(size if i == position else 1 for i, size in enumerate(shape))
        grids.append(each.reshape(own).expand(shape))
    if swapped:
        grids = [each.transpose(0, 1) for each in grids]
        grids[0], grids[1] = grids[1], grids[0]
    return tuple(grids)


def cartesian_prod(*tensors: Any) -> Any:
    """All combinations of the vectors' elements, one in each row."""
    if len(tensors) == 1:
        return tensors[0]
    return _operations.stack([grid.reshape(-1) for grid in meshgrid(*tensors, indexing="ij")], 1)


def atleast_1d(*tensors: Any) -> Any:
    """The tensors with at least one dimension."""
    made = tuple(each.reshape(1) if each.dim() == 0 else each for each in tensors)
    return made[0] if len(made) == 1 else made


def atleast_2d(*tensors: Any) -> Any:
    """The tensors with at least two dimensions."""
    made = tuple(each.reshape(1, -1) if each.dim() < 2 else each for each in tensors)
    return made[0] if len(made) == 1 else made


def split(tensor: Any, split_size_or_sections: Any, dim: int = 0) -> Any:
    """Views of consecutive parts along a dimension."""
    return tensor.split(split_size_or_sections, dim)


def norm(
    input: Any,
    p: Any = "fro",
    dim: Any = None,
    keepdim: bool = False,
    out: Any = None,
    dtype: Any = None,
) -> Any:
    """The p-norm of all elements, or along dimensions; Euclidean by default."""
    if not input.is_floating_point():
        raise RuntimeError(
            "linalg.vector_norm: Expected a floating point or complex tensor as input. "
            f"Got {input.dtype.legacy_name}"
        )
    if dtype is not None:
        input = input.to(dtype)
    order = 2.0 if p in ("fro", None) else p
    return _power_norm(input, order, dim, keepdim)


def _power_norm(input: Any, order: Any, dim: Any, keepdim: bool) -> Any:
    from . import _operations_linalg

    return _operations_linalg.vector_norm(input, order, dim, keepdim)


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

