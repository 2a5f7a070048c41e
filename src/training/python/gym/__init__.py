"""As much of gym as the book uses: the frozen lake. An environment is made by its name.

The forms are those of gym 0.21, which the book is written with: `step` gives four values, `seed` is a method.
"""

from typing import Any

from _known import missing

from . import error, spaces
from .core import Env, Wrapper
from .toy_text import FrozenLakeEnv
from .wrappers import TimeLimit

__all__ = ['Env', 'Wrapper', 'error', 'make', 'spaces']

__version__ = '0.21.0'

_LAKES: dict[str, tuple[str, int]] = {'FrozenLake-v1': ('4x4', 100), 'FrozenLake8x8-v1': ('8x8', 200)}
"""By name: the map, and the most steps of an episode."""


def make(id: str, **kwargs: Any) -> TimeLimit:
    """An environment by its name.

    Args:
        id: `FrozenLake-v1` or `FrozenLake8x8-v1`.
        **kwargs: of the environment: `desc`, `map_name`, `is_slippery`.

    Raises:
        UnregisteredEnv: for other names.
    """
    if id not in _LAKES:
        raise error.UnregisteredEnv(f'D2L Exercises has of gym {" and ".join(_LAKES)} only, not {id}')
    map_name, steps = _LAKES[id]
    return TimeLimit(FrozenLakeEnv(**{'map_name': map_name, **kwargs}, id=id), steps)


def __getattr__(name: str) -> Any:
    raise missing('gym', name)
