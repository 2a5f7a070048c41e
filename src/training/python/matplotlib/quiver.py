"""Fields of arrows."""

import math
from typing import Any

from .artist import each
from .collections import PolyCollection
from .colors import color_of
from .values import array_of, as_list, numbers, shape

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
    """Arrows at places, `[X, Y], U, V, [C]`, scaled as matplotlib does unless a scale is given."""

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

    def _scale(self) -> float:
        """The length of vectors that is one unit of the axes."""
        if self._own['scale'] is not None and self._own['scale_units'] in ('xy', 'x', 'y'):
            return float(self._own['scale'])
        low, high = self.axes.get_xlim()
        if self._own['scale'] is not None:
            return float(self._own['scale']) / (abs(high - low) or 1.0)
        lengths = [math.hypot(a, b) for a, b in zip(self._u, self._v, strict=True)]
        mean = sum(lengths) / max(1, len(lengths)) or 1.0
        count = max(8, round(math.sqrt(self.N)))
        return 1.8 * mean * count / (abs(high - low) or 1.0) / 1.8

    def as_series(self) -> list[dict[str, Any]]:
        scale = self._scale()
        ends = [
            (x + u / scale, y + v / scale)
            for x, y, u, v in zip(self._xs, self._ys, self._u, self._v, strict=True)
        ]
        shift = {'mid': 0.5, 'middle': 0.5, 'tip': 1.0}.get(str(self._own['pivot']), 0.0)
        starts = list(zip(self._xs, self._ys, strict=True))
        if shift:
            moves = [((a - x) * shift, (b - y) * shift) for (x, y), (a, b) in zip(starts, ends, strict=True)]
            starts = [(x - dx, y - dy) for (x, y), (dx, dy) in zip(starts, moves, strict=True)]
            ends = [(x - dx, y - dy) for (x, y), (dx, dy) in zip(ends, moves, strict=True)]
        fields = {'x2': [end[0] for end in ends], 'y2': [end[1] for end in ends], 'alpha': self._alpha}
        if self._A is not None:
            colors = [color_of(tuple(row)).name for row in as_list(self.to_rgba(self._A))]
            fields['colors'] = colors
        else:
            fields |= self.color_fields(self._face)
        return [self.series('arrow', [p[0] for p in starts], [p[1] for p in starts], fields)]


class QuiverKey:
    """Says how long an arrow is; it is not drawn."""

    def __init__(self, Q: Quiver, X: float, Y: float, U: float, label: str) -> None:
        from .text import Text

        self.Q, self.U, self.text = Q, U, Text(X, Y, label)
