"""Embedded bags of words, and a rectifier with a random slope."""

import warnings
from itertools import pairwise
from typing import Any

from .. import _operations
from .._dtypes import float64, int64
from .._functional import unique
from .._grad_mode import no_grad
from .._tensor import Tensor
from . import functional

__all__ = ['embedding_bag', 'rrelu']

_OFFERED_LATE_BY = 'torch.nn.functional'

_MODES = ('sum', 'mean', 'max')


def _bags_of(input: Any, offsets: Any, with_end: bool) -> tuple[Any, int]:
    """To which bag each word belongs, and how many bags there are."""
    if input.dim() == 2:
        if offsets is not None:
            raise ValueError(
                'if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed '
                f'length sequences. However, found offsets of type {type(offsets)}'
            )
        count, width = input.shape
        return _operations.arange(count).repeat_interleave(width), count
    if input.dim() != 1:
        raise ValueError(f'input has to be 1D or 2D Tensor, but got Tensor of dimension {input.dim()}')
    if offsets is None:
        raise ValueError('offsets has to be a 1D Tensor but got None')
    if offsets.dim() != 1:
        raise ValueError('offsets has to be a 1D Tensor')
    starts = offsets.tolist()
    if starts and starts[0] != 0:
        raise RuntimeError(
            'offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position '
            f'0. However, got {starts[0]}'
        )
    if starts and starts[-1] > input.shape[0]:
        raise RuntimeError(
            f"offsets[-1] can not be greater than input's length ({input.shape[0]}) but got offsets[-1] of "
            f'{starts[-1]}'
        )
    ends = starts if with_end else [*starts, input.shape[0]]
    sizes = [end - start for start, end in pairwise(ends)]
    bags = [bag for bag, size in enumerate(sizes) for _ in range(size)]
    return _operations.empty(0, dtype=int64) if not bags else input.new_tensor(bags), len(sizes)


def embedded(
    input: Tensor,
    weight: Any,
    padding_idx: int | None,
    max_norm: float | None,
    norm_type: float,
    scale_grad_by_freq: bool,
) -> Tensor:
    """As `embedding`; vectors are shortened first, and gradients divided by how often a word is named."""
    words: Any = input
    if max_norm is not None:
        with no_grad():
            chosen = unique(words)
            vectors = weight[chosen]
            norms = vectors.norm(norm_type, dim=1, keepdim=True)
            weight[chosen] = vectors * _operations.where(norms > max_norm, max_norm / (norms + 1e-7), 1.0)
    rows: Any = functional.embedding(words, weight, padding_idx)
    if not scale_grad_by_freq:
        return rows
    share = (1.0 / words.reshape(-1).bincount()[words]).unsqueeze(-1).to(rows.dtype)
    return rows * share + rows.detach() * (1 - share)


def embedding_bag(
    input: Tensor,
    weight: Tensor,
    offsets: Tensor | None = None,
    max_norm: float | None = None,
    norm_type: float = 2,
    scale_grad_by_freq: bool = False,
    mode: str = 'mean',
    sparse: bool = False,
    per_sample_weights: Tensor | None = None,
    include_last_offset: bool = False,
    padding_idx: int | None = None,
) -> Tensor:
    """The rows of `weight` that each bag of words names, in one: (bags, width).

    Args:
        input: words (bags, length), or all in one row with `offsets`.
        weight: a row for each word.
        offsets: where each bag begins in one row.
        max_norm: rows that are longer are shortened first.
        norm_type: p of that norm.
        scale_grad_by_freq: whether gradients are divided by how often a word is named.
        mode: `sum`, `mean` or `max`.
        sparse: whether the gradient is to be sparse; it is dense here.
        per_sample_weights: by which rows are multiplied, for `sum`.
        include_last_offset: whether the last offset is where the last bag ends.
        padding_idx: a word that does not count.

    Raises:
        ValueError: for arguments that do not go together.
        NotImplementedError: for weights in another mode than `sum`.
    """
    words: Any = input
    if str(weight.dtype) == 'torch.int64' and words.is_floating_point():
        warnings.warn(
            'Argument order of nn.functional.embedding_bag was changed. Usage `embedding_bag(weight, input, '
            '...)` is deprecated, and should now be `embedding_bag(input, weight, ...)`.',
            stacklevel=2,
        )
        weight, words = words, weight
    factors: Any = per_sample_weights
    if factors is not None and words.size() != factors.size():
        raise ValueError(
            f'embedding_bag: If per_sample_weights ({factors.shape}) is not None, then it must have the same '
            f'shape as the input ({words.shape})'
        )
    if weight.dim() != 2:
        raise ValueError(f'weight has to be a 2D Tensor, but got Tensor of dimension {weight.dim()}')
    bags, count = _bags_of(words, offsets, include_last_offset)
    _check_mode(mode, scale_grad_by_freq, sparse, factors)
    flat = words.reshape(-1)
    rows: Any = embedded(flat, weight, None, max_norm, norm_type, scale_grad_by_freq)
    if factors is not None:
        rows = rows * factors.reshape(-1, 1)
    if padding_idx is not None:
        pad = padding_idx % weight.shape[0]
        kept = (flat != pad).nonzero().reshape(-1)
        rows, bags = rows[kept], bags[kept]
    empty = rows.new_zeros((count, weight.shape[1]))
    if mode == 'max':
        places = bags.reshape(-1, 1).expand(-1, weight.shape[1])
        return empty.scatter_reduce(0, places, rows, 'amax', include_self=False)
    sums = empty.index_add(0, bags, rows)
    if mode == 'sum':
        return sums
    sizes = rows.new_zeros(count).index_add(0, bags, rows.new_ones(bags.shape[0]))
    return sums / sizes.clamp(min=1).unsqueeze(1)


def _check_mode(mode: str, scaled: bool, sparse: bool, factors: Any) -> None:
    if mode not in _MODES:
        raise ValueError('mode has to be one of sum, mean or max')
    if mode == 'max' and scaled:
        raise ValueError('max mode does not support scaling the gradient by the frequency')
    if mode == 'max' and sparse:
        raise ValueError('max mode does not support sparse weights')
    if factors is not None and mode != 'sum':
        raise NotImplementedError(
            'embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for '
            f"mode='sum' (got mode='{mode}'). Please open a feature request on GitHub."
        )


def rrelu(
    input: Tensor,
    lower: float = 1.0 / 8,
    upper: float = 1.0 / 3,
    training: bool = False,
    inplace: bool = False,
) -> Tensor:
    """x above 0, x times a slope below: drawn from `lower` to `upper` while training, else their mean."""
    given: Any = input
    if not training:
        return functional.leaky_relu(given, (lower + upper) / 2, inplace)
    slopes = given.new_ones(given.shape)
    below = given.detach() <= 0
    drawn = _operations.empty(int(below.sum()), dtype=float64).uniform_(lower, upper)
    slopes[below] = drawn.to(given.dtype)
    made = given * slopes
    return given.copy_(made) if inplace else made
