"""nn.Module: what owns parameters and other modules."""

from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from ..._handle import Handle
from ..._tensor import Tensor
from .._state import load_module, save_module
from ..parameter import Parameter


class _IncompatibleKeys(NamedTuple):
    missing_keys: list[str]
    unexpected_keys: list[str]

    def __repr__(self) -> str:
        if not self.missing_keys and not self.unexpected_keys:
            return '<All keys matched successfully>'
        return f'_IncompatibleKeys(missing_keys={self.missing_keys}, unexpected_keys={self.unexpected_keys})'


_IncompatibleKeys.__str__ = _IncompatibleKeys.__repr__


def indented(text: str, spaces: int) -> str:
    """All lines but the first moved to the right."""
    first, *rest = text.split('\n')
    return '\n'.join([first, *(' ' * spaces + line for line in rest)])


class Module:
    """The base of all models and layers.

    Assigning a Parameter or a Module to an attribute registers it.
    """

    __module__ = 'torch.nn.modules.module'

    training: bool
    _parameters: dict[str, Parameter | None]
    _buffers: dict[str, Tensor | None]
    _modules: dict[str, 'Module | None']

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if kwargs:
            raise TypeError(
                f"{type(self).__name__}.__init__() got an unexpected keyword argument '{next(iter(kwargs))}'"
            )
        if args:
            raise TypeError(
                f'{type(self).__name__}.__init__() takes 1 positional argument but {len(args) + 1} were given'
            )
        state = self.__dict__
        state['training'] = True
        state['_parameters'] = {}
        state['_buffers'] = {}
        state['_non_persistent_buffers_set'] = set()
        state['_forward_pre_hooks'] = OrderedDict()
        state['_forward_hooks'] = OrderedDict()
        state['_modules'] = {}

    def forward(self, *input: Any) -> Any:
        """Computes the output; every module defines its own."""
        raise NotImplementedError(
            f'Module [{type(self).__name__}] is missing the required "forward" function'
        )

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if '_hooked' in self.__dict__:
            return self._call_with_hooks(args, kwargs)
        return self.forward(*args, **kwargs)

    def _call_with_hooks(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        for hook in list(self._forward_pre_hooks.values()):
            changed = hook(self, args)
            if changed is not None:
                args = changed if isinstance(changed, tuple) else (changed,)
        result = self.forward(*args, **kwargs)
        for hook in list(self._forward_hooks.values()):
            changed = hook(self, args, result)
            if changed is not None:
                result = changed
        return result

    def register_forward_hook(self, hook: Callable[..., Any]) -> 'RemovableHandle':
        """Calls `hook(module, args, output)` after each forward pass; what it returns replaces the output."""
        self.__dict__['_hooked'] = True
        return RemovableHandle(self._forward_hooks, hook)

    def register_forward_pre_hook(self, hook: Callable[..., Any]) -> 'RemovableHandle':
        """Calls `hook(module, args)` before each forward pass; what it returns replaces the arguments."""
        self.__dict__['_hooked'] = True
        return RemovableHandle(self._forward_pre_hooks, hook)

    # ------------------------------------------------------------ attributes

    def __setattr__(self, name: str, value: Any) -> None:
        state = self.__dict__
        if isinstance(value, Parameter):
            if '_parameters' not in state:
                raise AttributeError('cannot assign parameters before Module.__init__() call')
            self._forget(name, '_parameters')
            self.register_parameter(name, value)
            return
        if isinstance(value, Module):
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
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

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
        """Adds a parameter under a name; None reserves the name."""
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
        """Adds a tensor that belongs to the state but is not learned."""
        if '_buffers' not in self.__dict__:
            raise AttributeError('cannot assign buffer before Module.__init__() call')
        _check_name(name, 'buffer')
        if hasattr(self, name) and name not in self._buffers:
            raise KeyError(f"attribute '{name}' already exists")
        self._buffers[name] = tensor
        if not persistent:
            self._non_persistent_buffers_set.add(name)

    def add_module(self, name: str, module: 'Module | None') -> None:
        """Adds a child under a name."""
        if module is not None and not isinstance(module, Module):
            raise TypeError(f'{_type_name(module)} is not a Module subclass')
        _check_name(name, 'module')
        if hasattr(self, name) and name not in self._modules:
            raise KeyError(f"attribute '{name}' already exists")
        self._modules[name] = module

    register_module = add_module

    def get_submodule(self, target: str) -> 'Module':
        """The descendant named `target`, such as `net.0`."""
        found: Any = self
        for part in target.split('.') if target else ():
            if not hasattr(found, part):
                raise AttributeError(f'{type(found).__name__} has no attribute `{part}`')
            found = getattr(found, part)
        return found

    def get_parameter(self, target: str) -> Any:
        """The parameter named `target`, such as `net.0.weight`."""
        path, _, name = target.rpartition('.')
        return getattr(self.get_submodule(path), name)

    # ------------------------------------------------------------ what it holds

    def named_modules(
        self, memo: set[Any] | None = None, prefix: str = '', remove_duplicate: bool = True
    ) -> Iterator[tuple[str, 'Module']]:
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

    def modules(self) -> Iterator['Module']:
        """Itself and all descendants."""
        for _, module in self.named_modules():
            yield module

    def named_children(self) -> Iterator[tuple[str, 'Module']]:
        """The modules directly inside, with their names."""
        seen: set[Any] = set()
        for name, module in self._modules.items():
            if module is not None and module not in seen:
                seen.add(module)
                yield name, module

    def children(self) -> Iterator['Module']:
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

    # ------------------------------------------------------------ what it does

    def train(self, mode: bool = True) -> 'Module':
        """Switches itself and all descendants into training mode."""
        if not isinstance(mode, bool):
            raise ValueError('training mode is expected to be boolean')
        self.training = mode
        for module in self.children():
            module.train(mode)
        return self

    def eval(self) -> 'Module':
        """Switches itself and all descendants into evaluation mode."""
        return self.train(False)

    def apply(self, fn: Callable[['Module'], Any]) -> 'Module':
        """Calls `fn` with every descendant, then with itself."""
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    def requires_grad_(self, requires_grad: bool = True) -> 'Module':
        """Switches the recording of all parameters."""
        for parameter in self.parameters():
            parameter.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Clears the gradients of all parameters."""
        for parameter in self.parameters():
            if parameter.grad is None:
                continue
            if set_to_none:
                parameter.grad = None
            else:
                parameter.grad.zero_()

    def _converted(self, convert: Callable[[Tensor], Tensor]) -> 'Module':
        from ..parameter import UninitializedParameter

        for module in self.modules():
            for parameter in module._parameters.values():
                if parameter is not None and not isinstance(parameter, UninitializedParameter):
                    parameter.data = convert(parameter.data)
            for name, buffer in module._buffers.items():
                if buffer is not None:
                    module._buffers[name] = convert(buffer)
        return self

    def to(self, *args: Any, **kwargs: Any) -> 'Module':
        """Converts all floating-point parameters and buffers to a dtype, in place."""

        def convert(tensor: Tensor) -> Tensor:
            converted = tensor.to(*args, **kwargs)
            return converted if tensor.is_floating_point() else tensor

        from ..._dtypes import device, dtype, require_cpu

        for argument in (*args, kwargs.get('device'), kwargs.get('dtype')):
            if isinstance(argument, (str, int, device)):
                require_cpu(argument)
            elif isinstance(argument, dtype) and not argument.is_floating_point:
                raise TypeError(
                    'nn.Module.to only accepts floating point or complex dtypes, but got desired '
                    f'dtype={argument}'
                )
        return self._converted(convert)

    def float(self) -> 'Module':
        """Converts to float32."""
        return self._converted(lambda tensor: tensor.float() if tensor.is_floating_point() else tensor)

    def double(self) -> 'Module':
        """Converts to float64."""
        return self._converted(lambda tensor: tensor.double() if tensor.is_floating_point() else tensor)

    def cpu(self) -> 'Module':
        """Itself."""
        return self

    def cuda(self, device: Any = None) -> 'Module':
        """Raises what PyTorch without CUDA raises."""
        from ..._dtypes import NO_CUDA

        raise AssertionError(NO_CUDA)

    def state_dict(self, *, prefix: str = '', keep_vars: bool = False) -> 'OrderedDict[str, Tensor]':
        """All parameters and persistent buffers by name."""
        return save_module(self, prefix, keep_vars)

    def load_state_dict(
        self, state_dict: Any, strict: bool = True, assign: bool = False
    ) -> _IncompatibleKeys:
        """Copies values into the parameters and buffers of the same names.

        Raises:
            RuntimeError: when names (if `strict`) or shapes do not agree.
        """
        return _IncompatibleKeys(*load_module(self, state_dict, strict))

    def __getstate__(self) -> dict[str, Any]:
        return dict(self.__dict__)

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    # ------------------------------------------------------------ text

    def extra_repr(self) -> str:
        """What stands between the brackets of the repr."""
        return ''

    def _get_name(self) -> str:
        return type(self).__name__

    def __repr__(self) -> str:
        extra = self.extra_repr()
        extras = extra.split('\n') if extra else []
        children = [f'({name}): {indented(repr(module), 2)}' for name, module in self._modules.items()]
        lines = extras + children
        name = self._get_name()
        if not lines:
            return f'{name}()'
        if len(extras) == 1 and not children:
            return f'{name}({extras[0]})'
        return f'{name}(\n  ' + '\n  '.join(lines) + '\n)'


class RemovableHandle:
    """Lets a hook be taken away again."""

    def __init__(self, hooks: 'OrderedDict[int, Any]', hook: Callable[..., Any]) -> None:
        self._hooks = hooks
        self.id = max(hooks, default=-1) + 1
        hooks[self.id] = hook

    def remove(self) -> None:
        """Takes the hook away."""
        self._hooks.pop(self.id, None)

    def __enter__(self) -> 'RemovableHandle':
        return self

    def __exit__(self, *_: object) -> None:
        self.remove()


def _type_name(value: Any) -> str:
    kind = type(value)
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
