"""Devices: the CPU is the only one here."""

from typing import Any

import torch

__all__ = ['cpu', 'gpu', 'num_gpus', 'try_all_gpus', 'try_gpu']

_OFFERED_BY = 'd2l.torch'


def cpu() -> Any:
    """The CPU."""
    return torch.device('cpu')


def gpu(i: int = 0) -> Any:
    """The i-th GPU, which nothing can be moved to."""
    return torch.device(f'cuda:{i}')


def num_gpus() -> int:
    """0."""
    return torch.cuda.device_count()


def try_gpu(i: int = 0) -> Any:
    """The i-th GPU if there is one, else the CPU."""
    return gpu(i) if num_gpus() >= i + 1 else cpu()


def try_all_gpus() -> list[Any]:
    """All GPUs: none."""
    return [gpu(i) for i in range(num_gpus())]
