"""How a module keeps its parameters, buffers and modules: by assignment to attributes, by name."""

from collections.abc import Iterator
from types import FunctionType
from typing import TYPE_CHECKING, Any

from ..._handle import Handle
from ..._names import missing_member
from ..._tensor import Tensor
from ..parameter import Parameter

if TYPE_CHECKING:
    from .module import Module

__all__ = ['Registry']


class Registry:
    """Keeps parameters, buffers and modules by name; the part of Module that has no behaviour of its own."""

    __module__ = 'torch.nn.modules.module'

    _parameters: dict[str, Parameter | None]
    _buffers: dict[str, Tensor | None]
    _modules: dict[str, Any]
    _non_persistent_buffers_set: set[str]

    def __setattr__(self, name: str, value: Any) -> None:
        state = self.__dict__
        if isinstance(value, Parameter):
            if '_parameters' not in state:
                raise AttributeError('cannot assign parameters before Module.__init__() call')
            self._forget(name, '_parameters')
            self.register_parameter(name, value)
            return
        if isinstance(value, Registry):
            modules = state.get('_modules')
            if modules is None:
                raise AttributeError('cannot assign module before Module.__init__() call')
            self._forget(name, '_modules')
            modules[name] = value
            return
        if '_parameters' in state:
            if name in state['_parameters']:
                self._replace(name, value, '_parameters', 'parameter', 'torch.nn.Parameter or None')
                return
            if name in state['_modules']:
                self._replace(name, value, '_modules', 'child module', 'torch.nn.Module or None')
                return
            if name in state['_buffers']:
                self._replace_buffer(name, value)
                return
        object.__setattr__(self, name, value)

    def _forget(self, name: str, kept: str) -> None:
        """Removes what else has the name; a member of the same kind is replaced in its place."""
        state = self.__dict__
        state.pop(name, None)
        for kind in ('_parameters', '_buffers', '_modules'):
            if kind != kept:
                state.get(kind, {}).pop(name, None)

    def _replace(self, name: str, value: Any, kind: str, what: str, expected: str) -> None:
        if value is not None:
            full = _type_name(value)
            raise TypeError(f"cannot assign '{full}' as {what} '{name}' ({expected} expected)")
        self.__dict__[kind][name] = None

    def _replace_buffer(self, name: str, value: Any) -> None:
        if value is not None and not isinstance(value, Handle):
            raise TypeError(
                f"cannot assign '{_type_name(value)}' as buffer '{name}' "
                '(torch.nn.Buffer, torch.Tensor or None expected)'
            )
        self.__dict__['_buffers'][name] = value

    def __getattr__(self, name: str) -> Any:
        state = self.__dict__
        for kind in ('_parameters', '_buffers', '_modules'):
            held = state.get(kind)
            if held is not None and name in held:
                return held[name]
        raise missing_member('torch.nn.Module', type(self).__name__, name)

    def __delattr__(self, name: str) -> None:
        for kind in ('_parameters', '_buffers', '_modules'):
            held = self.__dict__.get(kind, {})
            if name in held:
                del held[name]
                return
        object.__delattr__(self, name)

    def __dir__(self) -> list[str]:
        names = set(dir(type(self))) | set(self.__dict__)
        for kind in ('_parameters', '_buffers', '_modules'):
            names |= set(self.__dict__.get(kind, ()))
        return sorted(name for name in names if not name[:1].isdigit())

    def register_parameter(self, name: str, param: Parameter | None) -> None:
        """Adds a parameter under a name; None reserves the name.

        Raises:
            AttributeError: before `Module.__init__()`.
            KeyError: for a name that is taken, empty or has a dot.
            TypeError: unless it is a parameter or None.
            ValueError: for the result of a recorded operation.
        """
        if '_parameters' not in self.__dict__:
            raise AttributeError('cannot assign parameter before Module.__init__() call')
        _check_name(name, 'parameter')
        if hasattr(self, name) and name not in self._parameters:
            raise KeyError(f"attribute '{name}' already exists")
        if param is not None and not isinstance(param, Parameter):
            raise TypeError(
                f"cannot assign '{_type_name(param)}' object to parameter '{name}' "
                '(torch.nn.Parameter or None required)'
            )
        if param is not None and param.grad_fn:
            raise ValueError(
                f"Cannot assign non-leaf Tensor to parameter '{name}'. Model parameters must be created "
                f"explicitly. To express '{name}' as a function of another Tensor, compute the value in the "
                'forward() method.'
            )
        self._parameters[name] = param

    def register_buffer(self, name: str, tensor: Tensor | None, persistent: bool = True) -> None:
        """Adds a tensor that belongs to the state but is not learned.

        Raises:
            AttributeError: before `Module.__init__()`.
            KeyError: for a name that is taken, empty or has a dot.
            TypeError: unless it is a tensor or None.
        """
        if '_buffers' not in self.__dict__:
            raise AttributeError('cannot assign buffer before Module.__init__() call')
        _check_name(name, 'buffer')
        if hasattr(self, name) and name not in self._buffers:
            raise KeyError(f"attribute '{name}' already exists")
        if tensor is not None and not isinstance(tensor, Handle):
            raise TypeError(
                f"cannot assign '{_type_name(tensor)}' object to buffer '{name}' "
                '(torch Tensor or None required)'
            )
        self._buffers[name] = tensor
        if not persistent:
            self._non_persistent_buffers_set.add(name)

    def add_module(self, name: str, module: 'Module | None') -> None:
        """Adds a child under a name.

        Raises:
            TypeError: unless it is a module or None.
            KeyError: for a name that is taken, empty or has a dot.
        """
        if module is not None and not isinstance(module, Registry):
            raise TypeError(f'{_type_name(module)} is not a Module subclass')
        _check_name(name, 'module')
        if hasattr(self, name) and name not in self._modules:
            raise KeyError(f"attribute '{name}' already exists")
        self._modules[name] = module

    register_module = add_module

    def get_submodule(self, target: str) -> 'Module':
        """The descendant named `target`, such as `net.0`.

        Raises:
            AttributeError: when there is no such module.
        """
        found: Any = self
        for part in target.split('.') if target else ():
            if not hasattr(found, part):
                raise AttributeError(f'{type(found).__name__} has no attribute `{part}`')
            found = getattr(found, part)
        return found

    def get_parameter(self, target: str) -> Parameter:
        """The parameter named `target`, such as `net.0.weight`.

        Raises:
            AttributeError: when there is no such parameter.
        """
        path, _, name = target.rpartition('.')
        owner: Any = self.get_submodule(path)
        if not hasattr(owner, name):
            raise AttributeError(f'{owner._get_name()} has no attribute `{name}`')
        if not isinstance(getattr(owner, name), Parameter):
            raise AttributeError(f'`{name}` is not an nn.Parameter')
        return getattr(owner, name)

    def get_buffer(self, target: str) -> Tensor:
        """The buffer named `target`, such as `net.1.running_mean`.

        Raises:
            AttributeError: when there is no such buffer.
        """
        path, _, name = target.rpartition('.')
        owner: Any = self.get_submodule(path)
        if not hasattr(owner, name):
            raise AttributeError(f'{owner._get_name()} has no attribute `{name}`')
        if name not in owner._buffers:
            raise AttributeError(f'`{name}` is not a buffer')
        return owner._buffers[name]

    def set_submodule(self, target: str, module: 'Module', strict: bool = False) -> None:
        """Puts a module in the place of the descendant named `target`, such as `net.0`.

        Raises:
            ValueError: without a name.
            AttributeError: when there is no such place.
        """
        if target == '':
            raise ValueError('Cannot set the submodule without a target name!')
        path, _, name = target.rpartition('.')
        owner: Any = self.get_submodule(path)
        if strict and not hasattr(owner, name):
            raise AttributeError(f'{owner._get_name()} has no attribute `{name}`')
        setattr(owner, name, module)

    # ------------------------------------------------------------ what it holds

    def named_modules(
        self, memo: set[Any] | None = None, prefix: str = '', remove_duplicate: bool = True
    ) -> Iterator[tuple[str, Any]]:
        """Itself and all descendants with their names."""
        seen: set[Any] = set() if memo is None else memo
        if self in seen:
            return
        if remove_duplicate:
            seen.add(self)
        yield prefix, self
        for name, module in self._modules.items():
            if module is not None:
                inner = f'{prefix}.{name}' if prefix else name
                yield from module.named_modules(seen, inner, remove_duplicate)

    def modules(self) -> Iterator[Any]:
        """Itself and all descendants."""
        for _, module in self.named_modules():
            yield module

    def named_children(self) -> Iterator[tuple[str, Any]]:
        """The modules directly inside, with their names."""
        seen: set[Any] = set()
        for name, module in self._modules.items():
            if module is not None and module not in seen:
                seen.add(module)
                yield name, module

    def children(self) -> Iterator[Any]:
        """The modules directly inside."""
        for _, module in self.named_children():
            yield module

    def _named(
        self, kind: str, prefix: str, recurse: bool, remove_duplicate: bool
    ) -> Iterator[tuple[str, Any]]:
        seen: set[int] = set()
        owners = self.named_modules(prefix=prefix) if recurse else [(prefix, self)]
        for path, module in owners:
            for name, member in module.__dict__[kind].items():
                if member is None or (remove_duplicate and id(member) in seen):
                    continue
                seen.add(id(member))
                yield (f'{path}.{name}' if path else name), member

    def named_parameters(
        self, prefix: str = '', recurse: bool = True, remove_duplicate: bool = True
    ) -> Iterator[tuple[str, Parameter]]:
        """All parameters with their names."""
        return self._named('_parameters', prefix, recurse, remove_duplicate)

    def parameters(self, recurse: bool = True) -> Iterator[Parameter]:
        """All parameters."""
        for _, parameter in self.named_parameters(recurse=recurse):
            yield parameter

    def named_buffers(
        self, prefix: str = '', recurse: bool = True, remove_duplicate: bool = True
    ) -> Iterator[tuple[str, Tensor]]:
        """All buffers with their names."""
        return self._named('_buffers', prefix, recurse, remove_duplicate)

    def buffers(self, recurse: bool = True) -> Iterator[Tensor]:
        """All buffers."""
        for _, buffer in self.named_buffers(recurse=recurse):
            yield buffer


for _member in vars(Registry).values():
    # Python's messages and reprs name a method by its class: PyTorch has no class of this name.
    if isinstance(_member, FunctionType):
        _member.__qualname__ = _member.__qualname__.replace('Registry', 'Module')


def _type_name(value: Any) -> str:
    kind = value if isinstance(value, type) else type(value)
    if kind.__module__ == 'builtins':
        return kind.__name__
    if isinstance(value, Handle):
        return value.type() if kind is Tensor else 'torch.nn.parameter.Parameter'
    return f'{kind.__module__}.{kind.__qualname__}'


def _check_name(name: Any, what: str) -> None:
    if not isinstance(name, str):
        raise TypeError(f'{what} name should be a string. Got {type(name).__name__}')
    if '.' in name:
        raise KeyError(f'{what} name can\'t contain "."' + (f', got: {name}' if what == 'module' else ''))
    if name == '':
        raise KeyError(f'{what} name can\'t be empty string ""')
