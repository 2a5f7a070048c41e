"""Ties a Python object to a tensor of the engine: an integer handle, owned by one object."""

import builtins
from array import array
from typing import TYPE_CHECKING, Any, NoReturn

import _engine

__all__ = [
    'DTYPE',
    'FLAGS',
    'GRADIENT_EPOCH',
    'GRAD_MODE',
    'IS_LEAF',
    'LOADER_BATCH',
    'LOADER_BATCHES',
    'LOADER_PASS',
    'NDIM',
    'REQUIRES_GRAD',
    'SIZES',
    'Handle',
    'LinAlgError',
    'attach',
    'check',
    'raise_error',
    'raised',
    'register_tensor_class',
    'shared',
    'wrap',
]

# Layout of the block that both sides see, in 32-bit words (docs/decisions/0002-python-bridge.md).
GRAD_MODE = 0
GRADIENT_EPOCH = 2
LOADER_PASS = 3
LOADER_BATCH = 4
LOADER_BATCHES = 5
NDIM = 8
DTYPE = 9
FLAGS = 10
SIZES = 16
_RING = 128
_RING_END = _RING + 8192

REQUIRES_GRAD = 1
IS_LEAF = 2

shared = array('i', bytes(4 * _RING_END))
shared[GRAD_MODE] = 1


def attach() -> None:
    """Tells the engine where the block is: when it is made, and in each thread that starts with a copy."""
    _engine.attach(shared.buffer_info()[0], _RING_END)


attach()

_next = _RING
_drain = _engine.drain
_new = object.__new__


class Handle:
    """Owns one reference to a tensor of the engine."""

    __slots__ = ('_h', '_gradient', '_gradient_epoch', '__weakref__', '__dict__')

    _h: int

    if TYPE_CHECKING:
        # What the tensor class adds; the generated part of it is known to nobody but the engine.
        def __getattr__(self, name: str) -> Any: ...

        def __iter__(self) -> Any: ...

        def __index__(self) -> int: ...

    def __del__(self) -> None:
        global _next
        position = _next
        try:
            shared[position] = self._h
        except AttributeError:
            # Stop came before it was given one.
            return
        position += 1
        if position == _RING_END:
            _drain()
            position = _RING
        _next = position


_tensor_class: type[Handle] = Handle


def register_tensor_class(cls: type[Handle]) -> None:
    """Names the class of the objects that `wrap` makes."""
    global _tensor_class
    _tensor_class = cls


def wrap(h: int) -> Any:
    """The Tensor that owns handle `h`; raises the engine's error when the operation failed."""
    if h < 1:
        raise_error()
    tensor = _new(_tensor_class)
    tensor._h = h
    return tensor


class _LinAlgError(RuntimeError):
    """A matrix that an operation of linear algebra cannot take."""

    __module__ = 'torch._C'


LinAlgError = _LinAlgError


# What Python code raised that the engine had called; the engine's call fails with it.
raised: list[BaseException] = []


def raise_error() -> NoReturn:
    """Raises the error of the engine's last call.

    Raises:
        RuntimeError: or whichever error of Python's or PyTorch's the engine names.
    """
    kind, _, message = _engine.error().partition('\n')
    if kind == '_PythonError' and raised:
        raise raised.pop()
    raise (_LinAlgError if kind == '_LinAlgError' else getattr(builtins, kind, RuntimeError))(message)


def check(status: int) -> None:
    """Raises the engine's error when `status` says that a call failed."""
    if status < 0:
        raise_error()
