"""Connectionist temporal classification, as a module."""

from typing import Any

from ..._tensor import Tensor
from .. import _ctc
from .loss import _Loss

__all__ = ['CTCLoss']

_OFFERED_LATE_BY = 'torch.nn'


class CTCLoss(_Loss):
    """The loss of label sequences over all ways to align them with the steps (Graves et al., 2006)."""

    __module__ = 'torch.nn.modules.loss'

    def __init__(self, blank: int = 0, reduction: str = 'mean', zero_infinity: bool = False) -> None:
        super().__init__(reduction=reduction)
        self.blank = blank
        self.zero_infinity = zero_infinity

    def forward(self, log_probs: Tensor, targets: Tensor, input_lengths: Any, target_lengths: Any) -> Tensor:
        """Log-probabilities (steps, n, classes) and labels to a scalar, or with `none` to a loss for each."""
        options = (self.blank, self.reduction, self.zero_infinity)
        return _ctc.ctc_loss(log_probs, targets, input_lengths, target_lengths, *options)
