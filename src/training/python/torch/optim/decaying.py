"""What optimizers that remember something of each parameter share: checks, decay, averages, first state.

Each of them spells out its arguments and its defaults, alike as they are: names, order and values are
PyTorch's own, and a state dict shows them.
"""

from typing import Any

from .._tensor import Tensor
from .optimizer import Optimizer, non_negative

__all__ = [
    'DecayingOptimizer',
    'MomentOptimizer',
    'average',
    'average_square',
    'check_adam',
    'check_non_negative',
]

_SAID_OTHERWISE = {'lr': 'learning rate', 'eps': 'epsilon value'}


def check_non_negative(**options: float | Tensor) -> None:
    """Checks options in the given order. Raises ValueError in PyTorch's words."""
    for name, value in options.items():
        non_negative(_SAID_OTHERWISE.get(name, f'{name} value'), value)


def check_adam(lr: float | Tensor, betas: tuple[float, float], eps: float, weight_decay: float) -> None:
    """Checks the options of Adam and its relatives.

    Raises:
        ValueError: for one that is out of its range.
    """
    check_non_negative(lr=lr, eps=eps)
    for position, beta in enumerate(betas):
        if not 0.0 <= beta < 1.0:
            raise ValueError(f'Invalid beta parameter at index {position}: {beta}')
    check_non_negative(weight_decay=weight_decay)


def average(kept: Tensor, new: Tensor, share: float) -> None:
    """kept = share kept + (1 - share) new, in place."""
    kept.add_(new - kept, alpha=1 - share)


def average_square(kept: Tensor, new: Tensor, share: float) -> None:
    """kept = share kept + (1 - share) new², in place."""
    kept.mul_(share).add_(new * new, alpha=1 - share)


class DecayingOptimizer(Optimizer):
    """Counts the steps of each parameter, begins with zeros, and turns the gradient before a move."""

    def _kept(self, group: dict[str, Any]) -> tuple[str, ...]:
        """Names of what is kept beside the number of steps; each begins as zeros of the parameter's shape."""
        raise NotImplementedError

    def _move(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        """The step itself; `state['step']` counts it already."""
        raise NotImplementedError

    def _begin(self, parameter: Tensor, group: dict[str, Any], state: dict[str, Any]) -> None:
        state['step'] = 0
        for name in self._kept(group):
            state[name] = parameter.detach() * 0

    def _update(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        if not state:
            self._begin(parameter, group, state)
        state['step'] += 1
        self._move(parameter, _directed(parameter, gradient, group), group, state)


class MomentOptimizer(DecayingOptimizer):
    """Keeps the averages of the gradient and of its square, as Adam does."""

    def _kept(self, group: dict[str, Any]) -> tuple[str, ...]:
        return ('exp_avg', 'exp_avg_sq')

    def _averaged(self, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]) -> tuple[Any, Any]:
        """Both averages, with `gradient` taken in."""
        first, second = group['betas']
        mean, square = state['exp_avg'], state['exp_avg_sq']
        average(mean, gradient, first)
        average_square(square, gradient, second)
        return mean, square


def _directed(parameter: Tensor, gradient: Tensor, group: dict[str, Any]) -> Any:
    """The gradient in the wanted direction; weight decay is added to it or, decoupled, done at once."""
    if group['maximize']:
        gradient = -gradient
    decay = group.get('weight_decay', 0)
    if decay == 0:
        return gradient
    if group.get('decoupled_weight_decay'):
        parameter.mul_(1 - group['lr'] * decay)
        return gradient
    return gradient.add(parameter, alpha=decay)
