"""torch.optim.swa_utils: averages of a model's weights over its training (Izmailov et al., 2018)."""

import copy
import math
from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import Any

from .._construct import tensor
from .._dtypes import Device, int64
from .._grad_mode import no_grad
from ..nn import Module
from ..nn.modules.batchnorm import _BatchNorm
from .lr_scheduler import LRScheduler, check_optimizer
from .optimizer import Optimizer

__all__ = [
    'SWALR',
    'AveragedModel',
    'get_ema_avg_fn',
    'get_ema_multi_avg_fn',
    'get_swa_avg_fn',
    'get_swa_multi_avg_fn',
    'update_bn',
]


def get_ema_avg_fn(decay: float = 0.999) -> Callable[..., Any]:
    """An `avg_fn` that forgets: decay * average + (1 - decay) * weight.

    Raises:
        ValueError: unless `decay` is from 0 to 1.
    """
    if not 0.0 <= decay <= 1.0:
        raise ValueError(f'Invalid decay value {decay} provided. Please provide a value in [0,1] range.')

    def average(averaged: Any, current: Any, num_averaged: Any) -> Any:
        return decay * averaged + (1 - decay) * current

    return average


def get_swa_avg_fn() -> Callable[..., Any]:
    """An `avg_fn` that gives the mean of all weights so far."""

    def average(averaged: Any, current: Any, num_averaged: Any) -> Any:
        return averaged + (current - averaged) / (num_averaged + 1)

    return average


def get_ema_multi_avg_fn(decay: float = 0.999) -> Callable[..., None]:
    """A `multi_avg_fn` that forgets, for all weights at once.

    Raises:
        ValueError: unless `decay` is from 0 to 1.
    """
    return _for_all(get_ema_avg_fn(decay))


def get_swa_multi_avg_fn() -> Callable[..., None]:
    """A `multi_avg_fn` that gives the mean of all weights so far."""
    return _for_all(get_swa_avg_fn())


def _for_all(average: Callable[..., Any]) -> Callable[..., None]:
    @no_grad()
    def update(averaged: Sequence[Any], current: Sequence[Any], num_averaged: Any) -> None:
        for kept, new in zip(averaged, current, strict=True):
            kept.copy_(average(kept, new, num_averaged))

    return update


class AveragedModel(Module):
    """A copy of a model with the average of its weights.

    Args:
        model: what is averaged.
        device: without effect: there is one device.
        avg_fn: makes the new average of the old one, a weight and their number; the mean by default.
        multi_avg_fn: changes the list of all averages in place, given that of all weights and their number.
        use_buffers: whether buffers are averaged too; they are copied otherwise.

    Raises:
        AssertionError: when both functions are given.
    """

    n_averaged: Any

    def __init__(
        self,
        model: Module,
        device: Device = None,
        avg_fn: Callable[..., Any] | None = None,
        multi_avg_fn: Callable[..., Any] | None = None,
        use_buffers: bool = False,
    ) -> None:
        super().__init__()
        if avg_fn is not None and multi_avg_fn is not None:
            raise AssertionError('Only one of avg_fn and multi_avg_fn should be provided')
        self.module = copy.deepcopy(model)
        self.register_buffer('n_averaged', tensor(0, dtype=int64))
        self.avg_fn = avg_fn
        self.multi_avg_fn = multi_avg_fn
        self.use_buffers = use_buffers

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """What the averaged model makes of its inputs."""
        return self.module(*args, **kwargs)

    @no_grad()
    def update_parameters(self, model: Module) -> None:
        """Takes a model's present weights into the average."""
        kept, new = list(self._averaged(self.module)), list(self._averaged(model))
        if int(self.n_averaged) == 0:
            for averaged, current in zip(kept, new, strict=True):
                averaged.copy_(current)
        else:
            update = self.multi_avg_fn or _for_all(self.avg_fn or get_swa_avg_fn())
            update([each.detach() for each in kept], [each.detach() for each in new], self.n_averaged)
        if not self.use_buffers:
            for kept, current in zip(self.module.buffers(), model.buffers(), strict=True):
                kept.copy_(current)
        self.n_averaged += 1

    def _averaged(self, model: Module) -> Any:
        return chain(model.parameters(), model.buffers() if self.use_buffers else ())


@no_grad()
def update_bn(loader: Iterable[Any], model: Module, device: Device = None) -> None:
    """Computes the running means and variances of batch normalization anew, by one pass over the data."""
    layers = [module for module in model.modules() if isinstance(module, _BatchNorm)]
    if not layers:
        return
    momenta = [layer.momentum for layer in layers]
    for layer in layers:
        layer.reset_running_stats()
        layer.momentum = None
    trained = model.training
    model.train()
    for batch in loader:
        model(batch[0] if isinstance(batch, (list, tuple)) else batch)
    for layer, momentum in zip(layers, momenta, strict=True):
        layer.momentum = momentum
    model.train(trained)


class SWALR(LRScheduler):
    """Brings the learning rate to a value, where it stays.

    Args:
        optimizer: whose groups' `lr` is set.
        swa_lr: the value, or one for each group.
        anneal_epochs: steps until it is reached.
        anneal_strategy: `cos` or `linear`.
        last_epoch: number of steps already taken, less one.

    Raises:
        ValueError: for an unknown strategy, for negative `anneal_epochs`, or unless there is one value
            for each group.
    """

    def __init__(
        self,
        optimizer: Optimizer,
        swa_lr: float | Sequence[float],
        anneal_epochs: int = 10,
        anneal_strategy: str = 'cos',
        last_epoch: int = -1,
    ) -> None:
        check_optimizer(optimizer)
        several = (
            list(swa_lr) if isinstance(swa_lr, (list, tuple)) else [swa_lr] * len(optimizer.param_groups)
        )
        if len(several) != len(optimizer.param_groups):
            raise ValueError(
                f'swa_lr must have the same length as optimizer.param_groups: swa_lr has {len(several)}, '
                f'optimizer.param_groups has {len(optimizer.param_groups)}'
            )
        for rate, group in zip(several, optimizer.param_groups, strict=True):
            group['swa_lr'] = rate
        if anneal_strategy not in ('cos', 'linear'):
            raise ValueError(
                f"anneal_strategy must by one of 'cos' or 'linear', instead got {anneal_strategy}"
            )
        if not isinstance(anneal_epochs, int) or anneal_epochs < 0:
            raise ValueError(f'anneal_epochs must be equal or greater than 0, got {anneal_epochs}')
        self._anneal_strategy = anneal_strategy
        self.anneal_epochs = anneal_epochs
        super().__init__(optimizer, last_epoch)

    def _done(self, step: int) -> float:
        """Which part of the way is behind after a number of steps."""
        part = max(0.0, min(1.0, step / max(1, self.anneal_epochs)))
        return part if self._anneal_strategy == 'linear' else (1 - math.cos(math.pi * part)) / 2

    def get_lr(self) -> list[Any]:
        """The learning rates for `last_epoch`."""
        step = max(1, self.last_epoch) if self.anneal_epochs == 0 else self.last_epoch
        before, now = self._done(step - 1), self._done(step)
        rates = []
        for group in self.optimizer.param_groups:
            goal = group['swa_lr']
            start = goal if before == 1 else (group['lr'] - before * goal) / (1 - before)
            rates.append(goal * now + start * (1 - now))
        return rates
