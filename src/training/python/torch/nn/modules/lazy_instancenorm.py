"""Instance normalisation that learns its number of channels from the first input, and that of volumes."""

from .batchnorm import LazyNorm
from .instancenorm import InstanceNorm1d, InstanceNorm2d, _InstanceNorm

__all__ = ['InstanceNorm3d', 'LazyInstanceNorm1d', 'LazyInstanceNorm2d', 'LazyInstanceNorm3d']

_OFFERED_LATE_BY = 'torch.nn'


class InstanceNorm3d(_InstanceNorm):
    """Instance normalisation of (n, c, d, h, w) or (c, d, h, w)."""

    __module__ = 'torch.nn.modules.instancenorm'
    _rank = 5


class LazyInstanceNorm1d(LazyNorm, InstanceNorm1d):
    """An InstanceNorm1d that learns its number of channels from the first input."""

    __module__ = 'torch.nn.modules.instancenorm'
    cls_to_become = InstanceNorm1d


class LazyInstanceNorm2d(LazyNorm, InstanceNorm2d):
    """An InstanceNorm2d that learns its number of channels from the first input."""

    __module__ = 'torch.nn.modules.instancenorm'
    cls_to_become = InstanceNorm2d


class LazyInstanceNorm3d(LazyNorm, InstanceNorm3d):
    """An InstanceNorm3d that learns its number of channels from the first input."""

    __module__ = 'torch.nn.modules.instancenorm'
    cls_to_become = InstanceNorm3d
