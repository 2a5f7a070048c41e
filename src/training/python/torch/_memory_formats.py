"""Memory formats: the order in which the elements of pictures lie in storage."""

from typing import Any

from ._type_names import BuiltinType

__all__ = [
    'channels_last',
    'channels_last_3d',
    'contiguous_format',
    'in_format',
    'memory_format',
    'preserve_format',
]


class memory_format(metaclass=BuiltinType, package='torch'):
    """An order of elements in storage, such as `torch.channels_last`."""

    __slots__ = ('_name', 'order')
    __module__ = 'torch'

    def __init__(self, name: str, order: tuple[int, ...] | None = None) -> None:
        self._name = name
        self.order = order

    def __repr__(self) -> str:
        return f'torch.{self._name}'

    def suits(self, tensor: Any) -> bool:
        """Whether a tensor has as many dimensions as the order names."""
        return self.order is None or tensor.dim() == len(self.order)

    def __reduce__(self) -> str:
        return self._name


contiguous_format = memory_format('contiguous_format')
preserve_format = memory_format('preserve_format')
channels_last = memory_format('channels_last', (0, 2, 3, 1))
channels_last_3d = memory_format('channels_last_3d', (0, 2, 3, 4, 1))


def in_format(tensor: Any, wanted: memory_format | None) -> Any:
    """The same elements in the order that is asked for; itself where they lie so, or nothing is.

    Raises:
        RuntimeError: for a tensor with another number of dimensions than the format is for.
    """
    if wanted is None or wanted is preserve_format:
        return tensor
    if wanted.order is None:
        return tensor.contiguous()
    if not wanted.suits(tensor):
        raise RuntimeError(f'required rank {len(wanted.order)} tensor to use {wanted._name} format')
    if lies_in(tensor, wanted):
        return tensor
    back = [wanted.order.index(dim) for dim in range(len(wanted.order))]
    return tensor.permute(wanted.order).contiguous().permute(back)


def lies_in(tensor: Any, wanted: memory_format) -> bool:
    """Whether the elements lie in storage in that order, without gaps."""
    if wanted.order is None:
        return tensor.is_contiguous()
    return wanted.suits(tensor) and tensor.permute(wanted.order).is_contiguous()
