"""Losses as modules."""

from collections.abc import Callable
from typing import Any, ClassVar

from ..._tensor import Tensor
from .. import functional
from .._losses import legacy_reduction
from ._forward import forward_of_pair
from .module import Module

__all__ = [
    'BCELoss',
    'BCEWithLogitsLoss',
    'CrossEntropyLoss',
    'HuberLoss',
    'KLDivLoss',
    'L1Loss',
    'MSELoss',
    'NLLLoss',
    'PoissonNLLLoss',
    'SmoothL1Loss',
]

_OFFERED_BY = 'torch.nn.modules'


def _described(shapes: str) -> str:
    """What `forward` takes and gives."""
    each = 'target' if 'classes' in shapes else 'element'
    result = f'a scalar, or with `none` one loss for each {each}.'
    return f'{shapes}: {result}' if shapes else result.capitalize()


class _Loss(Module):
    """A loss of a prediction and its target.

    A loss names its function of `torch.nn.functional`, and the attributes that go with it.

    Args:
        reduction: `mean` or `sum` over all elements, or `none`.
    """

    _attributes: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(
        cls, function: Callable[..., Tensor] | None = None, shapes: str = '', **kwargs: Any
    ) -> None:
        super().__init_subclass__(**kwargs)
        if function is not None:
            cls.forward = forward_of_pair(cls, function, (*cls._attributes, 'reduction'), _described(shapes))

    def __init__(
        self, size_average: bool | None = None, reduce: bool | None = None, reduction: str = 'mean'
    ) -> None:
        super().__init__()
        older = size_average is not None or reduce is not None
        self.reduction = legacy_reduction(size_average, reduce) if older else reduction


class _WeightedLoss(_Loss):
    """A loss with weights of the classes or elements; they move with the module but are not learned."""

    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = 'mean',
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.register_buffer('weight', weight)


class MSELoss(_Loss, function=functional.mse_loss):
    """The squared difference."""


class L1Loss(_Loss, function=functional.l1_loss):
    """The absolute difference."""


class HuberLoss(_Loss, function=functional.huber_loss):
    """Half the squared difference up to `delta`, then delta times (difference - delta / 2)."""

    _attributes = ('delta',)

    def __init__(self, reduction: str = 'mean', delta: float = 1.0) -> None:
        super().__init__(reduction=reduction)
        self.delta = delta


class SmoothL1Loss(_Loss, function=functional.smooth_l1_loss):
    """Half the squared difference over `beta` up to `beta`, then difference - beta / 2."""

    _attributes = ('beta',)

    def __init__(
        self,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = 'mean',
        beta: float = 1.0,
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.beta = beta


class CrossEntropyLoss(
    _WeightedLoss, function=functional.cross_entropy, shapes='Scores (n, classes, …), classes (n, …)'
):
    """Softmax of scores and the negative log-likelihood of classes (or class probabilities) in one."""

    _attributes = ('weight', 'ignore_index', 'label_smoothing')

    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        ignore_index: int = -100,
        reduce: bool | None = None,
        reduction: str = 'mean',
        label_smoothing: float = 0.0,
    ) -> None:
        super().__init__(weight, size_average, reduce, reduction)
        self.ignore_index = ignore_index
        self.label_smoothing = label_smoothing


class NLLLoss(
    _WeightedLoss, function=functional.nll_loss, shapes='Log-probabilities (n, classes, …), classes (n, …)'
):
    """The negative log-likelihood of classes, given log-probabilities."""

    _attributes = ('weight', 'ignore_index')

    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        ignore_index: int = -100,
        reduce: bool | None = None,
        reduction: str = 'mean',
    ) -> None:
        super().__init__(weight, size_average, reduce, reduction)
        self.ignore_index = ignore_index


class BCELoss(_WeightedLoss, function=functional.binary_cross_entropy):
    """The binary cross-entropy of probabilities."""

    _attributes = ('weight',)


class BCEWithLogitsLoss(_WeightedLoss, function=functional.binary_cross_entropy_with_logits):
    """The binary cross-entropy of scores, which a sigmoid makes probabilities."""

    _attributes = ('weight', 'pos_weight')

    def __init__(
        self,
        weight: Tensor | None = None,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = 'mean',
        pos_weight: Tensor | None = None,
    ) -> None:
        super().__init__(weight, size_average, reduce, reduction)
        self.register_buffer('pos_weight', pos_weight)


class KLDivLoss(_Loss, function=functional.kl_div):
    """The Kullback-Leibler divergence of log-probabilities from probabilities."""

    _attributes = ('log_target',)

    def __init__(
        self,
        size_average: bool | None = None,
        reduce: bool | None = None,
        reduction: str = 'mean',
        log_target: bool = False,
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.log_target = log_target


class PoissonNLLLoss(_Loss, function=functional.poisson_nll_loss):
    """The negative log-likelihood of counts whose Poisson rate is exp(input), or input itself."""

    _attributes = ('log_input', 'full', 'eps')

    def __init__(
        self,
        log_input: bool = True,
        full: bool = False,
        size_average: bool | None = None,
        eps: float = 1e-8,
        reduce: bool | None = None,
        reduction: str = 'mean',
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.log_input = log_input
        self.full = full
        self.eps = eps
