"""Parameters in lists and dictionaries."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..._handle import Handle
from ..parameter import Parameter
from .module import Module

__all__ = ['ParameterDict', 'ParameterList']

_OFFERED_LATE_BY = 'torch.nn'


def _kept(value: Any) -> Any:
    """A plain tensor becomes a parameter; anything else stays."""
    return Parameter(value) if isinstance(value, Handle) and not isinstance(value, Parameter) else value


def _said(value: Any, kind: str) -> str:
    if not isinstance(value, Handle):
        return f'Object of type: {type(value).__name__}'
    held: Any = value
    size = 'x'.join(map(str, held.shape))
    what = 'Parameter' if isinstance(value, Parameter) else 'Tensor'
    return f'{what} containing: [{held.dtype if kind == "list" else held.type()} of size {size}]'


class ParameterList(Module):
    """A list whose parameters are registered; a plain tensor becomes one."""

    __module__ = 'torch.nn.modules.container'

    def __init__(self, values: Iterable[Any] | None = None) -> None:
        super().__init__()
        self._size = 0
        if values is not None:
            self += values

    def _place(self, index: Any) -> str:
        position = index.__index__()
        if not -self._size <= position < self._size:
            raise IndexError(f'index {position} is out of range')
        return str(position % self._size)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            made = type(self)()
            for position in range(self._size)[index]:
                made.append(self[position])
            return made
        return getattr(self, self._place(index))

    def __setitem__(self, index: int, param: Any) -> None:
        setattr(self, self._place(index), _kept(param))

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[Any]:
        return iter(self[position] for position in range(self._size))

    def __iadd__(self, parameters: Iterable[Any]) -> Any:
        return self.extend(parameters)

    def append(self, value: Any) -> 'ParameterList':
        """Adds a parameter at the end."""
        self._size += 1
        self[self._size - 1] = value
        return self

    def extend(self, values: Iterable[Any]) -> 'ParameterList':
        """Adds parameters at the end.

        Raises:
            TypeError: for what is no collection, or for a single tensor.
        """
        if not isinstance(values, Iterable) or isinstance(values, Handle):
            raise TypeError(
                f'ParameterList.extend should be called with an iterable, but got {type(values).__name__}'
            )
        for value in values:
            self.append(value)
        return self

    def extra_repr(self) -> str:
        return '\n'.join(f'  ({place}): {_said(value, "list")}' for place, value in enumerate(self))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Is not for calling.

        Raises:
            RuntimeError: always.
        """
        raise RuntimeError('ParameterList should not be called.')


class ParameterDict(Module):
    """A dictionary whose parameters are registered; a plain tensor becomes one."""

    __module__ = 'torch.nn.modules.container'

    def __init__(self, parameters: Any = None) -> None:
        super().__init__()
        self._keys: dict[str, None] = {}
        if parameters is not None:
            self.update(parameters)

    def _name(self, key: Any) -> str:
        if not isinstance(key, str):
            raise TypeError(
                'Index given to ParameterDict cannot be used as a key as it is not a string (type is '
                f"'{type(key).__name__}'). Open an issue on github if you need non-string keys."
            )
        return key

    def __getitem__(self, key: str) -> Any:
        return getattr(self, self._name(key))

    def __setitem__(self, key: str, value: Any) -> None:
        self._keys[key] = None
        setattr(self, self._name(key), _kept(value))

    def __delitem__(self, key: str) -> None:
        del self._keys[key]
        delattr(self, self._name(key))

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __reversed__(self) -> Iterator[str]:
        return reversed(list(self._keys))

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __or__(self, other: Any) -> 'ParameterDict':
        made = self.copy()
        made.update(other)
        return made

    def copy(self) -> 'ParameterDict':
        """Another dictionary of the same parameters."""
        return ParameterDict(dict(self.items()))

    def get(self, key: str, default: Any = None) -> Any:
        """A parameter, or `default`."""
        return self[key] if key in self._keys else default

    def setdefault(self, key: str, default: Any = None) -> Any:
        """A parameter; `default` is put there first where there is none."""
        if key not in self:
            self[key] = default
        return self[key]

    def clear(self) -> None:
        """Removes all parameters."""
        for key in list(self._keys):
            del self[key]

    def pop(self, key: str) -> Any:
        """Removes a parameter and gives it."""
        value = self[key]
        del self[key]
        return value

    def popitem(self) -> tuple[str, Any]:
        """Removes the last parameter and gives it with its name."""
        key = next(reversed(self))
        return key, self.pop(key)

    def fromkeys(self, keys: Iterable[str], default: Any = None) -> 'ParameterDict':
        """A dictionary of these names, all with one value."""
        return ParameterDict((key, default) for key in keys)

    def keys(self) -> Iterable[str]:
        """The names."""
        return self._keys.keys()

    def items(self) -> Iterable[tuple[str, Any]]:
        """The parameters with their names."""
        return ((key, self[key]) for key in self._keys)

    def values(self) -> Iterable[Any]:
        """The parameters."""
        return (self[key] for key in self._keys)

    def update(self, parameters: Mapping[str, Any] | Iterable[tuple[str, Any]]) -> None:
        """Adds parameters by name.

        Raises:
            TypeError: for what is no collection.
        """
        if not isinstance(parameters, Iterable):
            raise TypeError(
                'ParametersDict.update should be called with an iterable of key/value pairs, but got '
                + type(parameters).__name__
            )
        pairs: Any = parameters
        for key, value in pairs.items() if hasattr(pairs, 'items') else pairs:
            self[key] = value

    def extra_repr(self) -> str:
        return '\n'.join(f'  ({key}): {_said(value, "dict")}' for key, value in self.items())

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Is not for calling.

        Raises:
            RuntimeError: always.
        """
        raise RuntimeError('ParameterDict should not be called.')
