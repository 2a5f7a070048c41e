"""Operations of one's own: a forward pass and its gradient, both written in Python."""

import functools
import warnings
from collections.abc import Callable
from typing import Any

import _engine

from .._grad_mode import is_grad_enabled, no_grad
from .._handle import Handle, check
from .._tensor import Tensor
from ._callbacks import register

__all__ = ['Function', 'FunctionCtx', 'once_differentiable']

_FREED = (
    'Trying to backward through the graph a second time (or directly access saved tensors after they have '
    'already been freed). Saved intermediate values of the graph are freed when you call .backward() or '
    'autograd.grad(). Specify retain_graph=True if you need to backward through the graph a second time or '
    'if you need to access saved tensors after calling backward.'
)


class FunctionCtx:
    """What the forward pass leaves for the backward pass."""

    def __init__(self) -> None:
        self._saved: tuple[Any, ...] | None = ()
        self._plain: tuple[Any, ...] = ()
        self._materialize = True
        self.needs_input_grad: tuple[bool, ...] = ()

    def save_for_backward(self, *tensors: Any) -> None:
        """Keeps tensors for `saved_tensors`.

        Raises:
            TypeError: unless all are tensors or None.
        """
        for tensor in tensors:
            if tensor is not None and not isinstance(tensor, Handle):
                raise TypeError(
                    f'save_for_backward can only save variables, but argument 0 is of type '
                    f'{type(tensor).__name__}'
                )
        self._saved = tensors

    @property
    def saved_tensors(self) -> tuple[Any, ...]:
        """The tensors kept by `save_for_backward`.

        Raises:
            RuntimeError: when a backward pass has freed them.
        """
        if self._saved is None:
            raise RuntimeError(_FREED)
        return self._saved

    def _free(self) -> None:
        """The graph was walked: lets go of the saved tensors."""
        if self._saved:
            self._saved = None

    def mark_dirty(self, *args: Any) -> None:
        """Names inputs that were changed in place; the engine sees it by itself."""

    def mark_non_differentiable(self, *args: Any) -> None:
        """Names outputs through which no gradient passes."""
        self._plain = args

    def set_materialize_grads(self, value: bool) -> None:
        """Whether outputs without gradient count as zeros; here they always do."""
        self._materialize = value


class Function:
    """The base of operations with a gradient of their own.

    `forward(ctx, *args)` computes, unrecorded; `backward(ctx, *grad_outputs)` gives a gradient, or None, for
    each argument of forward. The operation is called by `apply(*args)`. Where `backward` is written in
    operations, second derivatives follow.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        warnings.warn(
            f'{type(self)} should not be instantiated. Methods on autograd functions are all static, so you '
            'should invoke them on the class itself. Instantiating an autograd function will raise an '
            'error in '
            'a future version of PyTorch.',
            DeprecationWarning,
            stacklevel=2,
        )

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Not how an operation is called.

        Raises:
            RuntimeError: always.
        """
        raise RuntimeError(
            'Legacy autograd function with non-static forward method is deprecated. Please use new-style '
            'autograd function with static forward method. (Example: '
            'https://pytorch.org/docs/stable/autograd.html#torch.autograd.Function)'
        )

    @staticmethod
    def forward(*args: Any, **kwargs: Any) -> Any:
        """Computes the result.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError('You must implement the forward function for custom autograd.Function.')

    @staticmethod
    def backward(ctx: Any, *grad_outputs: Any) -> Any:
        """The gradients of the arguments from those of the results.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError(
            'You must implement either the backward or vjp method for your custom autograd.Function to use '
            'it with backward mode AD.'
        )

    @staticmethod
    def setup_context(ctx: Any, inputs: tuple[Any, ...], output: Tensor) -> Any:
        """Leaves values for the backward pass, where `forward` takes no context.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError('setup_context is not implemented.')

    @classmethod
    def apply(cls, *args: Any) -> Any:
        """Computes the operation and records it."""
        ctx = type(f'{cls.__name__}Backward', (FunctionCtx,), {'__module__': __name__})()
        tensors = [arg for arg in args if isinstance(arg, Handle)]
        ctx.needs_input_grad = tuple(isinstance(arg, Handle) and arg.requires_grad for arg in args)
        recorded = is_grad_enabled() and any(ctx.needs_input_grad)
        with no_grad():
            if cls.setup_context is Function.setup_context:
                result = cls.forward(ctx, *args)
            else:
                result = cls.forward(*args)
                cls.setup_context(ctx, args, result)
            outputs = result if isinstance(result, tuple) else (result,)
            outputs = tuple(
                each.view_as(each) if any(each is tensor for tensor in tensors) else each for each in outputs
            )
        if recorded:
            _record(cls, ctx, args, tensors, [each for each in outputs if isinstance(each, Handle)])
        return outputs if isinstance(result, tuple) else outputs[0]


def _record(cls: Any, ctx: Any, args: tuple[Any, ...], tensors: list[Any], outputs: list[Any]) -> None:
    name = type(ctx).__name__

    def gradients(*grads: Any) -> list[Any]:
        found = cls.backward(ctx, *grads)
        several = tuple(found) if isinstance(found, (tuple, list)) else (found,)
        return _of_tensors(name, args, several)

    number = register(gradients, ctx._free)
    plain = {id(tensor) for tensor in ctx._plain}
    check(
        _engine.record_function(
            name,
            number,
            len(tensors),
            *(tensor._h for tensor in tensors),
            *(-each._h if id(each) in plain else each._h for each in outputs),
        )
    )


def _of_tensors(name: str, args: tuple[Any, ...], several: tuple[Any, ...]) -> list[Any]:
    """The gradients of those arguments that are tensors."""
    while len(several) > len(args) and several[-1] is None:
        several = several[:-1]
    if len(several) != len(args):
        raise RuntimeError(
            f'function {name} returned an incorrect number of gradients (expected {len(args)}, got '
            f'{len(several)})'
        )
    found: list[Any] = []
    for position, (arg, gradient) in enumerate(zip(args, several, strict=True)):
        if not isinstance(arg, Handle):
            if gradient is not None:
                raise RuntimeError(
                    f'function {name} returned a gradient different from None at position {position + 1}, '
                    'but the corresponding forward input was not a Variable'
                )
            continue
        if gradient is not None and not isinstance(gradient, Handle):
            raise RuntimeError(f'expected Variable or None (got {type(gradient).__name__})')
        found.append(_fitted(name, position, arg, gradient))
    return found


def _fitted(name: str, position: int, arg: Any, gradient: Any) -> Any:
    """The gradient of an argument, which may be larger than that only where broadcasting made it so."""
    if gradient is None or _expands(arg.shape, gradient.shape):
        return gradient
    raise RuntimeError(
        f'Function {name} returned an invalid gradient at index {position} - got {list(gradient.shape)} '
        f'but expected shape compatible with {list(arg.shape)}'
    )


def _expands(shape: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    """Whether broadcasting brings a tensor of that shape to the wanted one."""
    behind = wanted[len(wanted) - len(shape) :] if shape else ()
    return len(shape) <= len(wanted) and all(
        size in (1, other) for size, other in zip(shape, behind, strict=True)
    )


def once_differentiable(fn: Callable[..., Any]) -> Callable[..., Any]:
    """Decorates a `backward` that is not itself to be differentiated."""

    @functools.wraps(fn)
    def unrecorded(*args: Any) -> Any:
        with no_grad():
            return fn(*args)

    return unrecorded
