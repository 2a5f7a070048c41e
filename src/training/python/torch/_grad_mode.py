"""Whether operations are recorded: no_grad and its relatives, as contexts and as decorators."""

import functools
import inspect
from typing import Any, Callable

from ._handle import GRAD_MODE, shared


class _Mode:
    """Sets the mode for the time of a `with` block, or of each call of a decorated function."""

    __slots__ = ("_wanted", "_previous")

    def __init__(self, wanted: int) -> None:
        self._wanted = wanted
        self._previous: list[int] = []

    def __enter__(self) -> None:
        self._previous.append(shared[GRAD_MODE])
        shared[GRAD_MODE] = self._wanted

    def __exit__(self, *_: object) -> None:
        shared[GRAD_MODE] = self._previous.pop()

    def __call__(self, function: Callable[..., Any]) -> Callable[..., Any]:
        wanted = self._wanted
        if inspect.isgeneratorfunction(function):

            @functools.wraps(function)
            def resumed(*args: Any, **kwargs: Any) -> Any:
                inner = function(*args, **kwargs)
                while True:
                    try:
                        with _Mode(wanted):
                            value = next(inner)
                    except StopIteration as stop:
                        return stop.value
                    yield value

            return resumed

        @functools.wraps(function)
        def called(*args: Any, **kwargs: Any) -> Any:
            with _Mode(wanted):
                return function(*args, **kwargs)

        return called


class no_grad(_Mode):
    """Nothing is recorded: results do not require gradients."""

    __slots__ = ()
    __module__ = "torch"

    def __new__(cls, function: Any = None) -> Any:
        made = super().__new__(cls)
        if function is None:
            return made
        _Mode.__init__(made, 0)
        return made(function)

    def __init__(self) -> None:
        self._wanted = 0
        self._previous = []


class enable_grad(_Mode):
    """Operations are recorded again inside `no_grad`."""

    __slots__ = ()
    __module__ = "torch"

    def __new__(cls, function: Any = None) -> Any:
        made = super().__new__(cls)
        if function is None:
            return made
        _Mode.__init__(made, 1)
        return made(function)

    def __init__(self) -> None:
        self._wanted = 1
        self._previous = []


class inference_mode(_Mode):
    """As `no_grad`."""

    __slots__ = ()
    __module__ = "torch"

    def __new__(cls, mode: Any = True) -> Any:
        made = super().__new__(cls)
        if not callable(mode):
            return made
        _Mode.__init__(made, 0)
        return made(mode)

    def __init__(self, mode: bool = True) -> None:
        _Mode.__init__(self, 0 if mode else shared[GRAD_MODE])


class set_grad_enabled(_Mode):
    """Switches recording at once; as a context, for the time of its block."""

    __slots__ = ("_before",)
    __module__ = "torch"

    def __init__(self, mode: bool) -> None:
        _Mode.__init__(self, int(mode))
        self._before = shared[GRAD_MODE]
        shared[GRAD_MODE] = int(mode)

    def __enter__(self) -> None:
        self._previous.append(self._before)
        shared[GRAD_MODE] = self._wanted

    def __call__(self, function: Callable[..., Any]) -> Callable[..., Any]:
        shared[GRAD_MODE] = self._before
        return _Mode.__call__(self, function)


def is_grad_enabled() -> bool:
    """Whether operations are recorded."""
    return bool(shared[GRAD_MODE])
