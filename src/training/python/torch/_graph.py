"""What `grad_fn` shows of the recording."""

from typing import Any

import _engine

from ._handle import raise_error, wrap

__all__ = ['AccumulateGrad', 'Node', 'node']

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

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> Any:
        return type(self), _engine.grad_fn_number(self._tensor._h)

    @property
    def next_functions(self) -> tuple[tuple['Node | None', int], ...]:
        """Of each input the node that made it, and which of its results it is; None without gradient."""
        count = _engine.next_nodes(self._tensor._h)
        if count < 0:
            raise_error()
        handles = [_engine.result(position) for position in range(count)]
        return tuple(_end(h) for h in handles)


class AccumulateGrad(Node):
    """Where a gradient ends: it is added to the `grad` of a leaf."""

    __slots__ = ()
    __module__ = 'torch.autograd.graph'

    def name(self) -> str:
        """As the engine of PyTorch says it."""
        return 'torch::autograd::AccumulateGrad'

    @property
    def variable(self) -> Any:
        """The leaf."""
        return self._tensor

    def _key(self) -> Any:
        return AccumulateGrad, _engine.data_ptr(self._tensor._h)


def _end(h: int) -> tuple[Node | None, int]:
    if not h:
        return None, 0
    name = _engine.grad_fn_name(h)
    tensor = wrap(h)
    return (node(tensor, name) if name else AccumulateGrad(tensor)), _engine.output_number(h)


def node(tensor: Any, name: str) -> Node:
    """The node of class `name` that made `tensor`."""
    if name not in _classes:
        _classes[name] = type(name, (Node,), {'__slots__': (), '__module__': 'torch.autograd.graph'})
    return _classes[name](tensor)
