"""Hears of backward passes: which weights they reach from which loss."""

from __future__ import annotations

import functools
from typing import Any

from _runner import current

__all__ = ['install', 'leaves_of']

_MOST_NODES = 50_000
"""Operations of a graph that are looked at."""


def install() -> None:
    """Lets `backward` tell of its passes, once they are over."""
    import torch

    backward = torch.autograd.backward

    @functools.wraps(backward)
    def told(tensors: Any, *args: Any, **kwargs: Any) -> None:
        losses = [tensors] if isinstance(tensors, torch.Tensor) else list(tensors)
        watched = _watched(losses)
        backward(tensors, *args, **kwargs)
        if watched is not None:
            recorded = bool(kwargs.get('create_graph')) or (len(args) > 2 and bool(args[2]))
            current.loops.passed(*watched, recorded)

    torch.autograd.backward = told


def _watched(losses: list[Any]) -> tuple[float, list[Any]] | None:
    """The value of a loss and the leaves below it; None where it is of no interest."""
    if current.fits.is_fitting or len(losses) != 1 or losses[0].numel() != 1 or losses[0].grad_fn is None:
        return None
    try:
        return float(losses[0].detach()), leaves_of(losses[0].grad_fn)
    except Exception:
        # The training must go on.
        return None


def leaves_of(node: Any) -> list[Any]:
    """The leaves that a backward pass from a node of the graph reaches, each once."""
    seen, leaves, waiting = {node}, [], [node]
    while waiting and len(seen) < _MOST_NODES:
        one = waiting.pop()
        leaf = getattr(one, 'variable', None)
        if leaf is not None:
            leaves.append(leaf)
        for further, _ in one.next_functions:
            if further is not None and further not in seen:
                seen.add(further)
                waiting.append(further)
    return leaves
