"""`Module.__call__` while somebody looks at what a run calls: its place is taken, and given back."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import _engine
import torch

__all__ = ['called', 'note_results', 'trace']

_getframe = sys._getframe
_Tensor = torch.Tensor
_Module = torch.nn.Module
_plain_call = _Module.__call__

_MOST_MODULES = 5000
"""Modules that are told apart by their numbers; the others have the last one."""

_noted: Callable[[FrameType, str, Any], None] | None = None
_traces = False
_numbers: dict[int, int] = {}

called: list[Any] = []
"""The modules that were called while calls were traced, by their numbers."""


def note_results(note: Callable[[FrameType, str, Any], None] | None) -> None:
    """Calls `note` with the frame that called a module, the module's class and the tensor that it returned.

    Args:
        note: None: no more.
    """
    global _noted
    _noted = note
    _place()


def trace(*, wanted: bool) -> None:
    """Tells the engine where calls of modules begin and end, from the beginning of a run on."""
    global _traces
    _traces = wanted
    called.clear()
    _numbers.clear()
    _place()


def _place() -> None:
    _Module.__call__ = _call if _traces or _noted is not None else _plain_call


def _call(self: Any, *args: Any, **kwargs: Any) -> Any:
    is_traced = _traces
    if is_traced:
        _engine.module_begins(_number_of(self))
    try:
        if '_hooked' in self.__dict__:
            result = self._call_with_hooks(args, kwargs)
        else:
            result = self.forward(*args, **kwargs)
    finally:
        if is_traced:
            _engine.module_ends()
    if _noted is not None and type(result) is _Tensor:
        _noted(_getframe(1), type(self).__name__, result)
    return result


def _number_of(module: Any) -> int:
    number = _numbers.get(id(module))
    if number is None:
        number = len(called)
        if number >= _MOST_MODULES:
            return _MOST_MODULES
        called.append(module)
        _numbers[id(module)] = number
    return number
