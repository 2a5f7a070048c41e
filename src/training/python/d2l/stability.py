"""Why a training diverged: descent on a quadratic loss needs a learning rate below 2/λmax of its Hessian.

See Goodfellow, Bengio, Courville, Deep Learning, section 4.3.1: along an eigenvector of the Hessian a step
multiplies the distance from the minimum by 1 - lr λ, whose size exceeds 1 when lr exceeds 2/λ.
"""

import json
import math
from typing import Any

import torch

from . import comparison, evaluation

__all__ = ['stability_json']

_MOST_PARAMETERS = 64
"""A Hessian of more is not computed."""

_MOST_WORK = 4096
"""Minibatches times parameters: bounds the time that the explanation takes."""


def stability_json(trainer: Any, model: Any) -> str:
    """The protocol's `Stability` of a fit that diverged as JSON, or `null`; never raises.

    It is given only for what can be checked: the Hessian of the mean loss over the training data is the same
    at two points, so the loss is quadratic in the weights; and the optimizer moves each weight by -lr times
    its gradient, whatever its gradient and place, so it is plain gradient descent.
    """
    try:
        if not _grew(model):
            return 'null'
        with evaluation.undisturbed(model):
            found = _stability(trainer, model)
    except Exception:  # without an explanation the divergence is told plainly
        return 'null'
    return json.dumps(found)


def _grew(model: Any) -> bool:
    """Whether a weight became infinite or NaN, or the training loss ended above its beginning."""
    for _, tensor in comparison.learned(model):
        if not all(math.isfinite(value) for value in comparison.values_of(tensor)):
            return True
    points = getattr(model.board, 'data', {}).get('train_loss', [])
    return len(points) > 1 and not points[-1].y <= points[0].y


def _stability(trainer: Any, model: Any) -> dict[str, float] | None:
    weights = [tensor for _, tensor in comparison.learned(model)]
    count = sum(tensor.numel() for tensor in weights)
    batches = evaluation.batches_of(trainer.train_dataloader)
    if not 0 < count <= _MOST_PARAMETERS or not 0 < len(batches) * count <= _MOST_WORK:
        return None
    if trainer.gradient_clip_val > 0:
        return None
    rate = _learning_rate(model, weights)
    if rate is None:
        return None
    model.eval()
    merged = evaluation.merged(model, weights, trainer, batches)
    largest = _constant_curvature(model, weights, merged)
    if largest is None:
        return None
    found = {'lambdaMax': largest, 'limit': 2 / largest, 'learningRate': rate}
    rows = len(batches[0][0])
    return {**found, 'summedRows': rows} if _is_sum(model, trainer.prepare_batch(batches[0])) else found


def _is_sum(model: Any, batch: evaluation.Batch) -> bool:
    """Whether the loss of a minibatch is the sum over its rows: the same rows twice double it."""
    with torch.no_grad():
        once, twice = (
            float(model.loss(model(*rows[:-1]), rows[-1]))
            for rows in (batch, tuple(torch.cat((part, part)) for part in batch))
        )
    return once > 0 and abs(twice - 2 * once) <= evaluation.ALIKE * once


def _learning_rate(model: Any, weights: list[Any]) -> float | None:
    """The rate of plain gradient descent, by what a new optimizer does; None when it does anything else.

    Three steps in turn, so that a memory of earlier gradients (momentum) shows; from different places (weight
    decay) with different gradients (a rate that adapts).
    """
    optimizer = model.configure_optimizers()
    rates: list[float] = []
    for place, gradient in ((0.0, 1.0), (0.0, -0.25), (1.0, 0.5)):
        evaluation.set_all(weights, [place] * len(weights))
        for tensor in weights:
            tensor.grad = torch.full_like(tensor.detach(), gradient)
        with torch.no_grad():
            optimizer.step()
        for tensor in weights:
            rates += [(place - moved) / gradient for moved in comparison.values_of(tensor)]
    rate = rates[0]
    alike = all(
        math.isfinite(other) and abs(other - rate) <= evaluation.ALIKE * abs(rate) + 1e-6 for other in rates
    )
    return rate if alike and rate > 0 else None


def _constant_curvature(model: Any, weights: list[Any], batches: list[evaluation.Batch]) -> float | None:
    """λmax of the Hessian where that is the same at two points, else None."""
    evaluation.spread(weights, 0.05, 0.1)
    first = _hessian(model, weights, batches)
    evaluation.spread(weights, 1.5, -0.7)
    second = _hessian(model, weights, batches)
    size = float(first.abs().max())
    if not math.isfinite(size) or size == 0 or float((first - second).abs().max()) > evaluation.ALIKE * size:
        return None
    largest = _largest_eigenvalue(first)
    return largest if largest > 0 else None


def _hessian(model: Any, weights: list[Any], batches: list[evaluation.Batch]) -> Any:
    """Of the mean loss, shape (count, count), float64."""
    with torch.enable_grad():
        slopes = torch.autograd.grad(evaluation.mean_loss(model, batches), weights, create_graph=True)
        slope = torch.cat([part.reshape(-1) for part in slopes])
        rows = []
        for position in range(slope.numel()):
            row = torch.autograd.grad(slope[position], weights, retain_graph=True, allow_unused=True)
            parts = zip(row, weights, strict=True)
            rows.append(
                torch.cat(
                    [
                        torch.zeros(w.numel()) if part is None else part.detach().reshape(-1)
                        for part, w in parts
                    ]
                )
            )
    return torch.stack(rows).to(torch.float64)


def _largest_eigenvalue(matrix: Any) -> float:
    """Of a symmetric matrix, by power iteration and its Rayleigh quotient."""
    count = matrix.shape[0]
    vector = torch.tensor([1 + 0.37 * math.sin(index + 1) for index in range(count)], dtype=torch.float64)
    value = 0.0
    for _ in range(1000):
        vector = vector / float((vector * vector).sum()) ** 0.5
        turned = torch.matmul(matrix, vector)
        before, value = value, float((vector * turned).sum())
        if abs(value - before) <= 1e-10 * abs(value):
            break
        vector = turned
    return value
