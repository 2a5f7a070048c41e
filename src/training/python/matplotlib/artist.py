"""One series of a figure."""

import math
from typing import Any

from .formats import look
from .values import numbers, reals


class Artist:
    """Something drawn: one series of the figure.

    Args:
        kind: the protocol's kind of series.
        x, y: where. Of a series that reaches across all of the axes, all x or all y are infinite.
        label: its name in the legend.
        fields: further fields of the protocol's `Series`.
    """

    def __init__(
        self, kind: str, x: list[float], y: list[float], label: str = '', fields: dict[str, Any] | None = None
    ) -> None:
        self.kind = kind
        self.x = x
        self.y = y
        self.label = label
        self.fields = dict(fields or {})

    def set_data(self, x: Any, y: Any) -> None:
        """Replaces the points."""
        self.x, self.y = numbers(x), numbers(y)

    def set_xdata(self, x: Any) -> None:
        """Replaces the abscissae."""
        self.x = numbers(x)

    def set_ydata(self, y: Any) -> None:
        """Replaces the ordinates."""
        self.y = numbers(y)

    def get_xdata(self) -> list[float]:
        """The abscissae."""
        return self.x

    def get_ydata(self) -> list[float]:
        """The ordinates."""
        return self.y

    def set_label(self, label: str) -> None:
        """Sets the name in the legend."""
        self.label = str(label)

    def get_label(self) -> str:
        """The name in the legend."""
        return self.label

    def set_color(self, color: Any) -> None:
        """Sets the colour."""
        self._set(color=color)

    def get_color(self) -> Any:
        """The colour, as `C0` … `C9`, a name or `#rrggbb`."""
        return self.fields.get('color')

    def set_alpha(self, alpha: float) -> None:
        """Sets the opacity, from 0 to 1."""
        self._set(alpha=alpha)

    def set_linewidth(self, w: float) -> None:
        """Sets the width of lines, in points."""
        self._set(linewidth=w)

    def set_linestyle(self, ls: str) -> None:
        """Sets how lines are drawn: `-`, `--`, `-.` or `:`."""
        self._set(linestyle=ls)

    def set_marker(self, marker: str) -> None:
        """Sets the mark of each point."""
        self._set(marker=marker)

    def set_cmap(self, cmap: Any) -> None:
        """Sets the colour map of values."""
        self.fields['cmap'] = str(cmap)

    def set_clim(self, vmin: Any = None, vmax: Any = None) -> None:
        """Sets the values that the colour map's ends stand for."""
        self.fields |= {name: float(v) for name, v in (('vmin', vmin), ('vmax', vmax)) if v is not None}

    def set(self, **kwargs: Any) -> None:
        """Sets several properties: `color`, `linewidth`, `label`, …"""
        for name, value in kwargs.items():
            getattr(self, f'set_{name}')(value)

    def _set(self, **options: Any) -> None:
        self.fields |= look(self.fields.get('format', ''), options)

    def extent(self, axis: str) -> list[float]:
        """The coordinates along an axis that it takes up, those that are finite."""
        if self.kind == 'image':
            left, right, bottom, top = self.fields['extent']
            return [left, right] if axis == 'x' else [bottom, top]
        own = list(self.x if axis == 'x' else self.y)
        if self.kind == 'bar':
            own = self._bar_extent(axis)
        elif self.kind == 'arrow':
            own += self.fields[f'{axis}2']
        return [value for value in own if math.isfinite(value)]

    def _bar_extent(self, axis: str) -> list[float]:
        count = len(self.x)
        if (axis == 'x') == bool(self.fields.get('horizontal')):
            bases = _each(self.fields.get('bases', [0.0]), count)
            return [end for base, length in zip(bases, self.y, strict=True) for end in (base, base + length)]
        widths = _each(self.fields.get('widths', [0.8]), count)
        return [x + side * w / 2 for x, w in zip(self.x, widths, strict=True) for side in (-1, 1)]

    def as_series(self) -> dict[str, Any]:
        """The protocol's `Series`."""
        further = {name: _spelled(value) for name, value in self.fields.items()}
        return {'kind': self.kind, 'label': self.label, 'x': reals(self.x), 'y': reals(self.y), **further}


def _each(values: list[float], count: int) -> list[float]:
    return values * count if len(values) == 1 else values


def _spelled(value: Any) -> Any:
    if isinstance(value, float):
        return reals([value])[0]
    if isinstance(value, list) and value and isinstance(value[0], float):
        return reals(value)
    return value
