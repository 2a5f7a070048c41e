"""Further learning rate schedules, and those that are made of others or of a measured loss."""

import math
from collections.abc import Sequence
from typing import Any

from .._tensor import Tensor
from .lr_scheduler import LambdaLR, LRScheduler, check_optimizer
from .optimizer import Optimizer

__all__ = ['ConstantLR', 'LinearLR', 'MultiplicativeLR', 'PolynomialLR', 'ReduceLROnPlateau', 'SequentialLR']

_OFFERED_LATE_BY = 'torch.optim.lr_scheduler'


class MultiplicativeLR(LambdaLR):
    """lr times lr_lambda(epoch) every epoch."""

    def get_lr(self) -> list[Any]:
        if self.last_epoch == 0:
            return self._rates()
        factors = [factor(self.last_epoch) for factor in self.lr_lambdas]
        return [rate * factor for rate, factor in zip(self._rates(), factors, strict=True)]


class ConstantLR(LRScheduler):
    """lr times `factor` until epoch `total_iters`.

    Raises:
        ValueError: when `factor` is not from 0 to 1.
    """

    def __init__(
        self, optimizer: Optimizer, factor: float = 1.0 / 3, total_iters: int = 5, last_epoch: int = -1
    ) -> None:
        if not 0 <= factor <= 1.0:
            raise ValueError('Constant multiplicative factor expected to be between 0 and 1.')
        self.factor = factor
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[Any]:
        if self.last_epoch == 0:
            return [rate * self.factor for rate in self._rates()]
        if self.last_epoch != self.total_iters:
            return self._rates()
        return [rate * (1.0 / self.factor) for rate in self._rates()]


class LinearLR(LRScheduler):
    """lr times a factor that goes from `start_factor` to `end_factor` in `total_iters` epochs."""

    def __init__(
        self,
        optimizer: Optimizer,
        start_factor: float = 1.0 / 3,
        end_factor: float = 1.0,
        total_iters: int = 5,
        last_epoch: int = -1,
    ) -> None:
        self.start_factor = start_factor
        self.end_factor = end_factor
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[Any]:
        if self.last_epoch == 0:
            return [rate * self.start_factor for rate in self._rates()]
        if self.last_epoch > self.total_iters:
            return self._rates()
        step = self.end_factor - self.start_factor
        before = self.total_iters * self.start_factor + (self.last_epoch - 1) * step
        return [rate * (1.0 + step / before) for rate in self._rates()]


class PolynomialLR(LRScheduler):
    """The initial lr times (1 - epoch / total_iters) ** power."""

    def __init__(
        self, optimizer: Optimizer, total_iters: int = 5, power: float = 1.0, last_epoch: int = -1
    ) -> None:
        self.total_iters = total_iters
        self.power = power
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[Any]:
        if self.last_epoch == 0 or self.last_epoch > self.total_iters:
            return self._rates()
        left, before = (1.0 - epoch / self.total_iters for epoch in (self.last_epoch, self.last_epoch - 1))
        return [rate * (left / before) ** self.power for rate in self._rates()]


class SequentialLR(LRScheduler):
    """One schedule after another; each of `milestones` is the epoch at which the next one starts.

    Raises:
        ValueError: unless there is one milestone between each schedule and the next.
    """

    def __init__(
        self, optimizer: Optimizer, schedulers: Sequence[Any], milestones: Sequence[int], last_epoch: int = -1
    ) -> None:
        if len(milestones) != len(schedulers) - 1:
            raise ValueError(
                'Sequential Schedulers expects number of schedulers provided to be one more than the number '
                f'of milestone points, but got number of schedulers {len(schedulers)} and the number of '
                f'milestones to be equal to {len(milestones)}'
            )
        self.optimizer = optimizer
        self._schedulers = list(schedulers)
        self._milestones = list(milestones)
        self.last_epoch = last_epoch + 1
        for group in optimizer.param_groups:
            group['lr'] = group['initial_lr']
        for scheduler in self._schedulers:
            scheduler.last_epoch -= 1
        self._schedulers[0]._initial_step()
        self._last_lr = schedulers[0].get_last_lr()

    def step(self, epoch: int | None = None) -> None:
        self.last_epoch += 1
        current = sum(milestone <= self.last_epoch for milestone in self._milestones)
        scheduler = self._schedulers[current]
        if current > 0 and self._milestones[current - 1] == self.last_epoch:
            for group in self.optimizer.param_groups:
                group['lr'] = group['initial_lr']
            scheduler.step(0)
        else:
            scheduler.step()
        self._last_lr = scheduler.get_last_lr()


class ReduceLROnPlateau(LRScheduler):
    """lr times `factor` when a measured number has not become better for more than `patience` epochs.

    Args:
        optimizer: whose groups' `lr` is set.
        mode: `min` where smaller is better, `max` where larger is.
        factor: by which lr is multiplied.
        patience: how many epochs without improvement pass first.
        threshold: how much better counts.
        threshold_mode: whether the threshold is a part of the best number (`rel`) or an amount (`abs`).
        cooldown: epochs to wait after a reduction.
        min_lr: below which lr does not go.
        eps: smaller changes of lr are left out.

    Raises:
        ValueError: when `factor` is 1 or more, or for an unknown mode.
    """

    def __init__(
        self,
        optimizer: Optimizer,
        mode: str = 'min',
        factor: float = 0.1,
        patience: int = 10,
        threshold: float = 1e-4,
        threshold_mode: str = 'rel',
        cooldown: int = 0,
        min_lr: float | Sequence[float] = 0,
        eps: float = 1e-8,
    ) -> None:
        if factor >= 1.0:
            raise ValueError('Factor should be < 1.0.')
        if mode not in {'min', 'max'}:
            raise ValueError(f'mode {mode} is unknown!')
        check_optimizer(optimizer)
        self.optimizer = optimizer
        self.factor = factor
        groups = len(optimizer.param_groups)
        if not isinstance(min_lr, (list, tuple)):
            self.default_min_lr = min_lr
        self.min_lrs: list[Any] = list(min_lr) if isinstance(min_lr, (list, tuple)) else [min_lr] * groups
        self.patience = patience
        self.cooldown = cooldown
        self.eps = eps
        self.last_epoch = 0
        self._last_lr = self._rates()
        self.mode_worse = math.inf if mode == 'min' else -math.inf
        self.mode = mode
        self.threshold = threshold
        self.threshold_mode = threshold_mode
        self.best = self.mode_worse
        self.cooldown_counter = 0
        self.num_bad_epochs = 0

    def step(self, metrics: float | Tensor, epoch: int | None = None) -> None:
        """Goes on to the next epoch, whose number to watch is `metrics`."""
        current = float(metrics)
        self.last_epoch = self.last_epoch + 1 if epoch is None else epoch
        if self._is_better(current):
            self.best = current
            self.num_bad_epochs = 0
        else:
            self.num_bad_epochs += 1
        if self.cooldown_counter > 0:
            self.cooldown_counter -= 1
            self.num_bad_epochs = 0
        if self.num_bad_epochs > self.patience:
            self._reduce()
            self.cooldown_counter = self.cooldown
            self.num_bad_epochs = 0
        self._last_lr = self._rates()

    def _is_better(self, current: float) -> bool:
        sign = 1 if self.mode == 'min' else -1
        relative = self.threshold_mode == 'rel' and math.isfinite(self.best)
        margin = self.threshold * (self.best if relative else 1.0)
        if relative:
            return sign * current < sign * (self.best - sign * margin)
        return sign * current < sign * self.best - margin

    def _reduce(self) -> None:
        for group, least in zip(self.optimizer.param_groups, self.min_lrs, strict=True):
            rate = max(float(group['lr']) * self.factor, least)
            if float(group['lr']) - rate > self.eps:
                group['lr'] = rate
