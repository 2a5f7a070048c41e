"""Whether operations are recorded: no_grad and its relatives, as contexts and as decorators."""

import functools
import inspect
from collections.abc import Callable
from typing import Any

import _engine

from ._handle import GRAD_MODE, shared

__all__ = [
    'enable_grad',
    'inference_mode',
    'is_grad_enabled',
    'is_inference_mode_enabled',
    'no_grad',
    'set_grad_enabled',
]


class _Mode:
    """Sets the mode for the time of a `with` block, or of each call of a decorated function."""

    __slots__ = ('_previous', '_wanted')

    def __init__(self, wanted: int) -> None:
        self._wanted = wanted
        # What to go back to, innermost block first.
        self._previous: Any = None

    def __enter__(self) -> None:
        self._previous = (self._previous, shared[GRAD_MODE])
        shared[GRAD_MODE] = self._wanted

    def __exit__(self, *_: object) -> None:
        self._previous, shared[GRAD_MODE] = self._previous

    def _again(self) -> Any:
        """The same mode, for another block."""
        return _Mode(self._wanted)

    def __call__(self, function: Callable[..., Any]) -> Callable[..., Any]:
        again = self._again
        if inspect.isgeneratorfunction(function):

            @functools.wraps(function)
            def resumed(*args: Any, **kwargs: Any) -> Any:
                inner = function(*args, **kwargs)
                while True:
                    try:
                        with again():
                            value = next(inner)
                    except StopIteration as stop:
                        return stop.value
                    yield value

            return resumed

        @functools.wraps(function)
        def called(*args: Any, **kwargs: Any) -> Any:
            with again():
                return function(*args, **kwargs)

        return called


def no_grad(orig_func: Callable[..., Any] | None = None) -> Any:
    """Nothing is recorded: results do not require gradients. A context, or a decorator."""
    return _Mode(0) if orig_func is None else _Mode(0)(orig_func)


def enable_grad(orig_func: Callable[..., Any] | None = None) -> Any:
    """Operations are recorded again inside `no_grad`. A context, or a decorator."""
    return _Mode(1) if orig_func is None else _Mode(1)(orig_func)


_inference = [False]


class inference_mode(_Mode):
    """As `no_grad`, and what is made in it can never be differentiated; `inference_mode(False)` leaves it."""

    __slots__ = ('_before', 'mode')
    __module__ = 'torch.autograd.grad_mode'

    def __new__(cls, mode: Any = True) -> Any:
        """A context, or the decorated function."""
        made = object.__new__(cls)
        if isinstance(mode, bool):
            return made
        made.__init__()
        return made(mode)

    def __init__(self, mode: bool = True) -> None:
        _Mode.__init__(self, int(not mode))
        self.mode = mode
        # Whether it was on, innermost block first.
        self._before: Any = None

    def __enter__(self) -> None:
        _Mode.__enter__(self)
        self._before = (self._before, _inference[0])
        _set_inference(self.mode)

    def __exit__(self, *_: object) -> None:
        self._before, before = self._before
        _set_inference(before)
        _Mode.__exit__(self)

    def _again(self) -> Any:
        return inference_mode(self.mode)


def _set_inference(wanted: bool) -> None:
    _inference[0] = wanted
    _engine.set_inference(wanted)


def is_inference_mode_enabled() -> bool:
    """Whether what is computed can never be differentiated."""
    return _inference[0]


class set_grad_enabled(_Mode):
    """Switches recording at once; as a context, for the time of its block."""

    __slots__ = ('_before',)
    __module__ = 'torch'

    def __init__(self, mode: bool) -> None:
        _Mode.__init__(self, int(mode))
        self._before = shared[GRAD_MODE]
        shared[GRAD_MODE] = int(mode)

    def __enter__(self) -> None:
        self._previous = (self._previous, self._before)
        shared[GRAD_MODE] = self._wanted

    def __call__(self, function: Callable[..., Any]) -> Callable[..., Any]:
        shared[GRAD_MODE] = self._before
        return _Mode.__call__(self, function)


def is_grad_enabled() -> bool:
    """Whether operations are recorded."""
    return bool(shared[GRAD_MODE])
