"""Hooks on the gradients of a module: its inputs and outputs pass through operations that look at them."""

from collections.abc import Callable, Sequence
from typing import Any

from ..._handle import Handle
from ...autograd.function import Function

__all__ = ['BackwardHookFunction', 'BackwardWatch']


class BackwardHookFunction(Function):
    """The arguments themselves; their gradients are shown to `seen`, which may replace them."""

    @staticmethod
    def forward(ctx: Any, seen: Callable[[tuple[Any, ...]], Any], *args: Any) -> Any:
        ctx.seen = seen
        return tuple(each.view_as(each) for each in args)

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Any) -> Any:
        return (None, *ctx.seen(grad_outputs))


class BackwardWatch:
    """One call of a module whose gradients hooks want to see."""

    def __init__(self, module: Any, hooks: Sequence[Callable[..., Any]]) -> None:
        self._module = module
        self._hooks = hooks
        self.before: Sequence[Callable[..., Any]] = ()
        self._grad_outputs: tuple[Any, ...] = ()
        self._has_inputs = False

    def inputs(self, args: tuple[Any, ...]) -> tuple[Any, ...]:
        """The module's arguments, watched where they require gradients."""
        self._has_inputs = any(isinstance(arg, Handle) and arg.requires_grad for arg in args)
        return self._watched(args, self._see_inputs) if self._has_inputs else args

    def outputs(self, result: Any) -> Any:
        """The module's result, watched."""
        several = result if isinstance(result, tuple) else (result,)
        watched = self._watched(several, self._see_outputs)
        return watched if isinstance(result, tuple) else watched[0]

    def _watched(self, values: tuple[Any, ...], seen: Callable[[tuple[Any, ...]], Any]) -> tuple[Any, ...]:
        tensors = [value for value in values if isinstance(value, Handle)]
        passed = iter(BackwardHookFunction.apply(seen, *tensors))
        return tuple(next(passed) if isinstance(value, Handle) else value for value in values)

    def _see_outputs(self, gradients: tuple[Any, ...]) -> tuple[Any, ...]:
        for hook in self.before:
            changed = hook(self._module, gradients)
            if changed is not None:
                gradients = changed if isinstance(changed, tuple) else (changed,)
        self._grad_outputs = gradients
        if not self._has_inputs:
            for hook in self._hooks:
                hook(self._module, (None,), gradients)
        return gradients

    def _see_inputs(self, gradients: tuple[Any, ...]) -> tuple[Any, ...]:
        for hook in self._hooks:
            changed = hook(self._module, gradients, self._grad_outputs)
            if changed is not None:
                gradients = changed if isinstance(changed, tuple) else (changed,)
        return gradients
