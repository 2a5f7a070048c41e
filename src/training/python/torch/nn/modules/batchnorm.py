"""Batch normalisation."""

from typing import Any

from ... import _operations
from ..._construct import tensor
from ..._tensor import Tensor
from .. import functional, init
from ..parameter import Parameter, UninitializedBuffer, UninitializedParameter
from .lazy import Lazy
from .module import Module

__all__ = [
    'BatchNorm1d',
    'BatchNorm2d',
    'BatchNorm3d',
    'LazyBatchNorm1d',
    'LazyBatchNorm2d',
    'LazyBatchNorm3d',
    'SyncBatchNorm',
]

_OFFERED_BY = 'torch.nn.modules'


class _NormBase(Module):
    """What batch and instance normalisation share.

    Args:
        num_features: channels of the input.
        eps: added to the variance.
        momentum: share of the new batch in the running mean and variance; None averages over all batches.
        affine: whether a learned weight and bias follow.
        track_running_stats: whether mean and variance are kept for evaluation.
    """

    weight: Any
    bias: Any
    running_mean: Any
    running_var: Any
    num_batches_tracked: Any

    def __init__(
        self,
        num_features: int,
        eps: float = 1e-05,
        momentum: float | None = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
        device: Any = None,
        dtype: Any = None,
    ) -> None:
        super().__init__()
        self.num_features = num_features
        self.eps = eps
        self.momentum = momentum
        self.affine = affine
        self.track_running_stats = track_running_stats
        made = {'device': device, 'dtype': dtype}
        if affine:
            self.weight = Parameter(_operations.ones(num_features, **made))
            self.bias = Parameter(_operations.zeros(num_features, **made))
        else:
            self.register_parameter('weight', None)
            self.register_parameter('bias', None)
        kept = track_running_stats
        self.register_buffer('running_mean', _operations.zeros(num_features, **made) if kept else None)
        self.register_buffer('running_var', _operations.ones(num_features, **made) if kept else None)
        self.register_buffer('num_batches_tracked', tensor(0) if kept else None)

    def reset_running_stats(self) -> None:
        """Mean 0, variance 1, no batch seen."""
        if self.track_running_stats:
            self.running_mean.zero_()
            self.running_var.fill_(1)
            self.num_batches_tracked.zero_()

    def reset_parameters(self) -> None:
        """Weight 1, bias 0, and the running statistics anew."""
        self.reset_running_stats()
        if self.affine:
            init.ones_(self.weight)
            init.zeros_(self.bias)

    def _check_input_dim(self, input: Tensor) -> None:
        raise NotImplementedError

    def extra_repr(self) -> str:
        return (
            f'{self.num_features}, eps={self.eps}, momentum={self.momentum}, affine={self.affine}, '
            f'track_running_stats={self.track_running_stats}'
        )


class _BatchNorm(_NormBase):
    def forward(self, input: Tensor) -> Tensor:
        """The same shape: every channel normalised over the batch, or by the running statistics."""
        self._check_input_dim(input)
        share = 0.0 if self.momentum is None else self.momentum
        if self.training and self.track_running_stats:
            self.num_batches_tracked.add_(1)
            if self.momentum is None:
                share = 1.0 / float(self.num_batches_tracked)
        tracked = not self.training or self.track_running_stats
        return functional.batch_norm(
            input,
            self.running_mean if tracked else None,
            self.running_var if tracked else None,
            self.weight,
            self.bias,
            self.training or self.running_mean is None,
            share,
            self.eps,
        )


def _check_rank(input: Tensor, ranks: tuple[int, ...]) -> None:
    if input.dim() not in ranks:
        wanted = ' or '.join(f'{rank}D' for rank in ranks)
        raise ValueError(f'expected {wanted} input (got {input.dim()}D input)')


class BatchNorm1d(_BatchNorm):
    """Batch normalisation of (n, c) or (n, c, l) (Ioffe and Szegedy, 2015)."""

    def _check_input_dim(self, input: Tensor) -> None:
        _check_rank(input, (2, 3))


class BatchNorm2d(_BatchNorm):
    """Batch normalisation of (n, c, h, w) (Ioffe and Szegedy, 2015)."""

    def _check_input_dim(self, input: Tensor) -> None:
        _check_rank(input, (4,))


class BatchNorm3d(_BatchNorm):
    """Batch normalisation of (n, c, d, h, w) (Ioffe and Szegedy, 2015)."""

    def _check_input_dim(self, input: Tensor) -> None:
        _check_rank(input, (5,))


class SyncBatchNorm(_BatchNorm):
    """Batch normalisation of (n, c, …) over all processes; there is one, so it is that of its own batch.

    Args:
        num_features: channels of the input.
        eps: added to the variance.
        momentum: share of the new batch in the running mean and variance; None averages over all batches.
        affine: whether a learned weight and bias follow.
        track_running_stats: whether mean and variance are kept for evaluation.
        process_group: the processes.
    """

    def __init__(
        self,
        num_features: int,
        eps: float = 1e-05,
        momentum: float | None = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
        process_group: Any = None,
        device: Any = None,
        dtype: Any = None,
    ) -> None:
        super().__init__(num_features, eps, momentum, affine, track_running_stats, device, dtype)
        self.process_group = process_group

    def _check_input_dim(self, input: Tensor) -> None:
        if input.dim() < 2:
            raise ValueError(f'expected at least 2D input (got {input.dim()}D input)')
        if input.shape[1] == 0:
            raise ValueError('SyncBatchNorm number of input channels should be non-zero')

    @classmethod
    def convert_sync_batchnorm(cls, module: Any, process_group: Any = None) -> Any:
        """The module with all its batch normalisations as this class; a new one if it is one itself."""
        made = module
        if isinstance(module, _BatchNorm):
            settings = (module.num_features, module.eps, module.momentum, module.affine)
            made = SyncBatchNorm(*settings, module.track_running_stats, process_group)
            for name in ('weight', 'bias') if module.affine else ():
                setattr(made, name, getattr(module, name))
            for name in ('running_mean', 'running_var', 'num_batches_tracked'):
                setattr(made, name, getattr(module, name))
            made.training = module.training
        for name, child in module.named_children():
            made.add_module(name, cls.convert_sync_batchnorm(child, process_group))
        return made


class LazyNorm(Lazy, _NormBase):
    """Learns its number of features from the first input."""

    def __init__(
        self,
        eps: float = 1e-05,
        momentum: float | None = 0.1,
        affine: bool = True,
        track_running_stats: bool = True,
        device: Any = None,
        dtype: Any = None,
    ) -> None:
        super().__init__(0, eps, momentum, False, False, device, dtype)
        self.affine = affine
        self.track_running_stats = track_running_stats
        if affine:
            self.weight = UninitializedParameter(device=device, dtype=dtype)
            self.bias = UninitializedParameter(device=device, dtype=dtype)
        if track_running_stats:
            self.running_mean = UninitializedBuffer(device=device, dtype=dtype)
            self.running_var = UninitializedBuffer(device=device, dtype=dtype)
            self.num_batches_tracked = tensor(0)

    def initialize_parameters(self, input: Tensor) -> None:
        """Takes the number of features from an input."""
        if not self.has_uninitialized_params():
            return
        self.num_features = input.shape[1]
        kept = [self.weight, self.bias] if self.affine else []
        if self.track_running_stats:
            kept += [self.running_mean, self.running_var]
        for member in kept:
            member.materialize((self.num_features,))
        self.reset_parameters()


class LazyBatchNorm1d(LazyNorm, BatchNorm1d):
    """A BatchNorm1d that learns its number of features from the first input."""

    cls_to_become = BatchNorm1d


class LazyBatchNorm2d(LazyNorm, BatchNorm2d):
    """A BatchNorm2d that learns its number of features from the first input."""

    cls_to_become = BatchNorm2d


class LazyBatchNorm3d(LazyNorm, BatchNorm3d):
    """A BatchNorm3d that learns its number of features from the first input."""

    cls_to_become = BatchNorm3d
