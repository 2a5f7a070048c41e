"""Areas and outlines."""

from typing import Any

from matplotlib._api import check_in_list, check_instance
from matplotlib.artist import Artist
from matplotlib.axes._base import AxesBase
from matplotlib.collections import Collection, PolyCollection
from matplotlib.patches import Patch, Polygon
from matplotlib.transforms import Transform
from matplotlib.values import as_list, numbers

__all__ = ['Areas']


class Areas(AxesBase):
    """The methods of axes that fill areas."""

    def fill_between(
        self,
        x: Any,
        y1: Any,
        y2: Any = 0,
        where: Any = None,
        interpolate: bool = False,
        step: Any = None,
        *,
        data: Any = None,
        **kwargs: Any,
    ) -> PolyCollection:
        """Fills the area between two curves, where it says so."""
        if data is not None:
            x, y1, y2 = (data[one] if isinstance(one, str) and one in data else one for one in (x, y1, y2))
        return self._between(
            numbers(self.xaxis.convert_units(x)), y1, y2, (where, interpolate, step), kwargs, False
        )

    def fill_betweenx(
        self,
        y: Any,
        x1: Any,
        x2: Any = 0,
        where: Any = None,
        step: Any = None,
        interpolate: bool = False,
        **kwargs: Any,
    ) -> PolyCollection:
        """Fills the area between two curves that run upwards, where it says so."""
        return self._between(
            numbers(self.yaxis.convert_units(y)), x1, x2, (where, interpolate, step), kwargs, True
        )

    def _between(
        self,
        along: list[float],
        one: Any,
        other: Any,
        form: tuple[Any, bool, Any],
        options: dict[str, Any],
        upright: bool,
    ) -> PolyCollection:
        where, interpolate, step = form
        first, second = _as_many(one, len(along)), _as_many(other, len(along))
        shown = [True] * len(along) if where is None else [bool(flag) for flag in as_list(where)]
        if len(shown) != len(along):
            raise ValueError(
                f'where size ({len(shown)}) does not match {"y" if upright else "x"} size ({len(along)})'
            )
        known = [a == a and b == b for a, b in zip(first, second, strict=True)]
        areas = [
            _area(along, first, second, ends, shown if interpolate else None, step)
            for ends in _stretches([flag and ok for flag, ok in zip(shown, known, strict=True)])
        ]
        areas = [[(b, a) for a, b in area] for area in areas] if upright else areas
        if not {'color', 'facecolor', 'facecolors', 'fc'} & set(options):
            options['facecolor'] = self.patch_cycle.next_color()
        face = options.pop('facecolor', options.pop('fc', options.pop('facecolors', None)))
        color = options.pop('color', None)
        edge = options.pop('edgecolor', options.pop('ec', options.pop('edgecolors', None)))
        width = options.pop('linewidth', options.pop('lw', options.pop('linewidths', None)))
        made = PolyCollection(
            areas,
            facecolors=color if face is None else face,
            edgecolors=edge if edge is not None else color if face is None else None,
            linewidths=width,
            **options,
        )
        return self.add(made)

    def fill(self, *args: Any, data: Any = None, **kwargs: Any) -> list[Polygon]:
        """Fills the area within outlines: `fill(x, y, [color], …)`."""
        from matplotlib._formats import format_parts
        from matplotlib.axes._lines import _groups

        made: list[Polygon] = []
        for x, y, fmt in _groups(args):
            given = format_parts(fmt) if fmt else {}
            color = kwargs.get('color', given.get('color'))
            face = kwargs.get('facecolor', kwargs.get('fc', color))
            if face is None:
                face = self.patch_cycle.next_color()
            rest = {name: value for name, value in kwargs.items() if name not in ('facecolor', 'fc', 'color')}
            if color is not None and 'edgecolor' not in rest and 'ec' not in rest:
                rest['edgecolor'] = color
            rows = list(zip(numbers(x), numbers(y), strict=True))
            made.append(self.add(Polygon(rows, facecolor=face, **rest)))
        return made

    def stackplot(
        self, x: Any, *args: Any, labels: Any = (), colors: Any = None, baseline: str = 'zero', **kwargs: Any
    ) -> list[Any]:
        """Fills areas that stand on one another."""
        check_in_list(('zero', 'sym', 'wiggle', 'weighted_wiggle'), baseline=baseline)
        rows = [numbers(row) for one in args for row in _rows(one)]
        along = numbers(x)
        low = [0.0] * len(along)
        if baseline == 'sym':
            low = [-sum(column) / 2 for column in zip(*rows, strict=True)]
        names = list(labels)
        made: list[Any] = []
        for place, row in enumerate(rows):
            high = [a + b for a, b in zip(low, row, strict=True)]
            color = self.line_cycle.next_color() if colors is None else colors[place % len(colors)]
            label = names[place] if place < len(names) else None
            made.append(self.fill_between(along, low, high, facecolor=color, label=label, **kwargs))
            low = high
        if made and baseline == 'zero':
            made[0].sticky_edges.y[:] = [0]
        return made

    # ------------------------------------------------------------ bands

    def axhspan(self, ymin: Any, ymax: Any, xmin: float = 0, xmax: float = 1, **kwargs: Any) -> Polygon:
        """Fills a horizontal band through all of the axes."""
        return self._band('x', float(ymin), float(ymax), kwargs)

    def axvspan(self, xmin: Any, xmax: Any, ymin: float = 0, ymax: float = 1, **kwargs: Any) -> Polygon:
        """Fills a vertical band through all of the axes."""
        return self._band('y', float(xmin), float(xmax), kwargs)

    def _band(self, name: str, low: float, high: float, options: dict[str, Any]) -> Polygon:
        corners: list[tuple[float, float]] = [(0, low), (0, high), (1, high), (1, low)]
        made = _Band(name, corners if name == 'x' else [(b, a) for a, b in corners], options)
        return self.add(made, 'y' if name == 'x' else 'x')

    # ------------------------------------------------------------ what was made before

    def add_patch(self, p: Patch) -> Patch:
        """Draws an outline that was made before."""
        check_instance(Patch, p=p)
        return self.add(p, quietly=True)

    def add_collection(self, collection: Any, autolim: bool = True) -> Any:
        """Draws a collection that was made before."""
        check_instance(Collection, collection=collection)
        return self.add(collection, 'xy' if autolim else '', quietly=True)

    def add_artist(self, a: Any) -> Any:
        """Draws what was made before, without making room for it.

        Raises:
            AttributeError: for what is no artist.
        """
        if not hasattr(a, 'axes'):
            raise AttributeError(f"{type(a).__name__!r} object has no attribute 'axes'")
        if isinstance(a, Artist):
            self.add(a, '')
        return a

    def add_container(self, container: Any) -> Any:
        """Takes in what belongs together."""
        self.containers.append(container)
        return container


class _Band(Polygon):
    """A band through all of the axes."""

    def __init__(self, across: str, corners: list[tuple[float, float]], options: dict[str, Any]) -> None:
        self._across = across
        super().__init__(corners, **options)
        self._transform = Transform(lambda x, y: (x, y), lambda x, y: (x, y), f'{across}-across')

    def data_points(self) -> tuple[list[float], list[float]]:
        x, y = self.outline()
        return ([], y) if self._across == 'x' else (x, [])

    def as_series(self) -> list[dict[str, Any]]:
        x, y = self.outline()
        ends: list[Any] = ['-inf', '-inf', 'inf', 'inf']
        if self._across == 'x':
            series = self.series('area', [], [y[0], y[1], y[1], y[0]], self.look())
            return [series | {'x': ends}]
        series = self.series('area', [x[0], x[1], x[1], x[0]], [], self.look())
        return [series | {'y': ends}]


def _area(
    along: list[float],
    first: list[float],
    second: list[float],
    ends: tuple[int, int],
    shown: list[bool] | None,
    step: Any,
) -> list[tuple[float, float]]:
    start, end = ends
    x, low, high = along[start:end], second[start:end], first[start:end]
    if step is not None:
        from matplotlib.lines import _stepped

        x_low, low = _stepped(x, low, f'steps-{step}')
        x, high = _stepped(x, high, f'steps-{step}')
        return list(zip(x + x_low[::-1], high + low[::-1], strict=True))
    upper = list(zip(x, high, strict=True))
    lower = list(zip(x, low, strict=True))
    if shown is not None:
        before, after = _crossing(along, first, second, start - 1), _crossing(along, first, second, end - 1)
        upper = [*before, *upper, *after]
        lower = [*before, *lower, *after]
    return upper + lower[::-1]


def _crossing(
    x: list[float], first: list[float], second: list[float], place: int
) -> list[tuple[float, float]]:
    """Where the curves meet between a point and the next one; none where they do not."""
    if not 0 <= place < len(x) - 1:
        return []
    here, there = first[place] - second[place], first[place + 1] - second[place + 1]
    if here == there or here * there > 0:
        return []
    part = here / (here - there)
    return [
        (x[place] + part * (x[place + 1] - x[place]), first[place] + part * (first[place + 1] - first[place]))
    ]


def _as_many(values: Any, count: int) -> list[float]:
    given = numbers(values)
    if len(given) == 1:
        return given * count
    if len(given) != count:
        raise ValueError(f'operands could not be broadcast together with shapes ({count},) ({len(given)},) ')
    return given


def _stretches(flags: list[bool]) -> list[tuple[int, int]]:
    """Start and end of each run of true flags."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for place, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            found.append((start, place))
            start = None
    return found


def _rows(values: Any) -> list[Any]:
    if hasattr(values, 'values') and hasattr(values, 'keys'):
        return list(values.values())
    listed = as_list(values)
    return listed if listed and hasattr(as_list(listed[0]), '__len__') else [listed]
