"""Modules made of modules."""

import operator
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..._tensor import Tensor
from .module import Module, indented

__all__ = ['ModuleDict', 'ModuleList', 'Sequential']

_OFFERED_BY = 'torch.nn.modules'


class Sequential(Module):
    """Calls its modules one after the other.

    Args:
        args: the modules, or one OrderedDict of them by name.
    """

    def __init__(self, *args: Any) -> None:
        super().__init__()
        if len(args) == 1 and isinstance(args[0], OrderedDict):
            for name, module in args[0].items():
                self.add_module(name, module)
        else:
            for position, module in enumerate(args):
                self.add_module(str(position), module)

    def forward(self, input: Tensor) -> Any:
        """Passes `input` through all modules."""
        for module in self._modules.values():
            input = module(input)
        return input

    def _name_at(self, index: int) -> str:
        count = len(self._modules)
        position = operator.index(index)
        if not -count <= position < count:
            raise IndexError(f'index {position} is out of range')
        return list(self._modules)[position % count]

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return type(self)(OrderedDict(list(self._modules.items())[index]))
        return self._modules[self._name_at(index)]

    def __setitem__(self, index: int, module: Module) -> None:
        setattr(self, self._name_at(index), module)

    def __delitem__(self, index: Any) -> None:
        names = list(self._modules)
        chosen = names[index] if isinstance(index, slice) else [self._name_at(index)]
        kept = [module for name, module in self._modules.items() if name not in chosen]
        self._modules.clear()
        for position, module in enumerate(kept):
            self._modules[str(position)] = module

    def __len__(self) -> int:
        return len(self._modules)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._modules.values())

    def append(self, module: Module) -> 'Sequential':
        """Adds a module at the end."""
        self.add_module(str(len(self)), module)
        return self

    def insert(self, index: int, module: Module) -> 'Sequential':
        """Adds a module before a position."""
        modules = list(self._modules.values())
        modules.insert(index, module)
        self._modules.clear()
        for position, each in enumerate(modules):
            self._modules[str(position)] = each
        return self

    def extend(self, modules: Iterable[Module]) -> 'Sequential':
        """Adds modules at the end."""
        for module in modules:
            self.append(module)
        return self

    def pop(self, key: int | slice) -> Any:
        """Removes a module and gives it."""
        module = self[key]
        del self[key]
        return module

    def __add__(self, other: Iterable[Module]) -> Any:
        made = type(self)()
        for module in (*self, *other):
            made.append(module)
        return made

    def __iadd__(self, other: Iterable[Module]) -> Any:
        return self.extend(other)


class ModuleList(Module):
    """A list whose modules are registered."""

    def __init__(self, modules: Iterable[Module] | None = None) -> None:
        super().__init__()
        if modules is not None:
            self.extend(modules)

    _name_at = Sequential._name_at
    __setitem__ = Sequential.__setitem__
    __delitem__ = Sequential.__delitem__
    __len__ = Sequential.__len__
    __iter__ = Sequential.__iter__
    append = Sequential.append
    pop = Sequential.pop
    __add__ = Sequential.__add__

    def insert(self, index: int, module: Module) -> None:
        """Adds a module before a position."""
        Sequential.insert(self, index, module)  # type: ignore[arg-type]

    def extend(self, modules: Iterable[Module]) -> Any:
        """Adds modules at the end.

        Raises:
            TypeError: for what cannot be gone through.
        """
        if not isinstance(modules, Iterable):
            raise TypeError(
                f'ModuleList.extend should be called with an iterable, but got {type(modules).__name__}'
            )
        return Sequential.extend(self, modules)  # type: ignore[arg-type]

    __iadd__ = Sequential.__iadd__

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return type(self)(list(self._modules.values())[index])
        return self._modules[self._name_at(index)]

    def __repr__(self) -> str:
        texts = [indented(repr(module), 2) for module in self._modules.values()]
        if not texts:
            return f'{self._get_name()}()'
        lines: list[str] = []
        start = 0
        for end in range(1, len(texts) + 1):
            if end < len(texts) and texts[end] == texts[start]:
                continue
            count = end - start
            place = f'({start})' if count == 1 else f'({start}-{end - 1})'
            times = '' if count == 1 else f'{count} x '
            lines.append(f'{place}: {times}{texts[start]}')
            start = end
        return f'{self._get_name()}(\n  ' + '\n  '.join(lines) + '\n)'


class ModuleDict(Module):
    """A dictionary whose modules are registered."""

    def __init__(self, modules: Mapping[str, Module] | Iterable[tuple[str, Module]] | None = None) -> None:
        super().__init__()
        if modules is not None:
            self.update(modules)

    def __getitem__(self, key: str) -> Any:
        return self._modules[key]

    def __setitem__(self, key: str, module: Module) -> None:
        self.add_module(key, module)

    def __delitem__(self, key: str) -> None:
        del self._modules[key]

    def __len__(self) -> int:
        return len(self._modules)

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __contains__(self, key: str) -> bool:
        return key in self._modules

    def keys(self) -> Iterable[str]:
        """The names."""
        return self._modules.keys()

    def items(self) -> Iterable[tuple[str, Module]]:
        """The modules with their names."""
        return self._modules.items()

    def values(self) -> Iterable[Module]:
        """The modules."""
        return self._modules.values()

    def clear(self) -> None:
        """Removes all modules."""
        self._modules.clear()

    def pop(self, key: str) -> Module:
        """Removes a module and gives it."""
        module = self[key]
        del self[key]
        return module

    def update(self, modules: Mapping[str, Module] | Iterable[tuple[str, Module]]) -> None:
        """Adds modules by name.

        Raises:
            TypeError: for what are no pairs.
        """
        if not isinstance(modules, Iterable):
            raise TypeError(
                'ModuleDict.update should be called with an iterable of key/value pairs, but got '
                + type(modules).__name__
            )
        pairs: Any = modules
        for key, module in pairs.items() if hasattr(modules, 'items') else pairs:
            self[key] = module
