"""Layers for volumes (n, c, d, h, w)."""

from typing import Any

from ..._tensor import Tensor
from .. import _volumes, functional
from .conv import _ConvNd, _LazyConv
from .dropout import _Dropout
from .pooling import _Adaptive, _AdaptiveMax, _AvgPool, _MaxPool

__all__ = [
    'AdaptiveAvgPool3d',
    'AdaptiveMaxPool3d',
    'AvgPool3d',
    'Conv3d',
    'Dropout3d',
    'FeatureAlphaDropout',
    'LazyConv3d',
    'MaxPool3d',
]

_OFFERED_LATE_BY = 'torch.nn'


class Conv3d(_ConvNd):
    """Cross-correlation of volumes with learned kernels."""

    _spatial = 3

    def forward(self, input: Tensor) -> Tensor:
        """(n, in_channels, d, h, w) to (n, out_channels, d', h', w')."""
        return self._convolve(_volumes.conv3d, input)


class LazyConv3d(_LazyConv, Conv3d):
    """A Conv3d that learns its in_channels from the first input; it is a Conv3d from then on."""

    cls_to_become = Conv3d


class MaxPool3d(_MaxPool):
    """The largest element of each window of a volume."""

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, d, h, w) to (n, c, d', h', w')."""
        return self._pooled(_volumes.max_pool3d, input)


class AvgPool3d(_AvgPool):
    """The mean of each window of a volume."""

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, d, h, w) to (n, c, d', h', w')."""
        return self._pooled(functional.avg_pool3d, input)


class Dropout3d(_Dropout):
    """In training, whole channels (n, c, d, h, w) become 0 with probability p."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return _volumes.dropout3d(input, self.p, self.training, self.inplace)


class FeatureAlphaDropout(_Dropout):
    """Dropout of whole channels that keeps mean and variance of what a SELU gives."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return _volumes.feature_alpha_dropout(input, self.p, self.training)


class AdaptiveAvgPool3d(_Adaptive):
    """Means of as many windows of a volume as the output is to have; None keeps the size of a dimension."""

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, d, h, w) to (n, c, *output_size)."""
        return functional.adaptive_avg_pool3d(input, self.output_size)


class AdaptiveMaxPool3d(_AdaptiveMax):
    """The largest elements of as many windows of a volume as the output is to have; None keeps a size."""

    def forward(self, input: Tensor) -> Any:
        """(n, c, d, h, w) to (n, c, *output_size)."""
        return functional.adaptive_max_pool3d(input, self.output_size, self.return_indices)
