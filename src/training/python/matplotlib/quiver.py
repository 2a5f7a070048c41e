"""Fields of arrows."""

import math
from typing import Any

from .artist import each
from .collections import PolyCollection
from .colors import color_of
from .values import array_of, as_list, numbers, shape

__all__ = ['Quiver', 'QuiverKey']

_OWN = (
    'pivot',
    'units',
    'angles',
    'scale',
    'scale_units',
    'width',
    'headwidth',
    'headlength',
    'headaxislength',
    'minshaft',
    'minlength',
)


class Quiver(PolyCollection):
    """Arrows at places, `[X, Y], U, V, [C]`, scaled as matplotlib does unless a scale is given.

    Raises:
        TypeError: for fewer than two positional arguments, or more than five.
    """

    def __init__(self, ax: Any, *args: Any, color: Any = 'k', **kwargs: Any) -> None:
        if not 2 <= len(args) <= 5:
            raise TypeError(f'quiver() takes from 2 to 5 positional arguments but {len(args)} were given')
        self._own = {name: kwargs.pop(name, None) for name in _OWN}
        lists = list(args)
        colors = lists.pop() if len(lists) in (3, 5) else None
        self.U, self.V = array_of(lists[-2]), array_of(lists[-1])
        self.X, self.Y = self._places(lists[:-2])
        self.N = len(self._u)
        super().__init__([], facecolors=color, **kwargs)
        self.axes = ax
        if colors is not None:
            self.set_array(array_of(numbers(colors)))
            self.autoscale_None()

    def _places(self, given: list[Any]) -> tuple[Any, Any]:
        self._u, self._v = numbers(self.U), numbers(self.V)
        if given:
            x, y = numbers(given[0]), numbers(given[1])
            sizes = shape(self.U)
            if (
                len(sizes) == 2
                and (len(x), len(y)) == (sizes[1], sizes[0])
                and len(x) * len(y) == len(self._u)
            ):
                x, y = x * sizes[0], [v for v in y for _ in range(sizes[1])]
            if len(x) != len(y):
                raise ValueError('X and Y must be the same size')
            if len(self._u) not in (1, len(x)):
                raise ValueError(
                    f'Argument U has a size {len(self._u)} which does not match {len(x)}, the '
                    'number of arrow positions'
                )
            self._u, self._v = each(self._u, len(x)), each(self._v, len(x))
        else:
            sizes = (1, *shape(self.U))[-2:]
            x = [float(j) for _ in range(sizes[0]) for j in range(sizes[1])]
            y = [float(i) for i in range(sizes[0]) for _ in range(sizes[1])]
        self._xs, self._ys = x, y
        return array_of([float(a) for a in x]), array_of([float(b) for b in y])

    def set_UVC(self, U: Any, V: Any, C: Any = None) -> None:  # noqa: N802 - matplotlib's name
        """Replaces the arrows."""
        self.U, self.V = array_of(U), array_of(V)
        self._u, self._v = numbers(U), numbers(V)
        if C is not None:
            self.set_array(array_of(numbers(C)))

    def data_points(self) -> tuple[list[float], list[float]]:
        return list(self._xs), list(self._ys)

    def _in_units(self) -> tuple[list[float], list[float], bool]:
        """The arrows as steps: in the coordinates of the data, or (True) in parts of the axes' width."""
        own = self._own
        scale, units = own['scale'], own['scale_units']
        lengths = [math.hypot(a, b) for a, b in zip(self._u, self._v, strict=True)]
        if scale is None:
            known = [length for length in lengths if math.isfinite(length)]
            mean = sum(known) / max(1, len(known)) or 1.0
            scale = 1.8 * mean * max(10.0, math.sqrt(self.N))
            if units in ('xy', 'x', 'y'):
                scale /= abs(self.axes.get_xlim()[1] - self.axes.get_xlim()[0]) or 1.0
        part = 1.0 / float(scale)
        if units in ('xy', 'x', 'y') or own['angles'] == 'xy':
            part = (
                part
                if units in ('xy', 'x', 'y')
                else part * abs(self.axes.get_xlim()[1] - self.axes.get_xlim()[0])
            )
            return [u * part for u in self._u], [v * part for v in self._v], False
        return [u * part for u in self._u], [v * part for v in self._v], True

    def _shaft(self) -> float:
        """The width of shafts in parts of the axes' width."""
        if self._own['width'] is not None:
            return float(self._own['width'])
        return 0.06 / min(25.0, max(8.0, math.sqrt(self.N)))

    def as_series(self) -> list[dict[str, Any]]:
        across, up, free = self._in_units()
        shift = {'mid': 0.5, 'middle': 0.5, 'tip': 1.0}.get(str(self._own['pivot']), 0.0)
        places = list(zip(self._xs, self._ys, across, up, strict=True))
        shaft = self._shaft()
        fields: dict[str, Any] = {
            'x2': list(across) if free else [x + dx * (1 - shift) for x, _, dx, _ in places],
            'y2': list(up) if free else [y + dy * (1 - shift) for _, y, _, dy in places],
            'steps': True if free else None,
            'pivot': shift if free and shift else None,
            'arrowstyle': 'quiver',
            'shaft': shaft,
            'headwidth': shaft * float(self._own['headwidth'] or 3),
            'headlength': shaft * float(self._own['headlength'] or 5),
            'alpha': self._alpha,
        }
        if self._A is not None:
            fields['colors'] = [color_of(tuple(row)).name for row in as_list(self.to_rgba(self._A))]
        else:
            fields |= self.color_fields(self._face)
        x = [x if free else x - dx * shift for x, _, dx, _ in places]
        y = [y if free else y - dy * shift for _, y, _, dy in places]
        return [self.series('arrow', x, y, fields)]


class QuiverKey:
    """Says how long an arrow is; it is not drawn."""

    def __init__(self, Q: Quiver, X: float, Y: float, U: float, label: str) -> None:
        from .text import Text

        self.Q, self.U, self.text = Q, U, Text(X, Y, label)
