"""What `grad_fn` shows of the recording."""

from typing import Any, NoReturn

__all__ = ['Node', 'node']

_classes: dict[str, type] = {}


class Node:
    """The recorded operation that made a tensor."""

    __slots__ = ('_tensor',)

    def __init__(self, tensor: Any) -> None:
        self._tensor = tensor

    def name(self) -> str:
        """Such as `MulBackward0`."""
        return type(self).__name__

    def __repr__(self) -> str:
        return f'<{type(self).__name__} object at 0x{id(self):012x}>'

    @property
    def next_functions(self) -> NoReturn:
        """Not supported.

        Raises:
            NotImplementedError: always; the engine has no such objects.
        """
        raise NotImplementedError('D2L Exercises does not support grad_fn.next_functions')


def node(tensor: Any, name: str) -> Node:
    """The node of class `name` that made `tensor`."""
    if name not in _classes:
        _classes[name] = type(name, (Node,), {'__slots__': (), '__module__': 'torch.autograd.graph'})
    return _classes[name](tensor)
