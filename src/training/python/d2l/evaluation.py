"""The loss of a model over its training data, computed after a fit without leaving a trace."""

import contextlib
import io
import random
from collections.abc import Iterator
from typing import Any

import _engine
import torch
from torch.utils.data import DataLoader, TensorDataset

from . import comparison

__all__ = [
    'ALIKE',
    'Batch',
    'batches_of',
    'evaluating',
    'mean_loss',
    'merged',
    'set_all',
    'spread',
    'undisturbed',
]

ALIKE = 1e-3
"""Relative difference up to which two numbers are the same in float32."""

Batch = tuple[Any, ...]
"""The tensors of a minibatch, the labels last."""


@contextlib.contextmanager
def undisturbed(model: Any) -> Iterator[None]:
    """Puts weights, gradients, mode and random streams back as they were; what is printed is lost.

    Args:
        model: a module, or a function that is used as one.
    """
    weights = [tensor for _, tensor in comparison.learned(model)]
    kept = [(tensor, tensor.detach().clone(), tensor.grad) for tensor in weights]
    training = getattr(model, 'training', None)
    stream = random.getstate()
    _engine.keep_random()
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            yield
    finally:
        _engine.restore_random()
        random.setstate(stream)
        if training is not None:
            model.train(training)
        with torch.no_grad():
            for tensor, values, gradient in kept:
                tensor.copy_(values)
                tensor.grad = gradient


@contextlib.contextmanager
def evaluating(modules: list[torch.nn.Module]) -> Iterator[None]:
    """Modules in evaluation mode, each in its own mode again afterwards; no code of theirs is run for it."""
    modes = [(vars(part), part.training) for module in modules for part in module.modules()]
    for attributes, _ in modes:
        attributes['training'] = False
    try:
        yield
    finally:
        for attributes, mode in modes:
            attributes['training'] = mode


def batches_of(loader: Any) -> list[tuple[Any, ...]]:
    """The minibatches of a loader over tensors, in the order of the rows; none of any other loader."""
    if not isinstance(loader, DataLoader) or not isinstance(loader.dataset, TensorDataset):
        return []
    rows, size = len(loader.dataset), loader.batch_size
    if not size:
        return []
    starts = range(0, rows, size)
    return [tuple(tensor[start : start + size] for tensor in loader.dataset.tensors) for start in starts]


def merged(model: Any, weights: list[Any], trainer: Any, batches: list[Batch]) -> list[Batch]:
    """All rows as one batch where its loss is the batches' mean, as it is for a mean; else the batches."""
    whole = trainer.prepare_batch(tuple(torch.cat(parts) for parts in zip(*batches, strict=True)))
    batches = [trainer.prepare_batch(batch) for batch in batches]
    spread(weights, 0.05, 0.1)
    with torch.no_grad():
        mean, one = float(mean_loss(model, batches)), float(mean_loss(model, [whole]))
    return [whole] if abs(mean - one) <= ALIKE * abs(mean) else batches


def mean_loss(model: Any, batches: list[Batch]) -> Any:
    """Weighted by the batches' rows."""
    if len(batches) == 1:
        return model.loss(model(*batches[0][:-1]), batches[0][-1])
    rows = [len(batch[0]) for batch in batches]
    losses = [
        model.loss(model(*batch[:-1]), batch[-1]) * count for batch, count in zip(batches, rows, strict=True)
    ]
    return sum(losses[1:], losses[0]) / sum(rows)


def spread(weights: list[Any], first: float, step: float) -> None:
    """Makes all elements of each weight one number, another one for each weight."""
    set_all(weights, [first + step * index for index in range(len(weights))])


def set_all(weights: list[Any], values: list[float]) -> None:
    """Makes all elements of each weight its number."""
    with torch.no_grad():
        for tensor, value in zip(weights, values, strict=True):
            tensor.fill_(value)
