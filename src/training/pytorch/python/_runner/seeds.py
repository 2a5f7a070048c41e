"""Seeds the streams of random numbers that exercises draw from."""

from __future__ import annotations

import random
import sys

__all__ = ['plant']


def plant(seed: int) -> None:
    """Seeds PyTorch's, Python's and, where it is imported, numpy's, as a run with this seed begins."""
    import torch

    torch.manual_seed(seed)
    random.seed(seed)
    numpy = sys.modules.get('numpy')
    if numpy is not None:
        numpy.random.seed(seed % 2**32)
