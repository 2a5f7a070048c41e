"""Random numbers, drawn as torchvision draws them."""

import torch

__all__ = ['chance', 'uniform']


def uniform(low: float, high: float) -> float:
    """A number between two."""
    return torch.empty(1).uniform_(float(low), float(high)).item()


def chance() -> float:
    """A number from 0 to 1."""
    return torch.rand(1).item()
