"""How a module is called, and the hooks that are told of it."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from ..._names import missing_member
from .registry import Registry

__all__ = ['Hooked', 'RemovableHandle']

Hook = Callable[..., Any]


class RemovableHandle:
    """Lets a hook be taken away again."""

    __module__ = 'torch.utils.hooks'

    def __init__(self, hooks: 'OrderedDict[int, Any]', hook: Any) -> None:
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


class _Told:
    """A hook, and how it wants to be called."""

    __slots__ = ('always', 'hook', 'with_kwargs')

    def __init__(self, hook: Hook, with_kwargs: bool, always: bool = False) -> None:
        self.hook = hook
        self.with_kwargs = with_kwargs
        self.always = always


class Hooked(Registry):
    """The part of a module that calls its `forward`, and hooks before and after it."""

    __module__ = 'torch.nn.modules.module'

    forward: Callable[..., Any]
    _forward_pre_hooks: 'OrderedDict[int, _Told]'
    _forward_hooks: 'OrderedDict[int, _Told]'
    _backward_pre_hooks: 'OrderedDict[int, Hook]'
    _backward_hooks: 'OrderedDict[int, Hook]'

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Call forward, with the hooks before and after it.

        Raises:
            AttributeError: when the class's `__init__` has not called `super().__init__()`.
        """
        state = self.__dict__
        if '_hooked' in state:
            return self._call_with_hooks(args, kwargs)
        if '_backward_hooks' not in state:
            raise missing_member('torch.nn.Module', type(self).__name__, '_backward_hooks')
        return self.forward(*args, **kwargs)

    def _call_with_hooks(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        called: set[int] = set()
        try:
            return self._call_in_order(args, kwargs, called)
        except Exception:
            for key, told in list(self._forward_hooks.items()):
                if told.always and key not in called:
                    self._after(told, args, kwargs, None)
            raise

    def _call_in_order(self, args: tuple[Any, ...], kwargs: dict[str, Any], called: set[int]) -> Any:
        for told in list(self._forward_pre_hooks.values()):
            args, kwargs = self._before(told, args, kwargs)
        watch = None
        if self._backward_hooks or self._backward_pre_hooks:
            from ._backward_hooks import BackwardWatch

            watch = BackwardWatch(self, list(self._backward_hooks.values()))
            watch.before = list(self._backward_pre_hooks.values())
            args = watch.inputs(args)
        result = self.forward(*args, **kwargs)
        for key, told in list(self._forward_hooks.items()):
            called.add(key)
            changed = self._after(told, args, kwargs, result)
            if changed is not None:
                result = changed
        return result if watch is None else watch.outputs(result)

    def _before(self, told: _Told, args: Any, kwargs: Any) -> tuple[Any, Any]:
        changed = told.hook(self, args, kwargs) if told.with_kwargs else told.hook(self, args)
        if changed is None:
            return args, kwargs
        if not told.with_kwargs:
            return changed if isinstance(changed, tuple) else (changed,), kwargs
        if isinstance(changed, tuple) and len(changed) == 2:
            return changed
        raise RuntimeError(
            f'forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got {changed}.'
        )

    def _after(self, told: _Told, args: Any, kwargs: Any, result: Any) -> Any:
        if told.with_kwargs:
            return told.hook(self, args, kwargs, result)
        return told.hook(self, args, result)

    def _register(self, hooks: 'OrderedDict[int, Any]', hook: Any, prepend: bool) -> RemovableHandle:
        self.__dict__['_hooked'] = True
        handle = RemovableHandle(hooks, hook)
        if prepend:
            hooks.move_to_end(handle.id, last=False)
        return handle

    def register_forward_hook(
        self, hook: Hook, *, prepend: bool = False, with_kwargs: bool = False, always_call: bool = False
    ) -> RemovableHandle:
        """Calls `hook(module, args, output)` after each forward pass; what it returns replaces the output.

        With `with_kwargs` it is called as `hook(module, args, kwargs, output)`; with `always_call` also
        when the pass fails.
        """
        return self._register(self._forward_hooks, _Told(hook, with_kwargs, always_call), prepend)

    def register_forward_pre_hook(
        self, hook: Hook, *, prepend: bool = False, with_kwargs: bool = False
    ) -> RemovableHandle:
        """Calls `hook(module, args)` before each forward pass; what it returns replaces the arguments.

        With `with_kwargs` it is called as `hook(module, args, kwargs)` and returns both.
        """
        return self._register(self._forward_pre_hooks, _Told(hook, with_kwargs), prepend)

    def register_full_backward_hook(self, hook: Hook, prepend: bool = False) -> RemovableHandle:
        """Calls `hook(module, grad_input, grad_output)` when gradients reach the inputs of the module.

        What it returns takes the place of `grad_input`.
        """
        return self._register(self._backward_hooks, hook, prepend)

    def register_full_backward_pre_hook(self, hook: Hook, prepend: bool = False) -> RemovableHandle:
        """Calls `hook(module, grad_output)` when gradients reach the outputs of the module.

        What it returns takes the place of `grad_output`.
        """
        return self._register(self._backward_pre_hooks, hook, prepend)

    def register_backward_hook(self, hook: Hook) -> RemovableHandle:
        """As `register_full_backward_hook`, which is its newer name."""
        return self.register_full_backward_hook(hook)
