"""`torchvision.transforms.transforms`: all classes of transforms."""

from . import _color, _conversion, _flips, _geometry, _order
from ._color import *  # noqa: F403
from ._conversion import *  # noqa: F403
from ._flips import *  # noqa: F403
from ._geometry import *  # noqa: F403
from ._order import *  # noqa: F403

__all__ = [
    *_color.__all__,
    *_conversion.__all__,
    *_flips.__all__,
    *_geometry.__all__,
    *_order.__all__,
]
