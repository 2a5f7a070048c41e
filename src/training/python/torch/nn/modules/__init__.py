"""The modules of torch.nn."""

from . import _collected
from ._collected import *  # noqa: F403

__all__ = [*_collected.__all__]
