"""How a module is called, and the hooks that are told of it."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from ..._names import missing_member
from ...utils.hooks import RemovableHandle
from .registry import Registry

__all__ = ['Hooked']

Hook = Callable[..., Any]


class Hooked(Registry):
    """The part of a module that calls its `forward`, and hooks before and after it."""

    __module__ = 'torch.nn.modules.module'

    forward: Callable[..., Any]
    _forward_pre_hooks: 'OrderedDict[int, Hook]'
    _forward_hooks: 'OrderedDict[int, Hook]'
    _forward_pre_hooks_with_kwargs: 'OrderedDict[int, bool]'
    _forward_hooks_with_kwargs: 'OrderedDict[int, bool]'
    _forward_hooks_always_called: 'OrderedDict[int, bool]'
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
            for key, hook in list(self._forward_hooks.items()):
                if key in self._forward_hooks_always_called and key not in called:
                    self._after(key, hook, args, kwargs, None)
            raise

    def _call_in_order(self, args: tuple[Any, ...], kwargs: dict[str, Any], called: set[int]) -> Any:
        for key, hook in list(self._forward_pre_hooks.items()):
            args, kwargs = self._before(key, hook, args, kwargs)
        watch = None
        if self._backward_hooks or self._backward_pre_hooks:
            from ._backward_hooks import BackwardWatch

            watch = BackwardWatch(self, list(self._backward_hooks.values()))
            watch.before = list(self._backward_pre_hooks.values())
            args = watch.inputs(args)
        result = self.forward(*args, **kwargs)
        for key, hook in list(self._forward_hooks.items()):
            called.add(key)
            changed = self._after(key, hook, args, kwargs, result)
            if changed is not None:
                result = changed
        return result if watch is None else watch.outputs(result)

    def _before(self, key: int, hook: Hook, args: Any, kwargs: Any) -> tuple[Any, Any]:
        with_kwargs = key in self._forward_pre_hooks_with_kwargs
        changed = hook(self, args, kwargs) if with_kwargs else hook(self, args)
        if changed is None:
            return args, kwargs
        if not with_kwargs:
            return changed if isinstance(changed, tuple) else (changed,), kwargs
        if isinstance(changed, tuple) and len(changed) == 2:
            return changed
        raise RuntimeError(
            f'forward pre-hook must return None or a tuple of (new_args, new_kwargs), but got {changed}.'
        )

    def _after(self, key: int, hook: Hook, args: Any, kwargs: Any, result: Any) -> Any:
        if key in self._forward_hooks_with_kwargs:
            return hook(self, args, kwargs, result)
        return hook(self, args, result)

    def _register(
        self, hooks: 'OrderedDict[int, Hook]', hook: Hook, prepend: bool, *how: 'OrderedDict[int, bool]'
    ) -> RemovableHandle:
        self.__dict__['_hooked'] = True
        handle = RemovableHandle(hooks, extra_dict=how)
        for place in how:
            place[handle.id] = True
        hooks[handle.id] = hook
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
        how = [self._forward_hooks_with_kwargs] if with_kwargs else []
        if always_call:
            how.append(self._forward_hooks_always_called)
        return self._register(self._forward_hooks, hook, prepend, *how)

    def register_forward_pre_hook(
        self, hook: Hook, *, prepend: bool = False, with_kwargs: bool = False
    ) -> RemovableHandle:
        """Calls `hook(module, args)` before each forward pass; what it returns replaces the arguments.

        With `with_kwargs` it is called as `hook(module, args, kwargs)` and returns both.
        """
        how = [self._forward_pre_hooks_with_kwargs] if with_kwargs else []
        return self._register(self._forward_pre_hooks, hook, prepend, *how)

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
