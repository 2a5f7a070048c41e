"""Relatives of Adam: Adamax, NAdam, RAdam."""

import math
from typing import Any

from .._tensor import Tensor
from .decaying import DecayingOptimizer, MomentOptimizer, average, check_adam, check_non_negative
from .optimizer import ParamsT, options_of

__all__ = ['Adamax', 'NAdam', 'RAdam']

_OFFERED_LATE_BY = 'torch.optim'


class Adamax(DecayingOptimizer):
    """p -= lr m / u: u is the largest |g| so far, which fades exponentially (Kingma and Ba, 2014)."""

    __module__ = 'torch.optim.adamax'

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 2e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0,
        foreach: bool | None = None,
        *,
        maximize: bool = False,
        differentiable: bool = False,
        capturable: bool = False,
    ) -> None:
        check_adam(lr, betas, eps, weight_decay)
        order = 'lr betas eps weight_decay foreach maximize differentiable capturable'
        super().__init__(params, options_of(locals(), order))

    def _kept(self, group: dict[str, Any]) -> tuple[str, ...]:
        return ('exp_avg', 'exp_inf')

    def _move(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        first, second = group['betas']
        mean, largest = state['exp_avg'], state['exp_inf']
        average(mean, gradient, first)
        largest.copy_((largest * second).maximum(gradient.abs() + group['eps']))
        parameter.add_(mean / largest, alpha=-group['lr'] / (1 - first ** state['step']))


class NAdam(MomentOptimizer):
    """Adam with Nesterov's momentum (Dozat, 2016)."""

    __module__ = 'torch.optim.nadam'

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 2e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0,
        momentum_decay: float = 4e-3,
        decoupled_weight_decay: bool = False,
        *,
        foreach: bool | None = None,
        maximize: bool = False,
        capturable: bool = False,
        differentiable: bool = False,
    ) -> None:
        check_adam(lr, betas, eps, weight_decay)
        check_non_negative(momentum_decay=momentum_decay)
        order = (
            'lr betas eps weight_decay momentum_decay decoupled_weight_decay maximize foreach '
            'capturable differentiable'
        )
        super().__init__(params, options_of(locals(), order))

    def _move(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        (first, second), step, rate = group['betas'], state['step'], group['lr']
        momentum, ahead = (
            first * (1.0 - 0.5 * 0.96 ** (at * group['momentum_decay'])) for at in (step, step + 1)
        )
        product = state['mu_product'] = state.get('mu_product', 1.0) * momentum
        mean, square = self._averaged(gradient, group, state)
        spread = (square / (1 - second**step)).sqrt() + group['eps']
        parameter.add_(gradient / spread, alpha=-rate * (1 - momentum) / (1 - product))
        parameter.add_(mean / spread, alpha=-rate * ahead / (1 - product * ahead))


class RAdam(MomentOptimizer):
    """Adam that adapts steps only once the variance of the adaptation is known (Liu et al., 2019)."""

    __module__ = 'torch.optim.radam'

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0,
        decoupled_weight_decay: bool = False,
        *,
        foreach: bool | None = None,
        maximize: bool = False,
        capturable: bool = False,
        differentiable: bool = False,
    ) -> None:
        check_adam(lr, betas, eps, weight_decay)
        order = 'lr betas eps weight_decay maximize foreach capturable decoupled_weight_decay differentiable'
        super().__init__(params, options_of(locals(), order))

    def _move(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        (first, second), step = group['betas'], state['step']
        mean, square = self._averaged(gradient, group, state)
        rest = 1 - second**step
        longest = 2 / (1 - second) - 1
        length = longest - 2 * step * second**step / rest
        move = mean / (1 - first**step)
        if length > 5.0:
            rectified = math.sqrt(
                (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)
            )
            move = move * (math.sqrt(rest) / (square.sqrt() + group['eps'])) * rectified
        parameter.add_(move, alpha=-group['lr'])
