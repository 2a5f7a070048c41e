"""Instance normalisation."""

import warnings
from typing import Any

from ..._tensor import Tensor
from .. import functional
from .batchnorm import _NormBase

__all__ = ['InstanceNorm1d', 'InstanceNorm2d']

_OFFERED_BY = 'torch.nn.modules'


class _InstanceNorm(_NormBase):
    _rank = 4

    def __init__(
        self,
        num_features: int,
        eps: float = 1e-05,
        momentum: float = 0.1,
        affine: bool = False,
        track_running_stats: bool = False,
        device: Any = None,
        dtype: Any = None,
    ) -> None:
        super().__init__(num_features, eps, momentum, affine, track_running_stats, device, dtype)

    def forward(self, input: Tensor) -> Tensor:
        """The same shape: every channel of every example by itself, or by the running statistics."""
        self._check_input_dim(input)
        self._check_channels(input)
        batch = input if input.dim() == self._rank else input.unsqueeze(0)
        result = functional.instance_norm(
            batch,
            self.running_mean,
            self.running_var,
            self.weight,
            self.bias,
            self.training or not self.track_running_stats,
            self.momentum if self.momentum is not None else 0.0,
            self.eps,
        )
        return result if input.dim() == self._rank else result.squeeze(0)

    def _check_input_dim(self, input: Tensor) -> None:
        if input.dim() not in (self._rank - 1, self._rank):
            raise ValueError(f'expected {self._rank - 1}D or {self._rank}D input (got {input.dim()}D input)')

    def _check_channels(self, input: Tensor) -> None:
        place = input.dim() - self._rank + 1
        if input.shape[place] == self.num_features:
            return
        if self.affine:
            raise ValueError(
                f"expected input's size at dim={place} to match num_features ({self.num_features}), but got: "
                f'{input.shape[place]}.'
            )
        warnings.warn(
            f"input's size at dim={place} does not match num_features. You can silence this warning by not "
            'passing in num_features, which is not used because affine=False',
            stacklevel=3,
        )


class InstanceNorm1d(_InstanceNorm):
    """Instance normalisation of (n, c, l) or (c, l)."""

    _rank = 3


class InstanceNorm2d(_InstanceNorm):
    """Instance normalisation of (n, c, h, w) or (c, h, w)."""
