"""torch.autograd.functional: whole Jacobians and Hessians."""

from collections.abc import Callable
from typing import Any

from .._handle import Handle
from .._operations import stack, zeros_like
from .._tensor import Tensor
from ._backward import grad

__all__ = ['hessian', 'hvp', 'jacobian', 'jvp', 'vhp', 'vjp']


def _several(value: Any, name: str, what: str) -> tuple[Any, ...]:
    """A tensor, or several, as a tuple.

    Raises:
        TypeError: for anything else.
    """
    said = f'The {what} {{}} to {name} must be either a Tensor or a tuple of Tensors but the given '
    if isinstance(value, Handle):
        return (value,)
    given = 'given' if what == 'inputs' else 'of the user-provided function given'
    if not isinstance(value, tuple):
        ends = '' if what == 'inputs' else ' of the user-provided function'
        raise TypeError(f'{said.format(given)}{what}{ends} has type {type(value)}.')
    for place, each in enumerate(value):
        if not isinstance(each, Handle):
            ends = '' if what == 'inputs' else ' of the user-provided function'
            raise TypeError(
                f'{said.format(given)}{what}{ends} has an invalid element at index {place} with type '
                f'{type(each)}.'
            )
    return value


def _prepared(inputs: Any, name: str) -> tuple[bool, tuple[Any, ...]]:
    single = isinstance(inputs, Handle)
    several = _several(inputs, name, 'inputs')
    return single, tuple(each.detach().clone().requires_grad_(True) for each in several)


def _of_graph(inputs: Any) -> tuple[Any, ...]:
    """The inputs themselves, through which further derivatives go; those that want none now do here."""
    several = (inputs,) if isinstance(inputs, Handle) else tuple(inputs)
    return tuple(
        each.view_as(each) if each.requires_grad else each.detach().requires_grad_() for each in several
    )


def _rows(output: Any, inputs: tuple[Any, ...], create_graph: bool, strict: bool) -> tuple[Tensor, ...]:
    """For each input the derivatives of all elements of `output`, shape output.shape + input.shape."""
    collected: list[list[Tensor]] = [[] for _ in inputs]
    for element in output.reshape(-1):
        found: tuple[Any, ...] = (None,) * len(inputs)
        if element.requires_grad:
            found = grad(element, inputs, retain_graph=True, create_graph=create_graph, allow_unused=True)
        for rows, derivative, source in zip(collected, found, inputs, strict=False):
            if derivative is None and strict:
                raise RuntimeError(
                    'Output 0 of the user-provided function does not require gradients. The outputs must be '
                    'computed in a differentiable manner from the input when running in strict mode.'
                )
            rows.append(zeros_like(source) if derivative is None else derivative)
    shape = tuple(output.shape)
    return tuple(
        stack(rows).reshape(shape + tuple(source.shape))
        for rows, source in zip(collected, inputs, strict=False)
    )


def jacobian(
    func: Callable[..., Any],
    inputs: Tensor | tuple[Tensor, ...],
    create_graph: bool = False,
    strict: bool = False,
    vectorize: bool = False,
    strategy: str = 'reverse-mode',
) -> Any:
    """The derivatives of every output element with respect to every input element.

    Returns:
        A tensor of shape output.shape + input.shape; nested tuples for several outputs or inputs.
    """
    single, starts = _prepared(inputs, 'jacobian')
    if create_graph:
        starts = _of_graph(inputs)
    output = func(*starts)
    outputs = _several(output, 'jacobian', 'outputs')
    blocks = tuple(_rows(each, starts, create_graph, strict) for each in outputs)
    if single:
        blocks = tuple(row[0] for row in blocks)
    return blocks[0] if isinstance(output, Handle) else blocks


def hessian(
    func: Callable[..., Any],
    inputs: Tensor | tuple[Tensor, ...],
    create_graph: bool = False,
    strict: bool = False,
    vectorize: bool = False,
    outer_jacobian_strategy: str = 'reverse-mode',
) -> Any:
    """The second derivatives of a scalar function.

    Returns:
        A tensor of shape input.shape + input.shape; nested tuples for several inputs.

    Raises:
        RuntimeError: unless the function gives a single element.
    """
    single, starts = _prepared(inputs, 'hessian')
    if create_graph:
        starts = _of_graph(inputs)
    value = func(*starts)
    if value.numel() != 1:
        raise RuntimeError(
            'The Tensor returned by the function given to hessian should contain a single element'
        )
    slopes = grad(value.reshape(()), starts, create_graph=True, allow_unused=True)
    blocks = tuple(
        _rows(start * 0 if slope is None else slope, starts, create_graph, strict)
        for slope, start in zip(slopes, starts, strict=False)
    )
    return blocks[0][0] if single else blocks


def vjp(
    func: Callable[..., Any],
    inputs: Tensor | tuple[Tensor, ...],
    v: Tensor | tuple[Tensor, ...] | None = None,
    create_graph: bool = False,
) -> Any:
    """The function's value, and `v` times its Jacobian.

    Raises:
        RuntimeError: without `v`, unless the value is one element.
    """
    single, starts = _prepared(inputs, 'vjp')
    output = func(*starts)
    if v is None and (isinstance(output, tuple) or output.numel() != 1):
        raise RuntimeError(
            'The vector v can only be None if the user-provided function returns a single Tensor with a '
            'single element.'
        )
    found = grad(output, starts, v, create_graph=create_graph, allow_unused=True, materialize_grads=True)
    return output.detach(), found[0] if single else found


def jvp(
    func: Callable[..., Any],
    inputs: Tensor | tuple[Tensor, ...],
    v: Tensor | tuple[Tensor, ...] | None = None,
    create_graph: bool = False,
) -> Any:
    """The function's value, and its Jacobian times `v`: the gradient of a product linear in its weights."""
    _, starts = _prepared(inputs, 'jvp')
    output = func(*starts)
    weights = zeros_like(output).requires_grad_(True)
    products = grad(output, starts, weights, create_graph=True, allow_unused=True, materialize_grads=True)
    directions = (v,) if isinstance(v, Tensor) else v
    found = grad(
        products, weights, directions, create_graph=create_graph, allow_unused=True, materialize_grads=True
    )
    return output.detach(), found[0]


def hvp(
    func: Callable[..., Any],
    inputs: Tensor | tuple[Tensor, ...],
    v: Tensor | tuple[Tensor, ...] | None = None,
    create_graph: bool = False,
) -> Any:
    """The function's value, and its Hessian times `v`."""
    single, starts = _prepared(inputs, 'hvp')
    value = func(*starts)
    slopes = grad(value, starts, create_graph=True)
    found = grad(slopes, starts, v, create_graph=create_graph, allow_unused=True, materialize_grads=True)
    return value.detach(), found[0] if single else found


def vhp(
    func: Callable[..., Any],
    inputs: Tensor | tuple[Tensor, ...],
    v: Tensor | tuple[Tensor, ...] | None = None,
    create_graph: bool = False,
) -> Any:
    """The function's value, and `v` times its Hessian, which is symmetric."""
    return hvp(func, inputs, v, create_graph)
