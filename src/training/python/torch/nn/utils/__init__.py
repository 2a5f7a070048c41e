"""torch.nn.utils."""

from collections.abc import Iterable
from typing import Any

from ..._construct import tensor
from ..._grad_mode import no_grad
from ..._handle import Handle
from ..._operations import cat, stack
from ..._tensor import Tensor
from ._collected import LATE

__all__ = [
    'clip_grad_norm_',
    'clip_grad_value_',
    'clip_grads_with_norm_',
    'get_total_norm',
    'parameters_to_vector',
    'vector_to_parameters',
    *LATE,
]


def _with_gradients(parameters: Tensor | Iterable[Tensor]) -> list[Any]:
    several = [parameters] if isinstance(parameters, Handle) else list(parameters)
    return [parameter for parameter in several if parameter.grad is not None]


@no_grad()
def get_total_norm(
    tensors: Tensor | Iterable[Tensor],
    norm_type: float = 2.0,
    error_if_nonfinite: bool = False,
    foreach: bool | None = None,
) -> Tensor:
    """The norm of all tensors together.

    Raises:
        RuntimeError: for a norm that is infinite or NaN, with `error_if_nonfinite`.
    """
    several: list[Any] = [tensors] if isinstance(tensors, Handle) else list(tensors)
    if not several:
        return tensor(0.0)
    total = stack([each.norm(norm_type) for each in several]).norm(norm_type)
    if error_if_nonfinite and not bool(total.isfinite()):
        raise RuntimeError(
            f'The total norm of order {float(norm_type)} for gradients from `parameters` is non-finite, so '
            'it cannot be clipped. To disable this error and scale the gradients by the non-finite norm '
            'anyway, set `error_if_nonfinite=False`'
        )
    return total


def clip_grads_with_norm_(
    parameters: Tensor | Iterable[Tensor],
    max_norm: float,
    total_norm: Tensor,
    foreach: bool | None = None,
) -> None:
    """Scales gradients whose common norm is known so that it is at most `max_norm`."""
    with no_grad():
        factor = (max_norm / (total_norm + 1e-6)).clamp(max=1.0)
        for parameter in _with_gradients(parameters):
            parameter.grad.mul_(factor)


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
    total = get_total_norm([each.grad for each in chosen], norm_type, error_if_nonfinite)
    clip_grads_with_norm_(chosen, max_norm, total)
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


_MODULES = ('parametrizations', 'parametrize', 'prune', 'rnn')


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _MODULES:
        return import_module(f'torch.nn.utils.{name}')
    if name in LATE:
        found = globals()[name] = getattr(import_module(LATE[name]), name)
        return found
    from ..._names import missing

    raise missing('torch.nn.utils', name)


def __dir__() -> list[str]:
    return sorted({*globals(), *LATE, *_MODULES})
