"""The lines that frame axes."""

from typing import Any

from . import rcParams
from .colors import to_rgba
from .patches import Outline, Patch

__all__ = ['Spine', 'Spines']


class Spine(Patch):
    """One of the lines that frame axes.

    Args:
        axes: they belong to.
        spine_type: `left`, `right`, `bottom` or `top`.
    """

    zorder = 2.5

    def __init__(self, axes: Any, spine_type: str) -> None:
        super().__init__(edgecolor=rcParams['axes.edgecolor'], linewidth=rcParams['axes.linewidth'])
        self.axes, self.figure = axes, axes.figure
        self.spine_type = spine_type
        self._position: Any = ('outward', 0.0)
        self._bounds: tuple[float | None, float | None] | None = None
        self.set_visible(rcParams[f'axes.spines.{spine_type}'])

    def __str__(self) -> str:
        return 'Spine'

    def set_position(self, position: Any) -> None:
        """Sets where it stands: `zero`, `center`, or a pair such as `('data', 0)`."""
        self._position = position

    def get_position(self) -> Any:
        """Where it stands."""
        return self._position

    def set_bounds(self, low: Any = None, high: Any = None) -> None:
        """Sets from where to where it reaches."""
        if high is None and hasattr(low, '__len__'):
            low, high = low
        self._bounds = low, high

    def get_bounds(self) -> Any:
        """From where to where it reaches."""
        return self._bounds

    def set_color(self, c: Any) -> None:
        """Sets its colour."""
        self.set_edgecolor(c)

    def is_clear(self) -> bool:
        """Whether nothing is seen of it."""
        return to_rgba(self._edge)[3] == 0 or self._linewidth == 0

    def outline(self) -> Outline:
        return [], []

    def data_points(self) -> Outline:
        return [], []

    def as_series(self) -> list[dict[str, Any]]:
        return []


class _Several:
    """Several spines of which the same is asked."""

    def __init__(self, spines: list[Spine]) -> None:
        self._spines = spines

    def __getattr__(self, name: str) -> Any:
        if not name.startswith('set'):
            raise AttributeError(f"'SpinesProxy' object has no attribute {name!r}")

        def call(*args: Any, **kwargs: Any) -> None:
            for spine in self._spines:
                getattr(spine, name)(*args, **kwargs)

        return call


class Spines(dict[str, Spine]):
    """The spines of axes by name, also as attributes, several at once by a list of names."""

    def __getattr__(self, name: str) -> Any:
        if name in self:
            return self[name]
        raise AttributeError(f"'Spines' object does not contain a '{name}' spine")

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, list):
            unknown = [name for name in key if name not in self]
            if unknown:
                raise KeyError(', '.join(unknown))
            return _Several([super(Spines, self).__getitem__(name) for name in key])
        if isinstance(key, slice):
            return _Several(list(self.values()))
        return super().__getitem__(key)
