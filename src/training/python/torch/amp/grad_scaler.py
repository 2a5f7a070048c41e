"""torch.amp.GradScaler: scales a loss so that small gradients of float16 do not vanish."""

import math
from typing import Any

from .._warnings import warn_once

__all__ = ['GradScaler']


class GradScaler:
    """Multiplies losses by a scale, divides gradients by it, and skips steps whose gradients overflowed.

    Args:
        device: 'cuda', where it is off since there is none, or 'cpu'.
        init_scale: the first scale.
        growth_factor: what the scale is multiplied by after `growth_interval` steps without overflow.
        backoff_factor: what it is multiplied by after an overflow.
        enabled: False makes it pass everything on unchanged.
    """

    __module__ = 'torch.amp.grad_scaler'

    def __init__(
        self,
        device: str = 'cuda',
        init_scale: float = 2.0**16,
        growth_factor: float = 2.0,
        backoff_factor: float = 0.5,
        growth_interval: int = 2000,
        enabled: bool = True,
    ) -> None:
        if enabled and device == 'cuda':
            warn_once('torch.cuda.amp.GradScaler is enabled, but CUDA is not available.  Disabling.')
            enabled = False
        self._enabled = enabled
        self._scale = float(init_scale)
        self._growth_factor = growth_factor
        self._backoff_factor = backoff_factor
        self._growth_interval = growth_interval
        self._growth_tracker = 0
        self._overflowed: dict[int, bool] = {}

    def is_enabled(self) -> bool:
        """Whether it scales."""
        return self._enabled

    def get_scale(self) -> float:
        """The scale now; 1.0 when it is off."""
        return self._scale if self._enabled else 1.0

    def scale(self, outputs: Any) -> Any:
        """The loss, or each of several, times the scale."""
        if not self._enabled:
            return outputs
        if isinstance(outputs, (list, tuple)):
            return type(outputs)(map(self.scale, outputs))
        return outputs * self._scale

    def unscale_(self, optimizer: Any) -> None:
        """Divides the gradients of an optimizer's parameters by the scale.

        Raises:
            RuntimeError: when it was called already since the last `update`.
        """
        if not self._enabled:
            return
        if id(optimizer) in self._overflowed:
            raise RuntimeError(
                'unscale_() has already been called on this optimizer since the last update().'
            )
        overflowed = False
        for group in optimizer.param_groups:
            for parameter in group['params']:
                if parameter.grad is not None:
                    parameter.grad.mul_(1.0 / self._scale)
                    overflowed = overflowed or not math.isfinite(float(parameter.grad.float().sum()))
        self._overflowed[id(optimizer)] = overflowed

    def step(self, optimizer: Any, *args: Any, **kwargs: Any) -> Any:
        """`optimizer.step()` unless a gradient is infinite or NaN."""
        if not self._enabled:
            return optimizer.step(*args, **kwargs)
        if id(optimizer) not in self._overflowed:
            self.unscale_(optimizer)
        return None if self._overflowed[id(optimizer)] else optimizer.step(*args, **kwargs)

    def update(self, new_scale: float | None = None) -> None:
        """Sets the scale for the next step: smaller after an overflow, larger after many steps without."""
        if not self._enabled:
            return
        if new_scale is not None:
            self._scale = float(new_scale)
        elif any(self._overflowed.values()):
            self._scale *= self._backoff_factor
            self._growth_tracker = 0
        else:
            self._growth_tracker += 1
            if self._growth_tracker == self._growth_interval:
                self._scale *= self._growth_factor
                self._growth_tracker = 0
        self._overflowed.clear()

    def state_dict(self) -> dict[str, Any]:
        """What is needed to go on."""
        if not self._enabled:
            return {}
        return {
            'scale': self.get_scale(),
            'growth_factor': self._growth_factor,
            'backoff_factor': self._backoff_factor,
            'growth_interval': self._growth_interval,
            '_growth_tracker': self._growth_tracker,
        }

    def load_state_dict(self, state_dict: dict[str, Any]) -> None:
        """Goes on from a state."""
        if self._enabled:
            self._scale = state_dict['scale']
            self._growth_factor = state_dict['growth_factor']
            self._backoff_factor = state_dict['backoff_factor']
            self._growth_interval = state_dict['growth_interval']
            self._growth_tracker = state_dict['_growth_tracker']
