"""Losses that ask for a margin, and losses of pairs and distributions."""

from collections.abc import Callable
from typing import Any

from ..._tensor import Tensor
from .. import functional
from .loss import _Loss, _WeightedLoss
from .module import Module

__all__ = [
    'CosineEmbeddingLoss',
    'GaussianNLLLoss',
    'HingeEmbeddingLoss',
    'MarginRankingLoss',
    'MultiLabelMarginLoss',
    'MultiLabelSoftMarginLoss',
    'MultiMarginLoss',
    'SoftMarginLoss',
    'TripletMarginLoss',
    'TripletMarginWithDistanceLoss',
]

_OFFERED_BY = 'torch.nn.modules'


class _MarginLoss(_Loss):
    """A loss that grows only beyond a margin."""

    def __init__(
        self,
        margin: float = 0.0,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = 'mean',
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.margin = margin


class MarginRankingLoss(_MarginLoss):
    """max(0, margin - target (input1 - input2)): the target 1 wants the first larger, -1 the second."""

    __module__ = 'torch.nn.modules.loss'

    def forward(self, input1: Tensor, input2: Tensor, target: Tensor) -> Tensor:
        """A scalar, or with `none` one loss for each element."""
        return functional.margin_ranking_loss(
            input1, input2, target, margin=self.margin, reduction=self.reduction
        )


class HingeEmbeddingLoss(_MarginLoss, function=functional.hinge_embedding_loss):
    """x where the target is 1, max(0, margin - x) where it is -1."""

    __module__ = 'torch.nn.modules.loss'
    _attributes = ('margin',)

    def __init__(
        self,
        margin: float = 1.0,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = 'mean',
    ) -> None:
        super().__init__(margin, size_average, reduce, reduction)


class CosineEmbeddingLoss(_MarginLoss):
    """1 - cos(input1, input2) where the target is 1, max(0, cos - margin) where it is -1."""

    __module__ = 'torch.nn.modules.loss'

    def forward(self, input1: Tensor, input2: Tensor, target: Tensor) -> Tensor:
        """A scalar, or with `none` one loss for each pair."""
        return functional.cosine_embedding_loss(
            input1, input2, target, margin=self.margin, reduction=self.reduction
        )


class SoftMarginLoss(_Loss, function=functional.soft_margin_loss):
    """log(1 + exp(-target x)) for targets 1 and -1."""

    __module__ = 'torch.nn.modules.loss'


class MultiMarginLoss(
    _WeightedLoss, function=functional.multi_margin_loss, shapes='Scores (n, classes), classes (n)'
):
    """The mean over the other classes of max(0, margin - x[target] + x[class])^p.

    Raises:
        ValueError: when `p` is neither 1 nor 2, or the weights are no vector.
    """

    __module__ = 'torch.nn.modules.loss'
    _attributes = ('p', 'margin', 'weight')

    def __init__(
        self,
        p: int = 1,
        margin: float = 1.0,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = 'mean',
    ) -> None:
        super().__init__(weight, size_average, reduce, reduction)
        if p not in (1, 2):
            raise ValueError('only p == 1 and p == 2 supported')
        if weight is not None and weight.dim() != 1:
            raise ValueError(
                f'MultiMarginLoss: expected weight to be None or 1D tensor, got {weight.dim()}D instead'
            )
        self.p = p
        self.margin = margin


class MultiLabelMarginLoss(
    _Loss, function=functional.multilabel_margin_loss, shapes='Scores and classes (n, classes)'
):
    """For each right class and each wrong one max(0, 1 - (x[right] - x[wrong])), over the number of classes.

    The target lists the right classes, up to the first -1.
    """

    __module__ = 'torch.nn.modules.loss'


class MultiLabelSoftMarginLoss(
    _WeightedLoss, function=functional.multilabel_soft_margin_loss, shapes='Scores and classes (n, classes)'
):
    """The binary cross-entropy of the scores of several classes, averaged over the classes."""

    __module__ = 'torch.nn.modules.loss'
    _attributes = ('weight',)


class TripletMarginLoss(_Loss):
    """max(0, distance to the positive - distance to the negative + margin).

    Raises:
        ValueError: unless `margin` is positive.
    """

    __module__ = 'torch.nn.modules.loss'

    def __init__(
        self,
        margin: float = 1.0,
        p: float = 2.0,
        eps: float = 1e-06,
        swap: bool = False,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = 'mean',
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        if margin <= 0:
            raise ValueError(f'TripletMarginLoss: expected margin to be greater than 0, got {margin} instead')
        self.margin = margin
        self.p = p
        self.eps = eps
        self.swap = swap

    def forward(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor:
        """A scalar, or with `none` one loss for each triplet."""
        return functional.triplet_margin_loss(
            anchor,
            positive,
            negative,
            margin=self.margin,
            p=self.p,
            eps=self.eps,
            swap=self.swap,
            reduction=self.reduction,
        )


class TripletMarginWithDistanceLoss(Module):
    """A TripletMarginLoss with a distance of one's own."""

    __module__ = 'torch.nn.modules.loss'

    def __init__(
        self,
        *,
        distance_function: Callable[[Any, Any], Any] | None = None,
        margin: float = 1.0,
        swap: bool = False,
        reduction: str = 'mean',
    ) -> None:
        super().__init__()
        self.distance_function: Any = distance_function or functional.pairwise_distance
        self.margin = margin
        self.swap = swap
        self.reduction = reduction

    def forward(self, anchor: Tensor, positive: Tensor, negative: Tensor) -> Tensor:
        """A scalar, or with `none` one loss for each triplet."""
        return functional.triplet_margin_with_distance_loss(
            anchor,
            positive,
            negative,
            distance_function=self.distance_function,
            margin=self.margin,
            swap=self.swap,
            reduction=self.reduction,
        )


class GaussianNLLLoss(Module):
    """The negative log-likelihood of targets that are normal with a mean and a variance."""

    __module__ = 'torch.nn.modules.loss'

    def __init__(self, *, full: bool = False, eps: float = 1e-06, reduction: str = 'mean') -> None:
        super().__init__()
        self.full = full
        self.eps = eps
        self.reduction = reduction

    def forward(self, input: Tensor, target: Tensor, var: Tensor | float) -> Tensor:
        """A scalar, or with `none` one loss for each element."""
        return functional.gaussian_nll_loss(
            input, target, var, full=self.full, eps=self.eps, reduction=self.reduction
        )
