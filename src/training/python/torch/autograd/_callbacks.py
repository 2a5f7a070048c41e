"""What the engine calls in a backward pass: the gradients of own functions, and hooks."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from weakref import ref

import _engine

from .._handle import GRAD_MODE, Handle, check, raised, shared, wrap

if TYPE_CHECKING:
    from .._tensor import Tensor

__all__ = ['HookHandle', 'register']

_registered: dict[int, Callable[..., Any]] = {}
# How what a function saved is let go.
_savings: dict[int, Callable[[], None]] = {}
_next = 1


def _answer(number: int, recording: bool, *handles: int) -> int:
    """Hands gradients to the function of that number, and its answer to the engine: 0, or -1 if it raised."""
    before = shared[GRAD_MODE]
    shared[GRAD_MODE] = int(recording)
    try:
        _let_go()
        found = _registered[number](*(wrap(h) for h in handles))
        check(_engine.answer_gradients(*(0 if each is None else each._h for each in found)))
    except BaseException as error:
        raised.append(error)
        return -1
    finally:
        shared[GRAD_MODE] = before
    return 0


def _let_go() -> None:
    """Forgets what the engine will not ask for again."""
    while number := _engine.dropped_function():
        free = _savings.pop(abs(number), None)
        if number > 0:
            _registered.pop(number, None)
        elif free is not None:
            free()


def register(function: Callable[..., Any], free: Callable[[], None] | None = None) -> int:
    """The number by which the engine calls `function(*gradients)`, which gives a sequence of gradients.

    Args:
        function: computes them.
        free: is called when what was saved for it is not needed any more.
    """
    global _next
    if _next == 1:
        _engine.compute_gradients(_answer)
    _let_go()
    number = _next
    _next += 1
    _registered[number] = function
    if free is not None:
        _savings[number] = free
    return number


class HookHandle:
    """Lets a hook on a tensor be taken away again; PyTorch calls it as those on modules.

    Args:
        tensor: on whose gradient it is.
        hook: is called with the gradient, and may give another; with the tensor itself if `afterwards`.
        afterwards: whether it is called when `grad` has its new value.
    """

    __module__ = 'torch.utils.hooks'

    def __init__(self, tensor: 'Tensor', hook: Callable[[Any], Any], afterwards: bool = False) -> None:
        leaf = ref(tensor)

        def tell(_: Any) -> tuple[None]:
            hook(leaf())
            return (None,)

        def look(gradient: Any) -> tuple[Any]:
            changed = hook(gradient)
            if changed is not None and not isinstance(changed, Handle):
                raise TypeError(f"expected Variable, but hook returned '{type(changed).__name__}'")
            if changed is not None and changed.shape != gradient.shape:
                raise RuntimeError(f'hook {getattr(hook, "__name__", "")!r} has changed the size of value')
            return (changed,)

        self.id = register(tell if afterwards else look)
        self._tensor = tensor
        check(_engine.add_hook(tensor._h, self.id, afterwards))

    def remove(self) -> None:
        """Takes the hook away."""
        check(_engine.remove_hook(self._tensor._h, self.id))
        _registered.pop(self.id, None)

    def __enter__(self) -> 'HookHandle':
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()


HookHandle.__name__ = HookHandle.__qualname__ = 'RemovableHandle'
