"""Optimizers with steps of their own making: ASGD averages parameters, Rprop goes by signs."""

from typing import Any

from .._operations import where
from .._tensor import Tensor
from .decaying import DecayingOptimizer, check_non_negative
from .optimizer import ParamsT, options_of

__all__ = ['ASGD', 'Rprop']

_OFFERED_LATE_BY = 'torch.optim'


class ASGD(DecayingOptimizer):
    """Gradient descent that keeps the mean of the parameters on its way (Polyak and Juditsky, 1992)."""

    __module__ = 'torch.optim.asgd'

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 1e-2,
        lambd: float = 1e-4,
        alpha: float = 0.75,
        t0: float = 1e6,
        weight_decay: float = 0,
        foreach: bool | None = None,
        maximize: bool = False,
        differentiable: bool = False,
        capturable: bool = False,
    ) -> None:
        check_non_negative(lr=lr, weight_decay=weight_decay)
        order = 'lr lambd alpha t0 weight_decay foreach maximize differentiable capturable'
        super().__init__(params, options_of(locals(), order))

    def _kept(self, group: dict[str, Any]) -> tuple[str, ...]:
        return ('ax',)

    def _begin(self, parameter: Tensor, group: dict[str, Any], state: dict[str, Any]) -> None:
        super()._begin(parameter, group, state)
        state.update(eta=float(group['lr']), mu=1.0, ax=state.pop('ax'))

    def _move(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        parameter.mul_(1 - group['lambd'] * state['eta']).add_(gradient, alpha=-state['eta'])
        mean = state['ax']
        if state['mu'] == 1:
            mean.copy_(parameter)
        else:
            mean.add_(parameter - mean, alpha=state['mu'])
        rate, step = group['lr'], state['step']
        state['eta'] = rate / (1 + group['lambd'] * rate * step) ** group['alpha']
        state['mu'] = 1 / max(1, step - group['t0'])


class Rprop(DecayingOptimizer):
    """Steps by the sign of the gradient; they grow while it stays and shrink when it turns
    (Riedmiller and Braun, 1993).

    Raises:
        ValueError: unless 0 < etas[0] < 1 < etas[1].
    """

    __module__ = 'torch.optim.rprop'

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 1e-2,
        etas: tuple[float, float] = (0.5, 1.2),
        step_sizes: tuple[float, float] = (1e-6, 50),
        *,
        capturable: bool = False,
        foreach: bool | None = None,
        maximize: bool = False,
        differentiable: bool = False,
    ) -> None:
        check_non_negative(lr=lr)
        if not 0.0 < etas[0] < 1.0 < etas[1]:
            raise ValueError(f'Invalid eta values: {etas[0]}, {etas[1]}')
        order = 'lr etas step_sizes foreach maximize differentiable capturable'
        super().__init__(params, options_of(locals(), order))

    def _kept(self, group: dict[str, Any]) -> tuple[str, ...]:
        return ('prev', 'step_size')

    def _begin(self, parameter: Tensor, group: dict[str, Any], state: dict[str, Any]) -> None:
        super()._begin(parameter, group, state)
        state['step_size'].fill_(group['lr'])

    def _move(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        shrink, grow = group['etas']
        agreement = gradient * state['prev']
        factor = where(agreement > 0, grow, where(agreement < 0, shrink, 1.0))
        size = state['step_size'].mul_(factor.to(parameter.dtype)).clamp_(*group['step_sizes'])
        gradient = where(agreement < 0, 0.0, gradient)
        parameter.add_(gradient.sign() * size, alpha=-1)
        state['prev'].copy_(gradient)
