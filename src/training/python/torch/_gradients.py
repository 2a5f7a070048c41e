"""A tensor's part in automatic differentiation."""

import warnings
from typing import TYPE_CHECKING, Any, Self

import _engine

from ._dtypes import FLOATING
from ._handle import (
    FLAGS,
    GRADIENT_EPOCH,
    IS_LEAF,
    REQUIRES_GRAD,
    Handle,
    check,
    raise_error,
    shared,
    wrap,
)
from ._loops import answer

if TYPE_CHECKING:
    from ._tensor import Tensor

__all__ = ['Gradients']

_backward = _engine.backward
_describe = _engine.describe
_dtype = _engine.dtype
_grad = _engine.grad

_CYCLE = (
    'Using backward() with create_graph=True will create a reference cycle between the parameter and its '
    'gradient which can cause a memory leak. We recommend using autograd.grad when creating the graph to '
    'avoid this. If you have to use this function, make sure to reset the .grad fields of your parameters to '
    'None after use to break the cycle and avoid the leak.'
)


class Gradients:
    """What is recorded of a tensor, and its gradient."""

    __slots__ = ()

    _h: int
    _gradient: Any
    _gradient_epoch: int

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    @property
    def requires_grad(self) -> bool:
        """Whether operations on it are recorded for `backward`.

        Raises:
            RuntimeError: when it is set to what is no bool, or for a tensor that cannot have gradients.
        """
        return bool(_engine.requires_grad(self._h))

    @requires_grad.setter
    def requires_grad(self, value: bool) -> None:
        if not isinstance(value, bool):
            raise RuntimeError('requires_grad must be a bool')
        check(_engine.set_requires_grad(self._h, value))

    def requires_grad_(self, requires_grad: bool = True) -> Self:
        """Switches recording for `backward` on or off, in place.

        Raises:
            TypeError: unless `requires_grad` is a bool.
            RuntimeError: for a tensor of integers or bools.
        """
        if not isinstance(requires_grad, bool):
            kind = type(requires_grad).__name__
            raise TypeError(
                f"requires_grad_(): argument 'requires_grad' (position 1) must be bool, not {kind}"
            )
        if requires_grad and _dtype(self._h) < FLOATING:
            raise RuntimeError('only Tensors of floating point dtype can require gradients')
        check(_engine.set_requires_grad(self._h, requires_grad))
        return self

    @property
    def is_leaf(self) -> bool:
        """Whether no recorded operation made it."""
        return bool(_engine.is_leaf(self._h))

    @property
    def grad_fn(self) -> Any:
        """The operation that made it, None for a leaf."""
        name = _engine.grad_fn_name(self._h)
        if not name:
            return None
        from ._graph import node

        return node(self, name)

    @property
    def grad(self) -> 'Tensor | Any':
        """The gradient that `backward` has accumulated; None before.

        Raises:
            TypeError: when it is set to what is no tensor.
            RuntimeError: when it is set to a tensor of another shape.
        """
        try:
            if self._gradient_epoch == shared[GRADIENT_EPOCH]:
                return self._gradient
        except AttributeError:
            pass
        h = _grad(self._h)
        if not h:
            _warn_of_inner_gradient(self)
            return None
        gradient = self._gradient = wrap(h)
        self._gradient_epoch = shared[GRADIENT_EPOCH]
        return gradient

    @grad.setter
    def grad(self, value: 'Tensor | None') -> None:
        shared[GRADIENT_EPOCH] += 1
        if value is None:
            _engine.set_grad(self._h, 0)
            return
        if not isinstance(value, Handle):
            raise TypeError(
                f'assigned grad expected to be a Tensor or None but got grad of type {type(value).__name__}'
            )
        if value.shape != self.shape:
            raise RuntimeError(
                f"attempting to assign a gradient of size '{list(value.shape)}' to a tensor of size "
                f"'{list(self.shape)}'. Please ensure that the gradient and the tensor are the same size"
            )
        if value.dtype != self.dtype:
            kinds = [str(each.dtype.legacy_name).lower() for each in (value, self)]
            raise RuntimeError(
                f"attempting to assign a gradient with dtype '{kinds[0]}' to a tensor with dtype "
                f"'{kinds[1]}'. Please ensure that the gradient and the tensor have the same dtype"
            )
        check(_engine.set_grad(self._h, value._h))

    @grad.deleter
    def grad(self) -> None:
        self.grad = None

    def backward(
        self,
        gradient: 'Tensor | None' = None,
        retain_graph: bool | None = None,
        create_graph: bool = False,
        inputs: Any = None,
    ) -> None:
        """Adds the gradient of this scalar to `.grad` of every leaf that it was computed from.

        Args:
            gradient: what the gradient is multiplied with from the left; needed unless there is one element.
            retain_graph: keep what a second pass needs; as `create_graph` unless given.
            create_graph: record the pass itself, for second derivatives.
            inputs: the leaves to consider; all of them by default.
        """
        handles: tuple[int, ...] = ()
        if inputs is not None:
            chosen = (inputs,) if isinstance(inputs, Handle) else tuple(inputs)
            handles = tuple(tensor._h for tensor in chosen)
        start = 0 if gradient is None else _gradient_handle(gradient)
        if create_graph:
            shared[GRADIENT_EPOCH] += 1
            warnings.warn(_CYCLE, UserWarning, stacklevel=2)
        if retain_graph is None:
            retain_graph = create_graph
        status = _backward(self._h, start, bool(retain_graph), create_graph, len(handles), *handles)
        if status:
            answer(status)

    def retain_grad(self) -> None:
        """Makes `backward` keep `.grad` although this is no leaf."""
        check(_engine.retain_grad(self._h))

    @property
    def retains_grad(self) -> bool:
        """Whether `retain_grad` was called of what is no leaf."""
        return bool(_engine.retains_grad(self._h))

    def detach_(self) -> Self:
        """Leaves the recording, in place."""
        values = wrap(_engine.detach(self._h))
        check(_engine.set_data(self._h, values._h))
        return self.requires_grad_(False)

    @property
    def data(self) -> 'Tensor':
        """The same values outside the recording; changes through it are not seen by `backward`.

        Raises:
            TypeError: when it is set to what is no tensor.
        """
        return wrap(_engine.data(self._h, False))

    @data.setter
    def data(self, value: 'Tensor') -> None:
        if not isinstance(value, Handle):
            raise TypeError(f'Variable data has to be a tensor, but got {type(value).__name__}')
        check(_engine.set_data(self._h, value._h))

    @property
    def _version(self) -> int:
        found = _engine.version(self._h)
        return raise_error() if found is None else found


def _gradient_handle(gradient: 'Tensor') -> int:
    if isinstance(gradient, Handle):
        return gradient._h
    gradient = next(iter(gradient), gradient)
    raise TypeError(f'gradients can be either Tensors, symbols or None, but got {type(gradient).__name__}')


def _warn_of_inner_gradient(tensor: Any) -> None:
    _describe(tensor._h)
    if shared[FLAGS] & (REQUIRES_GRAD | IS_LEAF) != REQUIRES_GRAD:
        return
    import warnings

    warnings.warn(
        'The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute '
        "won't be populated during autograd.backward(). If you indeed want the .grad field to be populated "
        'for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor. If you access the non-leaf Tensor '
        'by mistake, make sure you access the leaf Tensor instead. See github.com/pytorch/pytorch/pull/30531 '
        'for more information.',
        stacklevel=3,
    )
