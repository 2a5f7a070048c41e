"""Learning rates that change while training."""

import math
import warnings
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import Any

from .._names import missing
from ._collected_lr_scheduler import LATE
from .optimizer import Optimizer

__all__ = [
    'CosineAnnealingLR',
    'ExponentialLR',
    'LRScheduler',
    'LambdaLR',
    'MultiStepLR',
    'StepLR',
    *LATE,
]


def check_optimizer(optimizer: Optimizer) -> None:
    """Checks that a schedule is made for an optimizer.

    Raises:
        TypeError: when it is none.
    """
    if not isinstance(optimizer, Optimizer):
        raise TypeError(f'{type(optimizer).__name__} is not an Optimizer')


class LRScheduler:
    """Sets the learning rate of each group after each `step()`.

    Args:
        optimizer: whose groups' `lr` is set.
        last_epoch: number of steps already taken, less one.

    Raises:
        KeyError: when steps were taken already, of groups that do not know the rate they began with.
    """

    _last_lr: list[Any]

    def __init__(self, optimizer: Optimizer, last_epoch: int = -1) -> None:
        check_optimizer(optimizer)
        self.optimizer = optimizer
        optimizer._opt_called = False
        for position, group in enumerate(optimizer.param_groups):
            if last_epoch == -1:
                group.setdefault('initial_lr', group['lr'])
            elif 'initial_lr' not in group:
                raise KeyError(
                    f"param 'initial_lr' is not specified in param_groups[{position}] when resuming an "
                    'optimizer'
                )
        self.base_lrs = [group['initial_lr'] for group in optimizer.param_groups]
        self.last_epoch = last_epoch
        self._initial_step()

    def _initial_step(self) -> None:
        """Sets the first rates, for which the optimizer takes no step."""
        self._step_count = 0
        self._is_initial = True
        self.step()
        self._is_initial = False

    def get_lr(self) -> list[Any]:
        """The learning rates for `last_epoch`.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    def get_last_lr(self) -> list[Any]:
        """The learning rates that were set last."""
        return self._last_lr

    def step(self, epoch: int | None = None) -> None:
        """Goes on to the next epoch."""
        if self._step_count == 1:
            self._warn_of_order()
        self._step_count += 1
        self.last_epoch = self.last_epoch + 1 if epoch is None else epoch
        self._get_lr_called_within_step = True
        rates = self.get_lr()
        self._get_lr_called_within_step = False
        for group, rate in zip(self.optimizer.param_groups, rates, strict=True):
            group['lr'] = rate
        self._last_lr = [group['lr'] for group in self.optimizer.param_groups]

    def _warn_of_order(self) -> None:
        """Tells that the first rate is passed over where the optimizer has not yet taken a step."""
        optimizer = self.optimizer
        if type(optimizer).step is Optimizer.step and not optimizer._opt_called:
            warnings.warn(
                'Detected call of `lr_scheduler.step()` before `optimizer.step()`. In PyTorch 1.1.0 and '
                'later, you should call them in the opposite order: `optimizer.step()` before '
                '`lr_scheduler.step()`.  Failure to do this will result in PyTorch skipping the first value '
                'of the learning rate schedule. See more details at '
                'https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate',
                UserWarning,
                stacklevel=3,
            )

    def state_dict(self) -> dict[str, Any]:
        """Everything but the optimizer."""
        return {name: value for name, value in self.__dict__.items() if name != 'optimizer'}

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Takes over what `state_dict` gave."""
        self.__dict__.update(state_dict)

    def _rates(self) -> list[Any]:
        return [group['lr'] for group in self.optimizer.param_groups]


_LRScheduler = LRScheduler


class LambdaLR(LRScheduler):
    """initial lr * lr_lambda(epoch).

    Raises:
        ValueError: unless there is one function, or one for each group.
    """

    def __init__(
        self,
        optimizer: Optimizer,
        lr_lambda: Callable[[int], float] | Sequence[Callable[[int], float]],
        last_epoch: int = -1,
    ) -> None:
        count = len(optimizer.param_groups)
        self.lr_lambdas: list[Callable[[int], float]] = (
            [lr_lambda] * count if callable(lr_lambda) else list(lr_lambda)
        )
        if len(self.lr_lambdas) != count:
            raise ValueError(f'Expected {count} lr_lambdas, but got {len(self.lr_lambdas)}')
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[Any]:
        return [
            base * factor(self.last_epoch)
            for base, factor in zip(self.base_lrs, self.lr_lambdas, strict=True)
        ]


class StepLR(LRScheduler):
    """lr * gamma every `step_size` epochs."""

    def __init__(
        self, optimizer: Optimizer, step_size: int, gamma: float = 0.1, last_epoch: int = -1
    ) -> None:
        self.step_size = step_size
        self.gamma = gamma
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[Any]:
        if self.last_epoch == 0 or self.last_epoch % self.step_size:
            return self._rates()
        return [rate * self.gamma for rate in self._rates()]


class MultiStepLR(LRScheduler):
    """lr * gamma at each of the milestones."""

    def __init__(
        self, optimizer: Optimizer, milestones: Iterable[int], gamma: float = 0.1, last_epoch: int = -1
    ) -> None:
        self.milestones = sorted(milestones)
        self.gamma = gamma
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[Any]:
        times = self.milestones.count(self.last_epoch)
        return [rate * self.gamma**times for rate in self._rates()]


class ExponentialLR(LRScheduler):
    """lr * gamma every epoch."""

    def __init__(self, optimizer: Optimizer, gamma: float, last_epoch: int = -1) -> None:
        self.gamma = gamma
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[Any]:
        if self.last_epoch == 0:
            return self._rates()
        return [rate * self.gamma for rate in self._rates()]


class CosineAnnealingLR(LRScheduler):
    """From the initial lr to `eta_min` along half a cosine of `T_max` epochs, and back.

    As in PyTorch each rate follows from the one before it, so that several schedulers may share an optimizer.
    """

    def __init__(self, optimizer: Optimizer, T_max: int, eta_min: float = 0.0, last_epoch: int = -1) -> None:
        self.T_max = T_max
        self.eta_min = eta_min
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[Any]:
        epoch, turn = self.last_epoch, math.pi / self.T_max
        if epoch == 0:
            return self._rates()
        if self._step_count == 1:
            part = (1 + math.cos(epoch * turn)) / 2
            return [self.eta_min + (base - self.eta_min) * part for base in self.base_lrs]
        if (epoch - 1 - self.T_max) % (2 * self.T_max) == 0:
            rise = (1 - math.cos(turn)) / 2
            pairs = zip(self.base_lrs, self._rates(), strict=True)
            return [rate + (base - self.eta_min) * rise for base, rate in pairs]
        ratio = (1 + math.cos(turn * epoch)) / (1 + math.cos(turn * (epoch - 1)))
        return [ratio * (rate - self.eta_min) + self.eta_min for rate in self._rates()]


def __dir__() -> list[str]:
    return sorted({*globals(), *LATE})


def __getattr__(name: str) -> Any:
    if name in LATE:
        return getattr(import_module(LATE[name]), name)
    raise missing('torch.optim.lr_scheduler', name)
