"""Learning rates that rise and fall, restart, or follow several schedules at once."""

import math
from collections.abc import Callable, Sequence
from typing import Any

from .lr_scheduler import LRScheduler
from .optimizer import Optimizer

__all__ = ['ChainedScheduler', 'CosineAnnealingWarmRestarts', 'CyclicLR', 'OneCycleLR']

_OFFERED_LATE_BY = 'torch.optim.lr_scheduler'


def _each(value: Any, optimizer: Optimizer, name: str) -> list[Any]:
    """One value for each group."""
    groups = len(optimizer.param_groups)
    if not isinstance(value, (list, tuple)):
        return [value] * groups
    if len(value) != groups:
        raise ValueError(f'expected {groups} values for {name}, got {len(value)}')
    return list(value)


def _set_momentum(group: dict[str, Any], momentum: float) -> None:
    if 'betas' in group:
        group['betas'] = (momentum, *group['betas'][1:])
    else:
        group['momentum'] = momentum


def _require_momentum(optimizer: Optimizer) -> None:
    if 'momentum' not in optimizer.defaults and 'betas' not in optimizer.defaults:
        raise ValueError('optimizer must support momentum or beta1 with `cycle_momentum` option enabled')


class CyclicLR(LRScheduler):
    """lr goes up and down in triangles between base_lr and max_lr (Smith, 2015).

    Args:
        optimizer: whose groups' `lr` is set.
        base_lr: lower end.
        max_lr: upper end.
        step_size_up: steps on the way up.
        step_size_down: steps on the way down; as many as up unless given.
        mode: `triangular`; `triangular2` halves each cycle's height; `exp_range` takes gamma**step of it.
        gamma: see mode.
        scale_fn: the height of a cycle, in place of a mode.
        scale_mode: whether `scale_fn` takes the number of the cycle or of the step (`iterations`).
        cycle_momentum: whether momentum goes the other way, between base_momentum and max_momentum.

    Raises:
        ValueError: for an unknown mode without a `scale_fn`.
    """

    def __init__(
        self,
        optimizer: Optimizer,
        base_lr: float | Sequence[float],
        max_lr: float | Sequence[float],
        step_size_up: int = 2000,
        step_size_down: int | None = None,
        mode: str = 'triangular',
        gamma: float = 1.0,
        scale_fn: Callable[[float], float] | None = None,
        scale_mode: str = 'cycle',
        cycle_momentum: bool = True,
        base_momentum: float | Sequence[float] = 0.8,
        max_momentum: float | Sequence[float] = 0.9,
        last_epoch: int = -1,
    ) -> None:
        if mode not in ('triangular', 'triangular2', 'exp_range') and scale_fn is None:
            raise ValueError('mode is invalid and scale_fn is None')
        base_lrs = _each(base_lr, optimizer, 'base_lr')
        if last_epoch == -1:
            for group, rate in zip(optimizer.param_groups, base_lrs, strict=True):
                group['lr'] = rate
        self.max_lrs = _each(max_lr, optimizer, 'max_lr')
        down = step_size_up if step_size_down is None else step_size_down
        self.total_size = float(step_size_up + down)
        self.step_ratio = step_size_up / self.total_size
        self.mode = mode
        self.gamma = gamma
        self._scale_fn = scale_fn
        self.scale_mode = scale_mode
        self.cycle_momentum = cycle_momentum
        if cycle_momentum:
            _require_momentum(optimizer)
            self.base_momentums = _each(base_momentum, optimizer, 'base_momentum')
            self.max_momentums = _each(max_momentum, optimizer, 'max_momentum')
            for group, most in zip(optimizer.param_groups, self.max_momentums, strict=True):
                _set_momentum(group, most)
        super().__init__(optimizer, last_epoch)
        self.base_lrs = base_lrs

    def _scale(self, cycle: float) -> float:
        if self._scale_fn is not None:
            return self._scale_fn(cycle if self.scale_mode == 'cycle' else self.last_epoch)
        if self.mode == 'triangular':
            return 1.0
        return 1 / 2.0 ** (cycle - 1) if self.mode == 'triangular2' else self.gamma**self.last_epoch

    def get_lr(self) -> list[Any]:
        cycle = math.floor(1 + self.last_epoch / self.total_size)
        place = 1.0 + self.last_epoch / self.total_size - cycle
        height = place / self.step_ratio if place <= self.step_ratio else (place - 1) / (self.step_ratio - 1)
        scale = self._scale(cycle)
        if self.cycle_momentum:
            limits = zip(self.optimizer.param_groups, self.base_momentums, self.max_momentums, strict=True)
            for group, least, most in limits:
                _set_momentum(group, most - (most - least) * height * scale)
        return [
            base + (most - base) * height * scale
            for base, most in zip(self.base_lrs, self.max_lrs, strict=True)
        ]


class OneCycleLR(LRScheduler):
    """One rise of lr to max_lr and one fall to nearly nothing (Smith and Topin, 2017).

    Args:
        optimizer: whose groups' `lr` is set.
        max_lr: the top.
        total_steps: of the cycle; or `epochs` times `steps_per_epoch`.
        pct_start: part of the cycle in which lr rises.
        anneal_strategy: `cos` or `linear`.
        cycle_momentum: whether momentum goes the other way, between base_momentum and max_momentum.
        div_factor: of max_lr at the start.
        final_div_factor: of the initial lr at the end.
        three_phase: falls as it rose first, then to the end.

    Raises:
        ValueError: for an unknown strategy, for a `pct_start` that is not from 0 to 1, or when the
            number of steps is not given.
    """

    def __init__(
        self,
        optimizer: Optimizer,
        max_lr: float | Sequence[float],
        total_steps: int | None = None,
        epochs: int | None = None,
        steps_per_epoch: int | None = None,
        pct_start: float = 0.3,
        anneal_strategy: str = 'cos',
        cycle_momentum: bool = True,
        base_momentum: float | Sequence[float] = 0.85,
        max_momentum: float | Sequence[float] = 0.95,
        div_factor: float = 25.0,
        final_div_factor: float = 1e4,
        three_phase: bool = False,
        last_epoch: int = -1,
    ) -> None:
        if total_steps is None:
            if epochs is None or steps_per_epoch is None:
                raise ValueError('You must define either total_steps OR (epochs AND steps_per_epoch)')
            total_steps = epochs * steps_per_epoch
        if anneal_strategy not in ('cos', 'linear'):
            raise ValueError(
                f"anneal_strategy must be one of 'cos' or 'linear', instead got {anneal_strategy}"
            )
        if not 0 <= pct_start <= 1:
            raise ValueError(f'Expected float between 0 and 1 pct_start, but got {pct_start}')
        self.total_steps = total_steps
        self._linear = anneal_strategy == 'linear'
        self.cycle_momentum = cycle_momentum
        rise = float(pct_start * total_steps) - 1
        # Where each phase ends, and which of the values below it goes from and to.
        self._phases: list[tuple[float, int, int]] = (
            [(rise, 0, 1), (2 * pct_start * total_steps - 2, 1, 0), (total_steps - 1, 0, 2)]
            if three_phase
            else [(rise, 0, 1), (total_steps - 1, 1, 2)]
        )
        tops = _each(max_lr, optimizer, 'max_lr')
        self._rates_of = [(top / div_factor, top, top / div_factor / final_div_factor) for top in tops]
        if last_epoch == -1:
            for group, (start, top, end) in zip(optimizer.param_groups, self._rates_of, strict=True):
                group.update(lr=start, initial_lr=start, max_lr=top, min_lr=end)
        self._momenta: list[tuple[float, float, float]] = []
        if cycle_momentum:
            _require_momentum(optimizer)
            least = _each(base_momentum, optimizer, 'base_momentum')
            most = _each(max_momentum, optimizer, 'max_momentum')
            self._momenta = [(high, low, high) for low, high in zip(least, most, strict=True)]
        super().__init__(optimizer, last_epoch)

    def _between(self, values: tuple[float, float, float]) -> float:
        start = 0.0
        step = self.last_epoch
        for end, source, target in self._phases:
            if step <= end or end == self._phases[-1][0]:
                part = (step - start) / (end - start)
                if self._linear:
                    return (values[target] - values[source]) * part + values[source]
                return values[target] + (values[source] - values[target]) / 2.0 * (
                    math.cos(math.pi * part) + 1
                )
            start = end
        return values[-1]

    def get_lr(self) -> list[Any]:
        """The lr of each parameter group at this step.

        Raises:
            ValueError: after more than `total_steps` steps.
        """
        if self.last_epoch > self.total_steps:
            raise ValueError(
                f'Tried to step {self.last_epoch} times. The specified number of total steps is '
                f'{self.total_steps}'
            )
        for group, momenta in zip(self.optimizer.param_groups, self._momenta, strict=False):
            _set_momentum(group, self._between(momenta))
        return [self._between(rates) for rates in self._rates_of]


class CosineAnnealingWarmRestarts(LRScheduler):
    """Half cosines from lr to eta_min, each T_mult times as long (Loshchilov and Hutter, 2016).

    Raises:
        ValueError: unless `T_0` and `T_mult` are positive integers.
    """

    def __init__(
        self, optimizer: Optimizer, T_0: int, T_mult: int = 1, eta_min: float = 0.0, last_epoch: int = -1
    ) -> None:
        if T_0 <= 0 or not isinstance(T_0, int):
            raise ValueError(f'Expected positive integer T_0, but got {T_0}')
        if T_mult < 1 or not isinstance(T_mult, int):
            raise ValueError(f'Expected integer T_mult >= 1, but got {T_mult}')
        self.T_0 = T_0
        self.T_i = T_0
        self.T_mult = T_mult
        self.eta_min = eta_min
        self.T_cur: float = last_epoch
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[Any]:
        part = (1 + math.cos(math.pi * self.T_cur / self.T_i)) / 2
        return [self.eta_min + (base - self.eta_min) * part for base in self.base_lrs]

    def step(self, epoch: float | None = None) -> None:
        """Goes on to the next epoch, or to `epoch`, which may be a part of one.

        Raises:
            ValueError: for a negative epoch.
        """
        if epoch is not None and epoch < 0:
            raise ValueError(f'Expected non-negative epoch, but got {epoch}')
        at = self.last_epoch + 1 if epoch is None else epoch
        self.T_i, start = self.T_0, 0
        while at - start >= self.T_i:
            start += self.T_i
            self.T_i *= self.T_mult
        self.T_cur = at - start
        super().step(math.floor(at))


class ChainedScheduler(LRScheduler):
    """Several schedules that all change lr at every step.

    Raises:
        ValueError: when there are none.
    """

    def __init__(self, schedulers: Sequence[Any], optimizer: Optimizer | None = None) -> None:
        if not schedulers:
            raise ValueError(
                'ChainedScheduler expects at least one scheduler to be chained, but got no scheduler.'
            )
        self._schedulers = list(schedulers)
        self.optimizer = optimizer or schedulers[0].optimizer
        self._last_lr = self._rates()

    def step(self, epoch: int | None = None) -> None:
        for scheduler in self._schedulers:
            scheduler.step()
        self._last_lr = self._rates()
