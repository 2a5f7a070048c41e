"""torch.nn.utils."""

from collections.abc import Iterable
from typing import Any

from ..._construct import tensor
from ..._grad_mode import no_grad
from ..._handle import Handle
from ..._operations import cat, stack
from ..._tensor import Tensor

__all__ = ['clip_grad_norm_', 'clip_grad_value_', 'parameters_to_vector', 'vector_to_parameters']


def _with_gradients(parameters: Tensor | Iterable[Tensor]) -> list[Any]:
    several = [parameters] if isinstance(parameters, Handle) else list(parameters)
    return [parameter for parameter in several if parameter.grad is not None]


def clip_grad_norm_(
    parameters: Tensor | Iterable[Tensor],
    max_norm: float,
    norm_type: float = 2.0,
    error_if_nonfinite: bool = False,
    foreach: bool | None = None,
) -> Tensor:
    """Scales gradients down so that their common norm is at most `max_norm`; gives the norm before.

    Raises:
        RuntimeError: for a norm that is infinite or NaN, with `error_if_nonfinite`.
    """
    chosen = _with_gradients(parameters)
    if not chosen:
        return tensor(0.0)
    with no_grad():
        norms = [parameter.grad.norm(norm_type) for parameter in chosen]
        total = stack(norms).norm(norm_type)
        if error_if_nonfinite and not bool(total.isfinite()):
            raise RuntimeError(
                f'The total norm of order {norm_type} for gradients from `parameters` is non-finite, so it '
                'cannot be clipped. To disable this error and scale the gradients by the non-finite norm '
                'anyway, set `error_if_nonfinite=False`'
            )
        factor = (max_norm / (total + 1e-6)).clamp(max=1.0)
        for parameter in chosen:
            parameter.grad.mul_(factor)
    return total


def clip_grad_value_(
    parameters: Tensor | Iterable[Tensor], clip_value: float, foreach: bool | None = None
) -> None:
    """Limits every element of the gradients to ±clip_value."""
    with no_grad():
        for parameter in _with_gradients(parameters):
            parameter.grad.clamp_(-clip_value, clip_value)


def parameters_to_vector(parameters: Tensor | Iterable[Tensor]) -> Tensor:
    """All parameters as one vector."""
    return cat([parameter.reshape(-1) for parameter in parameters])


def vector_to_parameters(vec: Tensor, parameters: Tensor | Iterable[Tensor]) -> None:
    """Puts a vector's elements into the parameters, in order."""
    start = 0
    for parameter in parameters:
        count = parameter.numel()
        parameter.data = vec[start : start + count].view_as(parameter).data
        start += count


def __getattr__(name: str) -> Any:
    if name == 'rnn':
        from importlib import import_module

        return import_module('torch.nn.utils.rnn')
    from ..._names import missing

    raise missing('torch.nn.utils', name)
