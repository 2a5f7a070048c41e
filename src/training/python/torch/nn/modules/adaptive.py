"""Softmax over very many classes, most of them rare."""

from collections import namedtuple
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from ... import _operations
from ..._tensor import Tensor
from .container import ModuleList, Sequential
from .linear import Linear
from .module import Module

__all__ = ['AdaptiveLogSoftmaxWithLoss']

_OFFERED_LATE_BY = 'torch.nn'

_ASMoutput = namedtuple('_ASMoutput', ['output', 'loss'])


class AdaptiveLogSoftmaxWithLoss(Module):
    """Log-probabilities of classes in clusters by frequency: rare ones share a place in the head.

    Args:
        in_features: size of the input.
        n_classes: how many there are, the most frequent first.
        cutoffs: where the clusters begin.
        div_value: how much smaller the layer of each cluster is than that of the one before.
        head_bias: whether the head has a bias.
        device: the CPU.
        dtype: of the weights.

    Raises:
        ValueError: when the cutoffs are none, not in order, or beyond the classes.
    """

    def __init__(
        self,
        in_features: int,
        n_classes: int,
        cutoffs: Sequence[int],
        div_value: float = 4.0,
        head_bias: bool = False,
        device: Any = None,
        dtype: Any = None,
    ) -> None:
        super().__init__()
        starts = list(cutoffs)
        if not starts:
            raise ValueError('cutoffs should be a sequence of length larger than 0')
        in_order = all(earlier < later for earlier, later in pairwise(starts))
        if not in_order or starts[0] <= 0 or starts[-1] > n_classes - 1 or any(int(c) != c for c in starts):
            raise ValueError(
                'cutoffs should be a sequence of unique, positive integers sorted in an increasing order, '
                'where each value is between 1 and n_classes-1'
            )
        made = {'device': device, 'dtype': dtype}
        self.in_features = in_features
        self.n_classes = n_classes
        self.cutoffs = [*starts, n_classes]
        self.div_value = div_value
        self.head_bias = head_bias
        self.shortlist_size = starts[0]
        self.n_clusters = len(starts)
        self.head_size = self.shortlist_size + self.n_clusters
        self.head = Linear(in_features, self.head_size, bias=head_bias, **made)
        self.tail = ModuleList()
        for i in range(self.n_clusters):
            hidden = int(in_features // (div_value ** (i + 1)))
            size = self.cutoffs[i + 1] - self.cutoffs[i]
            first = Linear(in_features, hidden, bias=False, **made)
            self.tail.append(Sequential(first, Linear(hidden, size, bias=False, **made)))

    def reset_parameters(self) -> None:
        """Draws the weights anew."""
        layers: Any = [self.head, *(layer for cluster in self.tail for layer in cluster)]
        for layer in layers:
            layer.reset_parameters()

    def forward(self, input_: Tensor, target_: Tensor) -> Any:
        """Log-probabilities (N) of the targets (N) for inputs (N, in_features), and minus their mean.

        Raises:
            RuntimeError: when shapes do not agree, or a target is no class.
        """
        _require_shapes(input_, target_)
        single = target_.dim() == 0
        inputs = input_.unsqueeze(0) if single else input_
        target = target_.unsqueeze(0) if single else target_
        if not ((target >= 0) & (target < self.n_classes)).all():
            raise RuntimeError(
                f'Target values should be in [0, {self.n_classes - 1}], but values in range '
                f'[{target.min().item()}, {target.max().item()}] were found. '
            )
        output = self.log_prob(inputs).gather(1, target.unsqueeze(1)).squeeze(1)
        loss = (-output).mean()
        return _ASMoutput(output.squeeze(0) if single else output, loss)

    def log_prob(self, input: Tensor) -> Any:
        """Log-probabilities (N, n_classes) of all classes."""
        head = _operations.log_softmax(self.head(input), 1)
        parts = [head[:, : self.shortlist_size]]
        for i, cluster in enumerate(self.tail):
            place = self.shortlist_size + i
            parts.append(_operations.log_softmax(cluster(input), 1) + head[:, place : place + 1])
        return _operations.cat(parts, 1)

    def predict(self, input: Tensor) -> Any:
        """The most probable class (N) of each input."""
        return self.log_prob(input).argmax(1)


def _require_shapes(inputs: Tensor, target: Tensor) -> None:
    if target.dim() > 1:
        raise RuntimeError('0D or 1D target tensor expected, multi-target not supported')
    if target.dim() == 1 and inputs.shape[0] != target.shape[0]:
        raise RuntimeError('Input and target should have the same size in the batch dimension.')
    expected = target.dim() + 1
    if inputs.dim() != expected:
        raise RuntimeError(
            f'{target.dim()}D target tensor expects {expected}D input tensors, but found inputs with size',
            inputs.size(),
        )
