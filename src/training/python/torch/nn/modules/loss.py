"""Losses as modules."""

from typing import Any

from .. import functional
from .module import Module


class _Loss(Module):
    """A loss of a prediction and its target.

    Args:
        reduction: `mean` or `sum` over all elements, or `none`.
    """

    __module__ = 'torch.nn.modules.loss'

    def __init__(self, size_average: Any = None, reduce: Any = None, reduction: str = 'mean') -> None:
        super().__init__()
        if reduce is False:
            reduction = 'none'
        elif size_average is not None:
            reduction = 'mean' if size_average else 'sum'
        self.reduction = reduction


class MSELoss(_Loss):
    """The squared difference."""

    __module__ = 'torch.nn.modules.loss'

    def forward(self, input: Any, target: Any) -> Any:
        """A scalar, or with `none` one loss for each element."""
        return functional.mse_loss(input, target, reduction=self.reduction)


class L1Loss(_Loss):
    """The absolute difference."""

    __module__ = 'torch.nn.modules.loss'

    def forward(self, input: Any, target: Any) -> Any:
        """A scalar, or with `none` one loss for each element."""
        return functional.l1_loss(input, target, reduction=self.reduction)


class HuberLoss(_Loss):
    """Half the squared difference up to `delta`, then delta times (difference - delta / 2)."""

    __module__ = 'torch.nn.modules.loss'

    def __init__(self, reduction: str = 'mean', delta: float = 1.0) -> None:
        super().__init__(reduction=reduction)
        self.delta = delta

    def forward(self, input: Any, target: Any) -> Any:
        """A scalar, or with `none` one loss for each element."""
        return functional.huber_loss(input, target, reduction=self.reduction, delta=self.delta)


class SmoothL1Loss(_Loss):
    """Half the squared difference over `beta` up to `beta`, then difference - beta / 2."""

    __module__ = 'torch.nn.modules.loss'

    def __init__(
        self, size_average: Any = None, reduce: Any = None, reduction: str = 'mean', beta: float = 1.0
    ) -> None:
        super().__init__(size_average, reduce, reduction)
        self.beta = beta

    def forward(self, input: Any, target: Any) -> Any:
        """A scalar, or with `none` one loss for each element."""
        return functional.smooth_l1_loss(input, target, reduction=self.reduction, beta=self.beta)
