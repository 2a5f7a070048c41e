"""Layers for several devices, of which there is one."""

from collections.abc import Sequence
from typing import Any

from ..._dtypes import Device
from ..._tensor import Tensor
from .module import Module

__all__ = ['DataParallel']

_OFFERED_LATE_BY = 'torch.nn'


class DataParallel(Module):
    """Runs its module, as PyTorch does where no GPU is.

    Args:
        module: what is run.
        device_ids, output_device, dim: without effect on one device.
    """

    def __init__(
        self,
        module: Module,
        device_ids: Sequence[Device] | None = None,
        output_device: Device = None,
        dim: int = 0,
    ) -> None:
        super().__init__()
        self.module = module
        self.device_ids: list[int] = []

    def forward(self, *inputs: Any, **kwargs: Any) -> Tensor:
        """What the module makes of its inputs."""
        return self.module(*inputs, **kwargs)
