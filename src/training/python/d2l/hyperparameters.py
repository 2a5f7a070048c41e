"""Small conveniences of object-oriented programming that the book uses throughout."""

import inspect
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

__all__ = ['HyperParameters', 'add_to_class']

_OFFERED_BY = 'd2l.torch'


def add_to_class(Class: type) -> Callable[[Any], None]:
    """Makes a function a method of a class that exists already, of its instances too."""

    def wrapper(obj: Any) -> None:
        adapt = getattr(Class, '_ADAPTED', {}).get(obj.__name__)
        setattr(Class, obj.__name__, obj if adapt is None else adapt(obj))

    return wrapper


class HyperParameters:
    """Keeps the arguments of `__init__` as attributes."""

    if TYPE_CHECKING:
        # What save_hyperparameters makes.
        def __getattr__(self, name: str) -> Any: ...

    def save_hyperparameters(self, ignore: Iterable[str] = ()) -> None:
        """Saves the caller's local variables as attributes and in `hparams`.

        Args:
            ignore: names that are left out, as are `self` and those that begin with an underscore.
        """
        frame = inspect.currentframe()
        caller = frame.f_back if frame is not None else None
        local = dict(caller.f_locals) if caller is not None else {}
        left_out = {*ignore, 'self', '__class__'}
        self.hparams = {
            name: value for name, value in local.items() if name not in left_out and not name.startswith('_')
        }
        for name, value in self.hparams.items():
            setattr(self, name, value)
