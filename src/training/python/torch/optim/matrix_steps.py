"""Optimizers that take a gradient for a matrix (Adafactor, Muon), and SparseAdam, for sparse ones."""

import math
from typing import Any

from .._dtypes import bfloat16
from .._limits import finfo
from .._operations import addmm
from .._tensor import Tensor
from .decaying import check_adam
from .optimizer import Optimizer, ParamsT, options_of

__all__ = ['Adafactor', 'Muon', 'SparseAdam']

_OFFERED_LATE_BY = 'torch.optim'


def _at_least(least: float, **options: Any) -> None:
    for name, value in options.items():
        if value is not None and not value >= least:
            said = name.replace('_', ' ') if name == 'Learning_rate' else name
            raise ValueError(f'{said} should be >= {least} but is: {value}')


class Adafactor(Optimizer):
    """Steps by g / sqrt(v); v of a matrix is made of its rows and columns (Shazeer and Stern, 2018).

    Raises:
        ValueError: for an option that is out of its range.
    """

    __module__ = 'torch.optim'

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 1e-2,
        beta2_decay: float = -0.8,
        eps: tuple[float | None, float] = (None, 1e-3),
        d: float = 1.0,
        weight_decay: float = 0.0,
        *,
        foreach: bool | None = None,
        maximize: bool = False,
    ) -> None:
        _at_least(0, Learning_rate=lr)
        if not beta2_decay <= 0:
            raise ValueError(f'beta2_decay should be <= 0 but is: {beta2_decay}')
        _at_least(0, epsilon1=eps[0], epsilon2=eps[1])
        if not d >= 1:
            raise ValueError(f'Clipping threshold d should be >= 1 but is: {d}')
        _at_least(0, weight_decay=weight_decay)
        super().__init__(params, options_of(locals(), 'lr beta2_decay eps d weight_decay foreach maximize'))

    def _update(self, parameter: Any, gradient: Any, group: dict[str, Any], state: dict[str, Any]) -> None:
        grad = -gradient if group['maximize'] else gradient
        if not state:
            _begin_variances(grad, state)
        state['step'] += 1
        step, rate = float(state['step']), float(group['lr'])
        least, small = group['eps']
        least = finfo(parameter.dtype).eps if least is None else least
        size = parameter.norm(2).item() / parameter.numel() ** 0.5
        length = max(small, size) * min(rate, 1 / step**0.5)
        if group['weight_decay'] != 0:
            parameter.mul_(1 - rate * group['weight_decay'])
        estimate = _estimated(grad, state, step ** group['beta2_decay'], least)
        update = estimate.clamp(min=least * least).rsqrt() * grad
        clipped = max(1.0, update.norm(2).item() / (update.numel() ** 0.5 * group['d']))
        parameter.add_(update, alpha=-length / clipped)


def _begin_variances(grad: Any, state: dict[str, Any]) -> None:
    state['step'] = grad.new_zeros(())
    if grad.dim() > 1:
        state['row_var'] = grad.new_zeros((*grad.shape[:-1], 1))
        state['col_var'] = grad.new_zeros((*grad.shape[:-2], 1, grad.shape[-1]))
    else:
        state['variance'] = grad * 0


def _estimated(grad: Any, state: dict[str, Any], share: float, least: float) -> Any:
    """What the mean square of each element is taken for, after this gradient."""
    if grad.dim() == 1 or grad.dim() == 0:
        return state['variance'].lerp_(grad * grad, share)
    rows, columns = state['row_var'], state['col_var']
    rows.lerp_(grad.square().mean(-1, keepdim=True), share)
    columns.lerp_(grad.square().mean(-2, keepdim=True), share)
    return (rows @ columns) / rows.mean(-2, keepdim=True).clamp(min=least)


class Muon(Optimizer):
    """Steps by momentum whose matrix is brought near to an orthogonal one (Jordan, 2024).

    Raises:
        ValueError: for an option that is out of its range, or parameters that are no matrices.
    """

    __module__ = 'torch.optim'

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 1e-3,
        weight_decay: float = 0.1,
        momentum: float = 0.95,
        nesterov: bool = True,
        ns_coefficients: tuple[float, float, float] = (3.4445, -4.775, 2.0315),
        eps: float = 1e-7,
        ns_steps: int = 5,
        adjust_lr_fn: str | None = None,
    ) -> None:
        _at_least(0, Learning_rate=lr, momentum=momentum)
        if not weight_decay >= 0:
            raise ValueError(f'weight decay should be >= 0 but is: {weight_decay}')
        if adjust_lr_fn not in (None, 'original', 'match_rms_adamw'):
            raise ValueError(f'Adjust learning rate function {adjust_lr_fn} is not supported')
        order = 'lr weight_decay momentum nesterov ns_coefficients eps ns_steps adjust_lr_fn'
        super().__init__(params, options_of(locals(), order))
        for group in self.param_groups:
            for parameter in group['params']:
                if parameter.dim() != 2:
                    raise ValueError(
                        'Muon only supports 2D parameters whereas we found a parameter with size: '
                        f'{parameter.size()}'
                    )

    def _update(self, parameter: Any, gradient: Any, group: dict[str, Any], state: dict[str, Any]) -> None:
        kept = state.setdefault('momentum_buffer', gradient * 0)
        kept.lerp_(gradient, 1 - group['momentum'])
        update = gradient.lerp(kept, group['momentum']) if group['nesterov'] else kept
        update = _orthogonal(update, group['ns_coefficients'], group['ns_steps'], group['eps'])
        rate = float(group['lr'])
        rows, columns = parameter.shape
        by_size = group['adjust_lr_fn'] == 'match_rms_adamw'
        ratio = 0.2 * math.sqrt(max(rows, columns)) if by_size else math.sqrt(max(1, rows / columns))
        parameter.mul_(1 - rate * group['weight_decay'])
        parameter.add_(update, alpha=-rate * ratio)


def _orthogonal(matrix: Any, coefficients: Any, steps: int, eps: float) -> Any:
    """Newton and Schulz's iteration, in bfloat16."""
    if steps >= 100:
        raise ValueError('Number of steps must be less than 100 for computational efficiency')
    if len(coefficients) != 3:
        raise ValueError('Coefficients must be a tuple of exactly 3 values')
    a, b, c = coefficients
    tall = matrix.shape[0] > matrix.shape[1]
    found = matrix.to(bfloat16)
    found = found.T if tall else found
    found = found / found.norm().clamp(min=eps)
    for _ in range(steps):
        gram = found @ found.T
        found = addmm(found, addmm(gram, gram, gram, beta=b, alpha=c), found, beta=a)
    return found.T if tall else found


class SparseAdam(Optimizer):
    """Adam for sparse gradients. There are none here, so its steps tell to take Adam.

    Raises:
        ValueError: for an option that is out of its range.
    """

    __module__ = 'torch.optim'

    def __init__(
        self,
        params: ParamsT,
        lr: float | Tensor = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        maximize: bool = False,
    ) -> None:
        if not lr > 0:
            raise ValueError(f'Invalid learning rate: {lr}')
        if not eps > 0:
            raise ValueError(f'Invalid epsilon value: {eps}')
        check_adam(lr, betas, eps, 0)
        super().__init__(params, options_of(locals(), 'lr betas eps maximize'))

    def _update(self, parameter: Any, gradient: Any, group: dict[str, Any], state: dict[str, Any]) -> None:
        raise RuntimeError('SparseAdam does not support dense gradients, please consider Adam instead')
