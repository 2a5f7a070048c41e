"""Connectionist temporal classification: the loss of label sequences over all alignments."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations, _operations_nn
from .._dtypes import int64
from .._handle import Handle
from .._tensor import Tensor

__all__ = ['ctc_loss']

_OFFERED_LATE_BY = 'torch.nn.functional'

_NONE = -1e30
"""The logarithm of a probability of 0, with which one can go on computing."""


def _numbers(values: Any) -> list[int]:
    given: Any = values
    found = given.reshape(-1).tolist() if isinstance(values, Handle) else list(given)
    return [int(each) for each in found]


def _rows_of(targets: Any, lengths: list[int]) -> list[list[int]]:
    """The labels of each example: of a padded matrix, or of one row with all."""
    if targets.dim() == 2:
        return [row[:length] for row, length in zip(targets.tolist(), lengths, strict=True)]
    flat, rows, start = targets.tolist(), [], 0
    for length in lengths:
        rows.append(flat[start : start + length])
        start += length
    return rows


def _check(log_probs: Any, inputs: list[int], lengths: list[int], blank: int) -> None:
    steps, count, classes = log_probs.shape
    if not log_probs.is_floating_point():
        raise RuntimeError('log_probs tensor must be of floating point type')
    if not 0 <= blank < classes:
        raise RuntimeError('blank must be in label range')
    if len(inputs) != count:
        raise RuntimeError('input_lengths must be of size batch_size')
    if len(lengths) != count:
        raise RuntimeError('target_lengths must be of size batch_size')
    for place, length in enumerate(inputs):
        if length > steps:
            raise RuntimeError(
                f'Expected input_lengths to have value at most {steps}, but got value {length} '
                f'(while checking arguments for ctc_loss_cpu; batch {place})'
            )


def _shifted(alpha: Any, by: int) -> Any:
    return _operations_nn.pad(alpha[:, :-by], (by, 0), value=_NONE)


def _alignments(own: Any, states: Any, blank: int) -> list[Any]:
    """Log-probabilities of all ways to each state (n, states), after each step; `own` (steps, n, states)."""
    begins = _operations.arange(states.shape[1]) < 2
    alpha = _operations.where(begins, own[0], own.new_full((), _NONE))
    leaps = _operations_nn.pad((states[:, 2:] != blank) & (states[:, 2:] != states[:, :-2]), (2, 0))
    found = [alpha]
    for step in range(1, own.shape[0]):
        ways = [alpha]
        if states.shape[1] > 1:
            ways.append(_shifted(alpha, 1))
        if states.shape[1] > 2:
            ways.append(_operations.where(leaps, _shifted(alpha, 2), own.new_full((), _NONE)))
        alpha = _operations.logsumexp(_operations.stack(ways), 0) + own[step]
        found.append(alpha)
    return found


def _losses(log_probs: Any, rows: list[list[int]], inputs: list[int], blank: int) -> Any:
    """The negative log-likelihood of each example."""
    steps = log_probs.shape[0]
    longest = max(map(len, rows), default=0)
    padded = [[blank, *(part for label in row for part in (label, blank))] for row in rows]
    full = [row + [blank] * (2 * longest + 1 - len(row)) for row in padded]
    states = _operations.stack([log_probs.new_tensor(row, dtype=int64) for row in full])
    own = log_probs.gather(2, states.unsqueeze(0).expand(steps, -1, -1))
    alphas = _operations.stack(_alignments(own, states, blank))
    losses = []
    for place, (row, length) in enumerate(zip(rows, inputs, strict=True)):
        last = 2 * len(row)
        ends = alphas[length - 1, place, max(last - 1, 0) : last + 1]
        losses.append(-_operations.logsumexp(ends, 0))
    return _operations.stack(losses)


def _as_if_normalised(log_probs: Any, inputs: list[int]) -> Any:
    """Zeros (n), with the gradient that PyTorch's loss has besides: it takes exp(log_probs) to sum to 1."""
    total = [log_probs[:length, place].exp().sum() for place, length in enumerate(inputs)]
    sums = _operations.stack(total)
    return sums - sums.detach()


def ctc_loss(
    log_probs: Tensor,
    targets: Tensor,
    input_lengths: Tensor | Sequence[int],
    target_lengths: Tensor | Sequence[int],
    blank: int = 0,
    reduction: str = 'mean',
    zero_infinity: bool = False,
) -> Tensor:
    """The negative log-likelihood of label sequences, over all ways to align them with the steps.

    Args:
        log_probs: (steps, n, classes), or (steps, classes) for one example.
        targets: labels (n, longest), padded, or of all examples in one row.
        input_lengths: how many steps each example has.
        target_lengths: how many labels.
        blank: the class that stands for no label.
        reduction: `mean` of the losses over their numbers of labels, `sum` or `none`.
        zero_infinity: whether a loss that is infinite counts as 0.

    Raises:
        RuntimeError: when lengths or classes do not fit.
        ValueError: for another reduction.
    """
    given: Any = log_probs
    single = given.dim() == 2
    probabilities = given.unsqueeze(1) if single else given
    inputs, lengths = _numbers(input_lengths), _numbers(target_lengths)
    _check(probabilities, inputs, lengths, blank)
    rows = _rows_of(targets.reshape(1, -1) if single else targets, lengths)
    losses = _losses(probabilities, rows, inputs, blank)
    impossible = losses.detach() > -_NONE / 2
    infinite = losses.new_full((), 0.0 if zero_infinity else math.inf)
    losses = losses + _as_if_normalised(probabilities, inputs)
    losses = _operations.where(impossible, infinite, losses)
    if reduction == 'none':
        return losses[0] if single else losses
    if reduction == 'sum':
        return losses.sum()
    if reduction != 'mean':
        raise ValueError(f'{reduction} is not a valid value for reduction')
    return (losses / losses.new_tensor([max(length, 1) for length in lengths])).mean()
