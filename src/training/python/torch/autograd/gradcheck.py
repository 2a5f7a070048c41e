"""Compares gradients with difference quotients."""

from collections.abc import Callable, Sequence
from typing import Any

from .. import _operations
from .._grad_mode import no_grad
from .._handle import Handle
from .._tensor import Tensor
from ._backward import grad

__all__ = ['GradcheckError', 'gradcheck']


class GradcheckError(RuntimeError):
    """A gradient differs from its difference quotient."""


def _tensors(result: Any) -> list[Any]:
    return [result] if isinstance(result, Handle) else list(result)


def _numerical(fn: Callable[..., Any], inputs: list[Any], which: int, output: int, eps: float) -> Any:
    """The Jacobian (elements of the input, elements of the output) from central differences."""
    flat = inputs[which].detach().clone().reshape(-1)
    rows: list[Any] = []
    for position in range(flat.numel()):
        ends: list[Any] = []
        for shift in (eps, -eps):
            moved = flat.clone()
            moved[position] += shift
            changed = [*inputs]
            changed[which] = moved.reshape(inputs[which].shape)
            with no_grad():
                ends.append(_tensors(fn(*changed))[output].reshape(-1))
        rows.append((ends[0] - ends[1]) / (2 * eps))
    return _operations.stack(rows)


def _analytical(result: Any, source: Tensor) -> Any:
    """The same Jacobian from backward passes, one for each element of the output."""
    columns: list[Any] = []
    for position in range(result.numel()):
        start = _operations.zeros_like(result).reshape(-1)
        start[position] = 1
        (found,) = grad(result, source, start.reshape(result.shape), retain_graph=True, allow_unused=True)
        columns.append(source.detach().reshape(-1) * 0 if found is None else found.reshape(-1))
    return _operations.stack(columns, 1)


def gradcheck(
    func: Callable[..., Any],
    inputs: Tensor | Sequence[Any],
    *,
    eps: float = 1e-6,
    atol: float = 1e-5,
    rtol: float = 1e-3,
    raise_exception: bool = True,
    **_: Any,
) -> bool:
    """Whether the gradients of `func(*inputs)` agree with central difference quotients; inputs in float64.

    Raises:
        GradcheckError: when they do not, if `raise_exception`.
        ValueError: when no input requires a gradient.
    """
    given = _tensors(inputs)
    sources = [
        position for position, each in enumerate(given) if isinstance(each, Handle) and each.requires_grad
    ]
    if not sources:
        raise ValueError(
            'gradcheck expects at least one input tensor to require gradient, but none of the them have '
            'requires_grad=True.'
        )
    for output, result in enumerate(_tensors(func(*given))):
        for which in sources:
            numerical = _numerical(func, given, which, output, eps)
            analytical = _analytical(result, given[which])
            if _operations.allclose(analytical, numerical, rtol, atol):
                continue
            if not raise_exception:
                return False
            raise GradcheckError(
                f'Jacobian mismatch for output {output} with respect to input {which},\n'
                f'numerical:{numerical}\nanalytical:{analytical}\n'
            )
    return True
