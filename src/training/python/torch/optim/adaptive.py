"""Optimizers that adapt the step of each element: Adagrad, RMSprop, Adadelta, Adam, AdamW."""

from typing import Any

from .._tensor import Tensor
from .decaying import (
    DecayingOptimizer,
    MomentOptimizer,
    average,
    average_square,
    check_adam,
    check_non_negative,
)
from .optimizer import ParamsT, options_of

__all__ = ['Adadelta', 'Adagrad', 'Adam', 'AdamW', 'RMSprop']

_OFFERED_BY = 'torch.optim'


class Adagrad(DecayingOptimizer):
    """p -= lr g / (sqrt(sum of g²) + eps) (Duchi et al., 2011)."""

    __module__ = 'torch.optim.adagrad'

    def __init__(
        self,
        params: ParamsT,
        lr: float = 1e-2,
        lr_decay: float = 0,
        weight_decay: float = 0,
        initial_accumulator_value: float = 0,
        eps: float = 1e-10,
        foreach: bool | None = None,
        *,
        maximize: bool = False,
        differentiable: bool = False,
        fused: bool | None = None,
    ) -> None:
        check_non_negative(
            lr=lr,
            lr_decay=lr_decay,
            weight_decay=weight_decay,
            initial_accumulator_value=initial_accumulator_value,
            eps=eps,
        )
        order = 'lr lr_decay eps weight_decay initial_accumulator_value foreach maximize differentiable fused'
        super().__init__(params, options_of(locals(), order))

    def _kept(self, group: dict[str, Any]) -> tuple[str, ...]:
        return ('sum',)

    def _begin(self, parameter: Tensor, group: dict[str, Any], state: dict[str, Any]) -> None:
        super()._begin(parameter, group, state)
        state['sum'].fill_(group['initial_accumulator_value'])

    def _move(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        rate = group['lr'] / (1 + (state['step'] - 1) * group['lr_decay'])
        state['sum'].add_(gradient * gradient)
        parameter.add_(gradient / (state['sum'].sqrt() + group['eps']), alpha=-rate)


class RMSprop(DecayingOptimizer):
    """p -= lr g / (sqrt(mean of g²) + eps), the mean with exponential weights (Tieleman and Hinton, 2012)."""

    __module__ = 'torch.optim.rmsprop'

    def __init__(
        self,
        params: ParamsT,
        lr: float = 1e-2,
        alpha: float = 0.99,
        eps: float = 1e-8,
        weight_decay: float = 0,
        momentum: float = 0,
        centered: bool = False,
        capturable: bool = False,
        foreach: bool | None = None,
        maximize: bool = False,
        differentiable: bool = False,
    ) -> None:
        check_non_negative(lr=lr, eps=eps, momentum=momentum, weight_decay=weight_decay, alpha=alpha)
        order = 'lr momentum alpha eps centered weight_decay capturable foreach maximize differentiable'
        super().__init__(params, options_of(locals(), order))

    def _kept(self, group: dict[str, Any]) -> tuple[str, ...]:
        optional = {'momentum_buffer': group['momentum'] > 0, 'grad_avg': group['centered']}
        return ('square_avg', *(name for name, wanted in optional.items() if wanted))

    def _move(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        average_square(state['square_avg'], gradient, group['alpha'])
        spread = state['square_avg']
        if group['centered']:
            mean = state['grad_avg']
            average(mean, gradient, group['alpha'])
            spread = spread - mean * mean
        step = gradient / (spread.sqrt() + group['eps'])
        if group['momentum'] > 0:
            step = state['momentum_buffer'].mul_(group['momentum']).add_(step)
        parameter.add_(step, alpha=-group['lr'])


class Adadelta(DecayingOptimizer):
    """Steps as large as the steps before, in relation to the gradients (Zeiler, 2012).

    Raises:
        ValueError: when `rho` is not from 0 to 1, or another option is negative.
    """

    __module__ = 'torch.optim.adadelta'

    def __init__(
        self,
        params: ParamsT,
        lr: float = 1.0,
        rho: float = 0.9,
        eps: float = 1e-6,
        weight_decay: float = 0,
        foreach: bool | None = None,
        *,
        capturable: bool = False,
        maximize: bool = False,
        differentiable: bool = False,
    ) -> None:
        check_non_negative(lr=lr)
        if not 0.0 <= rho <= 1.0:
            raise ValueError(f'Invalid rho value: {rho}')
        check_non_negative(eps=eps, weight_decay=weight_decay)
        order = 'lr rho eps weight_decay maximize capturable foreach differentiable'
        super().__init__(params, options_of(locals(), order))

    def _kept(self, group: dict[str, Any]) -> tuple[str, ...]:
        return ('square_avg', 'acc_delta')

    def _move(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        rho, eps = group['rho'], group['eps']
        average_square(state['square_avg'], gradient, rho)
        step = (state['acc_delta'] + eps).sqrt() / (state['square_avg'] + eps).sqrt() * gradient
        average_square(state['acc_delta'], step, rho)
        parameter.add_(step, alpha=-group['lr'])


class Adam(MomentOptimizer):
    """p -= lr m / (sqrt(v) + eps): means of g and g² with exponential weights, corrected for their start
    (Kingma and Ba, 2014).
    """

    __module__ = 'torch.optim.adam'

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0,
        amsgrad: bool = False,
        *,
        foreach: bool | None = None,
        maximize: bool = False,
        capturable: bool = False,
        differentiable: bool = False,
        fused: bool | None = None,
        decoupled_weight_decay: bool = False,
    ) -> None:
        check_adam(lr, betas, eps, weight_decay)
        order = (
            'lr betas eps weight_decay amsgrad maximize foreach capturable differentiable fused '
            'decoupled_weight_decay'
        )
        super().__init__(params, options_of(locals(), order))

    def _kept(self, group: dict[str, Any]) -> tuple[str, ...]:
        kept = super()._kept(group)
        return (*kept, 'max_exp_avg_sq') if group['amsgrad'] else kept

    def _move(
        self, parameter: Tensor, gradient: Tensor, group: dict[str, Any], state: dict[str, Any]
    ) -> None:
        first, second = group['betas']
        mean, square = self._averaged(gradient, group, state)
        if group['amsgrad']:
            state['max_exp_avg_sq'].copy_(state['max_exp_avg_sq'].maximum(square))
            square = state['max_exp_avg_sq']
        step = state['step']
        scale = (1 - second**step) ** 0.5
        parameter.add_(mean / (square.sqrt() / scale + group['eps']), alpha=-group['lr'] / (1 - first**step))


class AdamW(Adam):
    """Adam whose weight decay acts on the parameters directly (Loshchilov and Hutter, 2017)."""

    __module__ = 'torch.optim.adamw'

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 1e-2,
        amsgrad: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(
            params, lr, betas, eps, weight_decay, amsgrad, **options, decoupled_weight_decay=True
        )
