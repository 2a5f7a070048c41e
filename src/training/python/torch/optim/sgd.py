"""Stochastic gradient descent."""

from typing import Any

import _engine

from .._handle import raise_error
from .._tensor import Tensor
from .optimizer import Optimizer, ParamsT, non_negative, options_of

__all__ = ['SGD']

_OFFERED_BY = 'torch.optim'


class SGD(Optimizer):
    """p -= lr * g, with momentum, Nesterov's momentum and weight decay where asked for.

    Args:
        lr: the learning rate.
        momentum: m of v = m v + (1 - dampening) g; the step is along v.
        weight_decay: times p is added to g.
        nesterov: the step is along g + m v.
        maximize: goes uphill.

    Raises:
        ValueError: for a negative option, or for Nesterov's momentum without momentum or with dampening.
    """

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 1e-3,
        momentum: float = 0,
        dampening: float = 0,
        weight_decay: float = 0,
        nesterov: bool = False,
        *,
        maximize: bool = False,
        foreach: bool | None = None,
        differentiable: bool = False,
        fused: bool | None = None,
    ) -> None:
        non_negative('learning rate', lr)
        non_negative('momentum value', momentum)
        non_negative('weight_decay value', weight_decay)
        if nesterov and (momentum <= 0 or dampening != 0):
            raise ValueError('Nesterov momentum requires a momentum and zero dampening')
        order = 'lr momentum dampening weight_decay nesterov maximize foreach differentiable fused'
        super().__init__(params, options_of(locals(), order))

    def _update(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        rate = group['lr']
        if group['maximize']:
            gradient = -gradient
        if group['weight_decay'] != 0:
            gradient = gradient.add(parameter, alpha=group['weight_decay'])
        if group['momentum'] != 0:
            gradient = self._accelerated(gradient, group, state)
        _add_times(parameter, gradient, -float(rate))

    def _accelerated(self, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]) -> Any:
        momentum = group['momentum']
        velocity = state.get('momentum_buffer')
        if velocity is None:
            velocity = state['momentum_buffer'] = gradient.clone().detach()
        else:
            velocity.mul_(float(momentum))
            _add_times(velocity, gradient, 1.0 - group['dampening'])
        return gradient.add(velocity, alpha=momentum) if group['nesterov'] else velocity


def _add_times(target: Tensor, other: Tensor, factor: float) -> None:
    """target += factor * other, without matching the arguments of a call."""
    if _engine.add__Tensor(target._h, other._h, factor, 2) < 0:
        raise_error()
