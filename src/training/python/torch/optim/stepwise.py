"""Optimizers with steps of their own making: ASGD averages parameters, Rprop goes by signs."""

from typing import Any

from .._operations import where
from .adaptive import _decayed, _zeros
from .optimizer import Optimizer, non_negative


class ASGD(Optimizer):
    """Gradient descent that keeps the mean of the parameters on its way (Polyak and Juditsky, 1992)."""

    __module__ = 'torch.optim.asgd'

    def __init__(
        self,
        params: Any,
        lr: Any = 1e-2,
        lambd: float = 1e-4,
        alpha: float = 0.75,
        t0: float = 1e6,
        weight_decay: float = 0,
        foreach: bool | None = None,
        maximize: bool = False,
        differentiable: bool = False,
        capturable: bool = False,
    ) -> None:
        non_negative('learning rate', lr)
        non_negative('weight_decay value', weight_decay)
        super().__init__(
            params,
            {
                'lr': lr,
                'lambd': lambd,
                'alpha': alpha,
                't0': t0,
                'weight_decay': weight_decay,
                'foreach': foreach,
                'maximize': maximize,
                'differentiable': differentiable,
                'capturable': capturable,
            },
        )

    def _update(self, parameter: Any, gradient: Any, group: dict[str, Any], state: dict[str, Any]) -> None:
        if not state:
            state.update(step=0, eta=float(group['lr']), mu=1.0, ax=_zeros(parameter))
        state['step'] += 1
        gradient = _decayed(parameter, gradient, group)
        parameter.mul_(1 - group['lambd'] * state['eta']).add_(gradient, alpha=-state['eta'])
        mean = state['ax']
        if state['mu'] == 1:
            mean.copy_(parameter)
        else:
            mean.add_(parameter - mean, alpha=state['mu'])
        rate, step = group['lr'], state['step']
        state['eta'] = rate / (1 + group['lambd'] * rate * step) ** group['alpha']
        state['mu'] = 1 / max(1, step - group['t0'])


class Rprop(Optimizer):
    """Steps by the sign of the gradient; they grow while it stays and shrink when it turns
    (Riedmiller and Braun, 1993).
    """

    __module__ = 'torch.optim.rprop'

    def __init__(
        self,
        params: Any,
        lr: Any = 1e-2,
        etas: tuple[float, float] = (0.5, 1.2),
        step_sizes: tuple[float, float] = (1e-6, 50),
        *,
        capturable: bool = False,
        foreach: bool | None = None,
        maximize: bool = False,
        differentiable: bool = False,
    ) -> None:
        non_negative('learning rate', lr)
        if not 0.0 < etas[0] < 1.0 < etas[1]:
            raise ValueError(f'Invalid eta values: {etas[0]}, {etas[1]}')
        super().__init__(
            params,
            {
                'lr': lr,
                'etas': etas,
                'step_sizes': step_sizes,
                'foreach': foreach,
                'maximize': maximize,
                'differentiable': differentiable,
                'capturable': capturable,
            },
        )

    def _update(self, parameter: Any, gradient: Any, group: dict[str, Any], state: dict[str, Any]) -> None:
        if not state:
            state['step'] = 0
            state['prev'] = _zeros(parameter)
            state['step_size'] = _zeros(parameter).fill_(group['lr'])
        state['step'] += 1
        if group['maximize']:
            gradient = -gradient
        shrink, grow = group['etas']
        agreement = gradient * state['prev']
        factor = where(agreement > 0, grow, where(agreement < 0, shrink, 1.0))
        size = state['step_size'].mul_(factor.to(parameter.dtype)).clamp_(*group['step_sizes'])
        gradient = where(agreement < 0, 0.0, gradient)
        parameter.add_(gradient.sign() * size, alpha=-1)
        state['prev'].copy_(gradient)
