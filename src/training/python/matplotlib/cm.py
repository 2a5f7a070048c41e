"""matplotlib's colour maps by name, and what turns numbers into their colours."""

from collections.abc import Iterator, Mapping
from typing import Any

from . import rcParams
from ._api import check_in_list
from ._colormaps import Colormap, LinearSegmentedColormap, ListedColormap
from .colors import Normalize

__all__ = [
    'ColormapRegistry',
    'ScalarMappable',
    'colormaps',
    'find_cmap',
    'get_cmap',
    'named',
    'register_cmap',
]


def _data() -> Any:
    """The tables, which are large and seldom needed."""
    from . import _cm_data

    return _cm_data


def _is_built_in(name: str) -> bool:
    return name.removesuffix('_r') in _data().ORDER.split()


class ColormapRegistry(Mapping[str, Colormap]):
    """All maps by name; each look-up gives a copy."""

    def __init__(self) -> None:
        self._made: dict[str, Colormap] = {}
        self._known: list[str] = []

    @property
    def _names(self) -> list[str]:
        if not self._known:
            order = _data().ORDER.split()
            self._known = [*order, *(f'{name}_r' for name in order)]
        return self._known

    def __getitem__(self, item: str) -> Colormap:
        return self._find(item).copy()

    def _find(self, name: str) -> Colormap:
        if name not in self._made:
            if name not in self._names:
                raise KeyError(f'{name!r} is not a known colormap name')
            turned = name.endswith('_r')
            self._made[name] = self._find(name[:-2]).reversed(name) if turned else _made(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __call__(self) -> list[str]:
        return list(self)

    def __str__(self) -> str:
        return 'ColormapRegistry; available colormaps:\n' + ', '.join(f"'{name}'" for name in self)

    def register(self, cmap: Colormap, *, name: str | None = None, force: bool = False) -> None:
        """Makes a map known by name.

        Raises:
            ValueError: when there is one of that name, unless `force`.
        """
        known = name or cmap.name
        if known in self._names and not force:
            raise ValueError(f'A colormap named "{known}" is already registered.')
        self._made[known] = cmap.copy()
        if known not in self._names:
            self._names.append(known)

    def unregister(self, name: str) -> None:
        """Forgets a map.

        Raises:
            ValueError: for one of matplotlib's own.
        """
        if _is_built_in(name):
            raise ValueError(f'cannot unregister {name!r} which is a builtin colormap.')
        self._made.pop(name, None)
        if name in self._names:
            self._names.remove(name)

    def get_cmap(self, cmap: Any) -> Colormap:
        """A map by name, the one of `rcParams` for None, or the map itself."""
        return self[named(cmap, 'cmap')] if not isinstance(cmap, Colormap) else cmap


def _made(name: str) -> Colormap:
    from ._cm import FORMULAS

    _cm_data = _data()
    size = int(rcParams['image.lut'])
    if name in _cm_data.FINE:
        digits = _cm_data.FINE[name]
        parts = [int(digits[at : at + 7]) / 1e6 for at in range(0, len(digits), 7)]
        return ListedColormap([parts[at : at + 3] for at in range(0, len(parts), 3)], name)
    if name in _cm_data.QUALITATIVE:
        rows = _rows_of_bytes(_cm_data.QUALITATIVE[name])
        return ListedColormap(tuple(tuple(row) for row in rows), name)
    if name in _cm_data.EVEN:
        return LinearSegmentedColormap.from_list(name, _rows_of_bytes(_cm_data.EVEN[name]), size)
    channels = FORMULAS.get(name) or [_stops(text) for text in _cm_data.SEGMENTS[name]]
    return LinearSegmentedColormap(name, dict(zip(('red', 'green', 'blue'), channels, strict=True)), size)


def _rows_of_bytes(digits: str) -> list[list[float]]:
    parts = [int(digits[at : at + 2], 16) / 255 for at in range(0, len(digits), 2)]
    return [parts[at : at + 3] for at in range(0, len(parts), 3)]


def _stops(text: str) -> list[tuple[float, ...]]:
    return [tuple(map(float, stop.split())) for stop in text.split(';')]


colormaps = ColormapRegistry()


def named(cmap: Any, argument: str) -> str:
    """The name of a map that is given by name.

    Raises:
        ValueError: when there is none of that name.
        TypeError: for what is no name.
    """
    name = rcParams['image.cmap'] if cmap is None else cmap
    if not isinstance(name, str):
        raise TypeError(
            f'get_cmap expects None or an instance of a str or Colormap . you passed {name!r} '
            f'of type {type(name)}'
        )
    if name not in colormaps:
        check_in_list(sorted(colormaps), **{argument: name})
    return name


def find_cmap(cmap: Any, argument: str = 'cmap') -> Colormap:
    """A map by name, the one of `rcParams` for None, or the map itself."""
    return cmap if isinstance(cmap, Colormap) else colormaps[named(cmap, argument)]


def get_cmap(name: Any = None, lut: int | None = None) -> Colormap:
    """A map by name, with another number of colours if asked for."""
    found = find_cmap(name, 'name')
    return found if lut is None else found.resampled(lut)


def register_cmap(name: str | None = None, cmap: Any = None, **_: Any) -> None:
    """Makes a map known by name."""
    colormaps.register(cmap, name=name, force=True)


class ScalarMappable:
    """What shows numbers as colours.

    Args:
        norm: from the numbers to 0 … 1.
        cmap: from there to colours.
    """

    def __init__(self, norm: Any = None, cmap: Any = None) -> None:
        self._A: Any = None
        self.norm = Normalize() if norm is None else _norm(norm)
        self._cmap: Any = None if cmap is None else find_cmap(cmap)
        self.colorbar: Any = None

    @property
    def cmap(self) -> Colormap:
        """The map."""
        if self._cmap is None:
            self._cmap = find_cmap(None)
        return self._cmap

    @cmap.setter
    def cmap(self, cmap: Any) -> None:
        self._cmap = find_cmap(cmap)

    def set_array(self, A: Any) -> None:
        """Sets the numbers."""
        self._A = A

    def get_array(self) -> Any:
        """The numbers."""
        return self._A

    def get_cmap(self) -> Colormap:
        """The map."""
        return self.cmap

    def set_cmap(self, cmap: Any) -> None:
        """Sets the map."""
        self._cmap = find_cmap(cmap)

    def get_clim(self) -> tuple[Any, Any]:
        """The numbers at the ends of the map."""
        return self.norm.vmin, self.norm.vmax

    def set_clim(self, vmin: Any = None, vmax: Any = None) -> None:
        """Sets the numbers at the ends of the map."""
        if vmax is None and hasattr(vmin, '__len__'):
            vmin, vmax = vmin
        if vmin is not None:
            self.norm.vmin = float(vmin)
        if vmax is not None:
            self.norm.vmax = float(vmax)

    def set_norm(self, norm: Any) -> None:
        """Sets how numbers become 0 … 1."""
        self.norm = Normalize() if norm is None else _norm(norm)

    def autoscale(self) -> None:
        """Takes the ends from the numbers.

        Raises:
            TypeError: while it has no numbers.
        """
        if self._A is None:
            raise TypeError('You must first set_array for mappable')
        self.norm.autoscale(self._A)

    def autoscale_None(self) -> None:  # noqa: N802 - matplotlib's name
        """Takes from the numbers the ends that are not set."""
        if self._A is not None:
            self.norm.autoscale_None(self._A)

    def changed(self) -> None:
        """Has no effect: figures are drawn when they are complete."""

    def to_rgba(self, x: Any, alpha: Any = None, bytes: bool = False, norm: bool = True) -> Any:
        """The colours of numbers."""
        return self.cmap(self.norm(x) if norm else x, alpha, bytes)

    def scale_of_colors(self) -> dict[str, Any]:
        """What figures say of it: the map, and the values at its ends."""
        fields: dict[str, Any] = {'cmap': self.cmap.name, 'ramp': self._ramp()}
        for name, value in (('vmin', self.norm.vmin), ('vmax', self.norm.vmax)):
            if value is not None:
                fields[name] = float(value)
        if type(self.norm).__name__ == 'LogNorm':
            fields['norm'] = 'log'
        return fields

    def _ramp(self) -> list[Any]:
        """The colours from the lower to the upper end, evenly in the numbers or in their logarithms."""
        from ._ramps import ramp_of

        if type(self.norm).__name__ in ('Normalize', 'NoNorm', 'LogNorm'):
            return ramp_of(self.cmap)
        low, high = float(self.norm.vmin), float(self.norm.vmax)
        return ramp_of(self.cmap, lambda part: self.norm(low + part * (high - low)))


def _norm(norm: Any) -> Normalize:
    if isinstance(norm, str):
        from .colors import LogNorm

        check_in_list(('linear', 'log'), norm=norm)
        return LogNorm() if norm == 'log' else Normalize()
    if not isinstance(norm, Normalize):
        raise TypeError(
            "'norm' must be an instance of matplotlib.colors.Normalize, str or None, not a "
            f'{type(norm).__name__}'
        )
    return norm


def __getattr__(name: str) -> Any:
    if name == 'color_sequences':
        return {known: _rows_of_bytes(digits) for known, digits in _data().QUALITATIVE.items()}
    if not name.startswith('_') and name in colormaps:
        return colormaps._find(name)
    raise AttributeError(f"module 'matplotlib.cm' has no attribute {name!r}")
