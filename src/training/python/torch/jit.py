"""torch.jit: nothing is compiled here, so what it would compile runs as it is written."""

from collections.abc import Callable
from functools import partial
from typing import Any

from . import _serialization as serialization
from ._names import missing
from .nn import Module

__all__ = ['ignore', 'load', 'save', 'script', 'trace']

_OFFERED_LATE_BY = 'torch'
_OFFERED = ['compile']


def script(obj: Any, *_: Any, **__: Any) -> Any:
    """The function or module itself; a module has `save`, as PyTorch's own has."""
    if isinstance(obj, Module):
        object.__setattr__(obj, 'save', partial(save, obj))
    return obj


def save(m: Any, f: Any, _extra_files: Any = None) -> None:
    """Writes a module into the run's own files."""
    serialization.save(m, f)


def load(f: Any, map_location: Any = None, _extra_files: Any = None) -> Any:
    """A module that `save` has written."""
    return serialization.load(f, weights_only=False)


def compile(model: Any = None, **_: Any) -> Any:
    """The function or module itself; as a decorator too."""
    return model if model is not None else lambda function: function


def trace(func: Any, example_inputs: Any = None, *_: Any, **__: Any) -> Any:
    """The function or module itself, after it was called once with the example inputs."""
    if example_inputs is not None:
        several = example_inputs if isinstance(example_inputs, tuple) else (example_inputs,)
        func(*several)
    return func


def ignore(drop: Any = False, **_: Any) -> Callable[..., Any]:
    """The function itself."""
    return drop if callable(drop) else lambda function: function


def __getattr__(name: str) -> Any:
    raise missing('torch.jit', name)
