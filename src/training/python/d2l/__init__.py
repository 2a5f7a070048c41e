"""The companion package of Dive into Deep Learning, over the engine of D2L Exercises."""

from . import loops as _loops
from . import sorted_data as _sorted_data

__all__ = []

__version__ = '1.0.3'
