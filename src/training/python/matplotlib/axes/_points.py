"""Points of a scatter, and points with errors."""

from typing import Any

from matplotlib import rcParams
from matplotlib._api import warn
from matplotlib.axes._base import AxesBase
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import colors_of, is_color_like
from matplotlib.container import ErrorbarContainer
from matplotlib.lines import Line2D, checked_marker
from matplotlib.values import as_list, numbers, plain, shape

__all__ = ['Points']


class Points(AxesBase):
    """The methods of axes that draw points."""

    def scatter(
        self,
        x: Any,
        y: Any,
        s: Any = None,
        c: Any = None,
        marker: Any = None,
        cmap: Any = None,
        norm: Any = None,
        vmin: Any = None,
        vmax: Any = None,
        alpha: Any = None,
        linewidths: Any = None,
        *,
        edgecolors: Any = None,
        plotnonfinite: bool = False,
        data: Any = None,
        **kwargs: Any,
    ) -> PathCollection:
        """Draws points; `c` are colours, or numbers shown as colours; `s` are areas in square points.

        Raises:
            ValueError: unless x, y and lists of sizes or colours are equally long.
        """
        if data is not None:
            x, y, s, c = (data[one] if isinstance(one, str) and one in data else one for one in (x, y, s, c))
        abscissae, ordinates = numbers(self.xaxis.convert_units(x)), numbers(self.yaxis.convert_units(y))
        if len(abscissae) != len(ordinates):
            raise ValueError('x and y must be the same size')
        sizes = [rcParams['lines.markersize'] ** 2] if s is None else plain(s)
        if len(sizes) not in (1, len(abscissae)):
            raise ValueError('s must be a scalar, or float array-like with the same size as x and y')
        values, face, edge = self._point_colors(c, edgecolors, kwargs, len(abscissae))
        mark = checked_marker(rcParams['scatter.marker'] if marker is None else marker)
        if values is None and (cmap is not None or norm is not None or vmin is not None or vmax is not None):
            given = "'cmap'" if cmap is not None else "'norm'" if norm is not None else "'vmin', 'vmax'"
            warn(f"No data for colormapping provided via 'c'. Parameters {given} will be ignored")
            cmap = norm = vmin = vmax = None
        made = PathCollection(
            abscissae,
            ordinates,
            sizes,
            mark,
            facecolors=face,
            edgecolors=edge,
            cmap=cmap,
            norm=norm,
            alpha=alpha,
        )
        width = linewidths if linewidths is not None else kwargs.pop('linewidth', kwargs.pop('lw', None))
        made.set_linewidth(rcParams['lines.linewidth'] if width is None else width)
        made.set(**kwargs)
        if values is not None:
            made.set_array(values)
            made.set_clim(vmin, vmax)
            made.autoscale_None()
        return self.add(made)

    def _point_colors(
        self, c: Any, edgecolors: Any, options: dict[str, Any], count: int
    ) -> tuple[Any, Any, Any]:
        """Numbers that are shown as colours, or none; colours of faces and of edges."""
        face = options.pop('facecolors', options.pop('facecolor', options.pop('fc', None)))
        color = options.pop('color', None)
        edge = options.pop('edgecolor', options.pop('ec', edgecolors))
        if color is not None:
            if colors_of(color) is None and not is_color_like(color):
                raise ValueError(
                    "'color' kwarg must be a color or sequence of color specs.  For a "
                    'sequence of values to be '
                    "color-mapped, use the 'c' argument instead."
                )
            edge = color if edge is None else edge
            face = color if face is None else face
        edge = rcParams['scatter.edgecolors'] if edge is None else edge
        if c is None:
            return None, (self.patch_cycle.next_color() if face is None else face), edge
        if isinstance(c, str):
            if not is_color_like(c):
                raise _bad_colors(c)
            return None, c, edge
        return self._mapped(c, face, edge, count)

    def _mapped(self, c: Any, face: Any, edge: Any, count: int) -> tuple[Any, Any, Any]:
        listed = as_list(c)
        sizes = shape(c)
        if len(sizes) == 2 and sizes[0] * sizes[1] == count and sizes not in ((1, 3), (1, 4)):
            return numbers(c), None, edge
        if listed and (isinstance(listed[0], str) or hasattr(listed[0], '__len__')):
            names = colors_of(c)
            if names is not None and len(names) not in (1, count):
                raise _wrong_count(len(names), count)
            return None, c, edge
        values = numbers(c)
        if len(values) == count:
            return c, None, edge
        if len(values) in (3, 4) and is_color_like(tuple(values)):
            warn(
                '*c* argument looks like a single numeric RGB or RGBA sequence, which should be avoided as '
                'value-mapping will have precedence in case its length matches with *x* & '
                '*y*.  Please use the '
                '*color* keyword-argument or provide a 2D array with a single row if you '
                'intend to specify the same '
                'RGB or RGBA value for all points.'
            )
            return None, tuple(values), edge
        raise _wrong_count(len(values), count)

    def errorbar(
        self,
        x: Any,
        y: Any,
        yerr: Any = None,
        xerr: Any = None,
        fmt: str = '',
        ecolor: Any = None,
        elinewidth: Any = None,
        capsize: Any = None,
        barsabove: bool = False,
        errorevery: int = 1,
        capthick: Any = None,
        label: Any = None,
        **kwargs: Any,
    ) -> ErrorbarContainer:
        """Draws a curve with a line through each point, as long as the errors in both directions.

        Raises:
            ValueError: unless x and y are equally long.
        """
        xs, ys = numbers(x), numbers(y)
        if len(xs) != len(ys):
            raise ValueError("'x' and 'y' must have the same size")
        (line,) = self._curves(
            xs, ys, None if fmt.lower() == 'none' else fmt or None, {**kwargs, 'label': None}
        )
        color = line.get_color() if ecolor is None else ecolor
        width = (
            kwargs.get('linewidth', kwargs.get('lw', line.get_linewidth()))
            if elinewidth is None
            else elinewidth
        )
        shown = fmt.lower() != 'none'
        if shown:
            line.set_label('_nolegend_')
            self.add(line)
        look = {'colors': color, 'linewidths': width, 'alpha': kwargs.get('alpha')}
        cap = rcParams['errorbar.capsize'] if capsize is None else capsize
        bars: list[LineCollection] = []
        caps: list[Line2D] = []
        for error, name in ((xerr, 'x'), (yerr, 'y')):
            if error is not None:
                ends = _error_ends(xs, ys, error, name)
                bars.append(self.add(LineCollection(ends, **look)))
                caps += self._caps(ends, name, cap, color) if cap > 0 else []
        made = ErrorbarContainer(
            (line if shown else None, tuple(caps), tuple(bars)), xerr is not None, yerr is not None, label
        )
        line._container_label = label
        self.containers.append(made)
        if label is not None and shown:
            line._shown_label = str(label)
        return made

    def _caps(self, ends: list[Any], name: str, size: float, color: Any) -> list[Line2D]:
        mark = '|' if name == 'x' else '_'
        found: list[Line2D] = []
        for side in (0, 1):
            points = [pair[side] for pair in ends]
            line = Line2D(
                [p[0] for p in points],
                [p[1] for p in points],
                marker=mark,
                markersize=2 * size,
                linestyle='None',
                color=color,
            )
            line.set_label('_nolegend_')
            found.append(self.add(line))
        return found


def _error_ends(xs: list[float], ys: list[float], error: Any, name: str) -> list[Any]:
    import numpy as np

    given = np.asarray(as_list(error)).shape if hasattr(error, '__len__') else ()
    count = len(xs)
    flat = numbers(error)
    if given not in ((), (count,), (2, count), (1,)):
        raise ValueError(
            f"'{name}err' (shape: {given}) must be a scalar or a 1D or (2, n) array-like whose shape matches "
            f"'{name}' (shape: ({count},))"
        )
    if any(value < 0 for value in flat):
        raise ValueError(f"'{name}err' must not contain negative values")
    below = flat[:count] if len(flat) >= count else flat * count
    above = flat[count:] if len(flat) == 2 * count and count else below
    if name == 'y':
        return [[[a, b - low], [a, b + high]] for a, b, low, high in zip(xs, ys, below, above, strict=True)]
    return [[[a - low, b], [a + high, b]] for a, b, low, high in zip(xs, ys, below, above, strict=True)]


def _bad_colors(c: Any) -> ValueError:
    return ValueError(
        f"'c' argument must be a color, a sequence of colors, or a sequence of numbers, not {c!r}"
    )


def _wrong_count(found: int, count: int) -> ValueError:
    return ValueError(
        f"'c' argument has {found} elements, which is inconsistent with 'x' and 'y' with size {count}."
    )
