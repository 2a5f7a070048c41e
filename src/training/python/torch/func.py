"""torch.func: functions that give the derivatives of functions, and functions for whole batches."""

from collections.abc import Callable, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from . import _operations
from ._batched import vmap
from ._handle import Handle
from ._tensor import Tensor
from ._trees import leaves, mapped
from .autograd import grad as _grad

if TYPE_CHECKING:
    from .nn.modules.module import Module

__all__ = [
    'functional_call',
    'grad',
    'grad_and_value',
    'hessian',
    'jacfwd',
    'jacrev',
    'jvp',
    'stack_module_state',
    'vjp',
    'vmap',
]

_depth = 0


@contextmanager
def _inside() -> Any:
    """Counts how many derivatives are being taken of one another; only the outermost lets go of the tape."""
    global _depth
    _depth += 1
    try:
        yield
    finally:
        _depth -= 1


def _started(tree: Any) -> Any:
    """The same values as variables of their own, on which derivatives of higher order still depend."""
    return mapped(
        lambda each: each.view_as(each) if each.requires_grad else each.detach().requires_grad_(), tree
    )


def _let_go(result: Any, inputs: Any) -> Any:
    """A result off the tape, unless a further derivative or the caller's own inputs want it there."""
    if _depth or any(each.requires_grad for each in leaves(inputs)):
        return result
    return mapped(lambda each: each.detach(), result)


def _derivatives(output: Any, inputs: list[Any], weight: Tensor | None = None) -> list[Any]:
    if not output.requires_grad:
        return [_operations.zeros_like(each) for each in inputs]
    found = _grad(output, inputs, weight, retain_graph=True, create_graph=True, allow_unused=True)
    return [
        _operations.zeros_like(each) if one is None else one for one, each in zip(found, inputs, strict=True)
    ]


def _refilled(tree: Any, values: list[Any]) -> Any:
    rest = iter(values)
    return mapped(lambda _: next(rest), tree)


def _chosen(args: tuple[Any, ...], argnums: Any) -> Any:
    return args[argnums] if isinstance(argnums, int) else tuple(args[each] for each in argnums)


def _with_started(args: tuple[Any, ...], argnums: Any) -> tuple[Any, ...]:
    places = (argnums,) if isinstance(argnums, int) else tuple(argnums)
    places = tuple(place % len(args) for place in places)
    return tuple(_started(each) if place in places else each for place, each in enumerate(args))


def grad_and_value(
    func: Callable[..., Any], argnums: int | tuple[int, ...] = 0, has_aux: bool = False
) -> Callable[..., Any]:
    """The function that gives (gradient, value) of `func`, whose value is one number."""

    def both(*args: Any, **kwargs: Any) -> Any:
        with _inside():
            started = _with_started(args, argnums)
            result = func(*started, **kwargs)
            output = result[0] if has_aux else result
            _check_scalar(output)
            inputs = _chosen(started, argnums)
            gradient = _refilled(inputs, _derivatives(output, leaves(inputs)))
        return _let_go((gradient, result), args)

    return both


def _check_scalar(output: Tensor) -> None:
    if not isinstance(output, Handle):
        raise RuntimeError(
            'grad_and_value(f)(*args): Expected f(*args) to return a single tensor, got something else'
        )
    if output.dim():
        raise RuntimeError(
            'grad_and_value(f)(*args): Expected f(*args) to return a scalar Tensor, got tensor with '
            f'{output.dim()} dims. Maybe you wanted to use the vjp or jacrev APIs instead?'
        )


def grad(
    func: Callable[..., Any], argnums: int | tuple[int, ...] = 0, has_aux: bool = False
) -> Callable[..., Any]:
    """The function that gives the gradient of `func` with respect to the arguments `argnums`."""
    both = grad_and_value(func, argnums, has_aux)

    def gradient(*args: Any, **kwargs: Any) -> Any:
        found, result = both(*args, **kwargs)
        return (found, result[1]) if has_aux else found

    return gradient


def vjp(func: Callable[..., Any], *primals: Any, has_aux: bool = False) -> Any:
    """(value, function that gives the products of a vector with the Jacobian), and what else `func` gives."""
    with _inside():
        started = _with_started(primals, tuple(range(len(primals))))
        result = func(*started)
        output = result[0] if has_aux else result

    def products(*cotangents: Any) -> Any:
        weights = leaves(cotangents)
        total = [_operations.zeros_like(each) for each in leaves(started)]
        for one, weight in zip(leaves(output), weights, strict=True):
            total = [a + b for a, b in zip(total, _derivatives(one, leaves(started), weight), strict=True)]
        return _let_go(_refilled(started, total), primals)

    shown = _let_go(output, primals)
    return (shown, products, result[1]) if has_aux else (shown, products)


def jvp(func: Callable[..., Any], primals: tuple[Any, ...], tangents: tuple[Any, ...]) -> Any:
    """(value, product of the Jacobian with the tangents), by two passes back."""
    with _inside():
        started = _with_started(primals, tuple(range(len(primals))))
        output = func(*started)
        weight = _operations.zeros_like(output).requires_grad_()
        rows = _derivatives(output, leaves(started), weight)
        total = sum((row * tangent).sum() for row, tangent in zip(rows, leaves(tangents), strict=True))
        product = _derivatives(total, [weight])[0]
    return _let_go((output, product), primals)


def jacrev(func: Callable[..., Any], argnums: int | tuple[int, ...] = 0) -> Callable[..., Any]:
    """The function that gives the derivatives of every output element, shape output.shape + input.shape."""

    def jacobian(*args: Any, **kwargs: Any) -> Any:
        with _inside():
            started = _with_started(args, argnums)
            output = func(*started, **kwargs)
            inputs = _chosen(started, argnums)
            rows = [_derivatives(element, leaves(inputs)) for element in output.reshape(-1)]
            whole = [
                _operations.stack([row[i] for row in rows]).reshape(*output.shape, *each.shape)
                for i, each in enumerate(leaves(inputs))
            ]
        return _let_go(_refilled(inputs, whole), args)

    return jacobian


def jacfwd(func: Callable[..., Any], argnums: int | tuple[int, ...] = 0) -> Callable[..., Any]:
    """The same as `jacrev`, one column for each input element: the better way where these are few."""

    def jacobian(*args: Any, **kwargs: Any) -> Any:
        with _inside():
            started = _with_started(args, argnums)
            output = func(*started, **kwargs)
            inputs = _chosen(started, argnums)
            weight = _operations.zeros_like(output).requires_grad_()
            products = _derivatives(output, leaves(inputs), weight)
            whole = []
            for product in products:
                columns = [_derivatives(element, [weight])[0] for element in product.reshape(-1)]
                whole.append(_operations.stack(columns, -1).reshape(*output.shape, *product.shape))
        return _let_go(_refilled(inputs, whole), args)

    return jacobian


def hessian(func: Callable[..., Any], argnums: int | tuple[int, ...] = 0) -> Callable[..., Any]:
    """The function that gives the second derivatives."""
    return jacfwd(jacrev(func, argnums), argnums)


def functional_call(
    module: 'Module', parameter_and_buffer_dicts: Any, args: Any = None, kwargs: Any = None, **_: Any
) -> Any:
    """What a module gives with other tensors in the places of its parameters and buffers, by name."""
    several = parameter_and_buffer_dicts
    given = (
        dict(several) if isinstance(several, dict) else {k: v for part in several for k, v in part.items()}
    )
    before = []
    for name, tensor in given.items():
        path, _, last = name.rpartition('.')
        owner = module.get_submodule(path)
        kind = '_parameters' if last in owner._parameters else '_buffers'
        held = getattr(owner, kind)
        before.append((held, last, held[last]))
        held[last] = tensor
    try:
        return module(*(args if isinstance(args, tuple) else (args,)), **(kwargs or {}))
    finally:
        for held, last, tensor in reversed(before):
            held[last] = tensor


def stack_module_state(models: 'Sequence[Module]') -> tuple[dict[str, Any], dict[str, Any]]:
    """The parameters and the buffers of models of one kind, by name: stacked along a first dimension.

    Raises:
        RuntimeError: without a model, or for models of several classes or modes.
    """
    if not models:
        raise RuntimeError('stack_module_state: Expected at least one model, got 0.')
    if len({model.training for model in models}) > 1:
        raise RuntimeError('stack_module_state: Expected all models to have the same training/eval mode.')
    if len({type(model) for model in models}) > 1:
        raise RuntimeError('stack_module_state: Expected all models to be of the same class.')
    parameters = _stacked_by_name([dict(model.named_parameters()) for model in models])
    buffers = _stacked_by_name([dict(model.named_buffers()) for model in models])
    return parameters, buffers


def _stacked_by_name(several: list[dict[str, Any]]) -> dict[str, Any]:
    """Learned tensors are stacked off the tape and learned on their own from there."""
    stacked = {}
    for name, first in several[0].items():
        together = _operations.stack([each[name] for each in several])
        stacked[name] = together.detach().requires_grad_() if first.requires_grad else together
    return stacked
