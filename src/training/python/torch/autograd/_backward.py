"""Backward passes over what was recorded: gradients as results, or added to `.grad`."""

from collections.abc import Sequence
from typing import Any

import _engine

from .._handle import GRADIENT_EPOCH, Handle, raise_error, shared, wrap
from .._tensor import Tensor

__all__ = ['Variable', 'backward', 'grad']


def _several(tensors: Any) -> tuple[Any, ...]:
    return (tensors,) if isinstance(tensors, Handle) else tuple(tensors)


def _handles(tensors: Sequence[Any]) -> list[int]:
    return [0 if tensor is None else tensor._h for tensor in tensors]


def grad(
    outputs: Tensor | Sequence[Tensor],
    inputs: Tensor | Sequence[Tensor],
    grad_outputs: Tensor | Sequence[Tensor | None] | None = None,
    retain_graph: bool | None = None,
    create_graph: bool = False,
    only_inputs: bool = True,
    allow_unused: bool | None = None,
    is_grads_batched: bool = False,
    materialize_grads: bool = False,
) -> tuple[Any, ...]:
    """The gradients of the sum of `outputs` with respect to each of `inputs`.

    Args:
        outputs: a tensor or several; each with one element unless `grad_outputs` is given.
        inputs: a tensor or several that require gradients.
        grad_outputs: what each output's gradient is multiplied with from the left.
        retain_graph: keep what a second pass needs; as `create_graph` unless given.
        create_graph: record the pass itself, for second derivatives.
        allow_unused: give None for an input that the outputs do not depend on, instead of an error.
        materialize_grads: give zeros for such an input.

    Raises:
        RuntimeError: for outputs that are not recorded or have several elements, for inputs that do not
            matter (unless `allow_unused`), and for a second pass over what the first has freed.
    """
    ends = _several(outputs)
    starts = _several(inputs)
    weights = (None,) * len(ends) if grad_outputs is None else _several(grad_outputs)
    if allow_unused is None:
        allow_unused = materialize_grads
    count = _engine.autograd_grad(
        len(ends),
        *_handles(ends),
        len(starts),
        *_handles(starts),
        len(weights),
        *_handles(weights),
        create_graph if retain_graph is None else retain_graph,
        create_graph,
        allow_unused,
    )
    if count < 0:
        raise_error()
    handles = [_engine.result(position) for position in range(count)]
    found = [wrap(h) if h else None for h in handles]
    if materialize_grads:
        found = [start.detach() * 0 if g is None else g for g, start in zip(found, starts, strict=False)]
    return tuple(found)


def backward(
    tensors: Tensor | Sequence[Tensor],
    grad_tensors: Tensor | Sequence[Tensor | None] | None = None,
    retain_graph: bool | None = None,
    create_graph: bool = False,
    grad_variables: Tensor | Sequence[Tensor | None] | None = None,
    inputs: Tensor | Sequence[Tensor] | None = None,
) -> None:
    """Adds the gradient of the sum of `tensors` to `.grad` of the leaves."""
    ends = _several(tensors)
    weights = (None,) * len(ends) if grad_tensors is None else _several(grad_tensors)
    shared[GRADIENT_EPOCH] += 1
    last = len(ends) - 1
    keep = create_graph if retain_graph is None else retain_graph
    for position, (end, weight) in enumerate(zip(ends, weights, strict=False)):
        end.backward(weight, keep or position < last, create_graph, inputs)


def Variable(data: Tensor, requires_grad: bool = False) -> Tensor:  # noqa: N802 - PyTorch's name
    """The tensor itself, as an older PyTorch's variable."""
    return data.requires_grad_(True) if requires_grad else data
