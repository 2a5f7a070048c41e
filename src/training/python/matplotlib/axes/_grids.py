"""What is drawn of values on a grid: images, cells, and lines of equal value."""

from itertools import pairwise
from typing import Any

from matplotlib import rcParams
from matplotlib._api import check_in_list
from matplotlib.axes._base import AxesBase
from matplotlib.collections import QuadMesh
from matplotlib.values import array_of, as_list, numbers, shape

__all__ = ['Grids']


class Grids(AxesBase):
    """The methods of axes that draw values on a grid."""

    def imshow(
        self,
        X: Any,
        cmap: Any = None,
        norm: Any = None,
        *,
        aspect: Any = None,
        interpolation: Any = None,
        alpha: Any = None,
        vmin: Any = None,
        vmax: Any = None,
        origin: Any = None,
        extent: Any = None,
        data: Any = None,
        **kwargs: Any,
    ) -> Any:
        """Draws the values of a matrix by a colour map, or of colours (a third axis of 3 or 4) themselves."""
        from matplotlib.image import AxesImage

        image = AxesImage(
            self, cmap=cmap, norm=norm, interpolation=interpolation, origin=origin, extent=extent, **kwargs
        )
        image.set_data(_picture(X))
        image.set_alpha(alpha)
        self.set_aspect(rcParams['image.aspect'] if aspect is None else aspect)
        if vmin is not None or vmax is not None:
            image.set_clim(vmin, vmax)
        if len(image.get_shape()) == 2:
            image.autoscale_None()
        image.set_label('')
        left, right, bottom, top = image.get_extent()
        image.sticky_edges.x[:] = [left, right]
        image.sticky_edges.y[:] = [bottom, top]
        self.add(image)
        if self.xaxis._autoscale:
            self.limit('x', left, right, auto=None)
        if self.yaxis._autoscale:
            self.limit('y', bottom, top, auto=None)
        return image

    def matshow(self, Z: Any, **kwargs: Any) -> Any:
        """Draws the values of a matrix as an image, its rows and columns counted."""
        from matplotlib.ticker import MaxNLocator

        image = self.imshow(Z, **{'origin': 'upper', 'interpolation': 'nearest', 'aspect': 'equal', **kwargs})
        self.xaxis.tick_top()
        for axis in (self.xaxis, self.yaxis):
            axis.set_major_locator(MaxNLocator(nbins=9, steps=[1, 2, 5, 10], integer=True))
        return image

    def spy(
        self,
        Z: Any,
        precision: Any = 0,
        marker: Any = None,
        markersize: Any = None,
        aspect: Any = 'equal',
        origin: str = 'upper',
        **kwargs: Any,
    ) -> Any:
        """Draws where a matrix is not zero."""
        rows = [[abs(v) > precision if precision else v != 0 for v in numbers(row)] for row in as_list(Z)]
        if marker is None and markersize is None:
            from matplotlib.colors import ListedColormap

            cmap = kwargs.pop('cmap', None) or ListedColormap(['w', 'k'], name='binary')
            return self.imshow(
                array_of([[int(v) for v in row] for row in rows]),
                cmap=cmap,
                aspect=aspect,
                origin=origin,
                **kwargs,
            )
        points = [(j, i) for i, row in enumerate(rows) for j, v in enumerate(row) if v]
        (made,) = self.plot(
            [p[0] for p in points], [p[1] for p in points], linestyle='None', marker=marker or 's', **kwargs
        )
        self.limit('x', -0.5, len(rows[0]) - 0.5)
        self.limit('y', len(rows) - 0.5, -0.5)
        return made

    def pcolormesh(
        self,
        *args: Any,
        alpha: Any = None,
        norm: Any = None,
        cmap: Any = None,
        vmin: Any = None,
        vmax: Any = None,
        shading: Any = None,
        **kwargs: Any,
    ) -> QuadMesh:
        """Draws the values of a matrix over a grid: `pcolormesh([X, Y], C)`; cells count as equally large.

        Raises:
            TypeError: unless it is called with one matrix, or with a grid and a matrix.
        """
        if len(args) not in (1, 3):
            raise TypeError(f'pcolormesh() takes 1 or 3 positional arguments but {len(args)} were given')
        shading = (rcParams['pcolor.shading'] if shading is None else shading).lower()
        check_in_list(('gouraud', 'nearest', 'flat', 'auto'), shading=shading)
        C = args[-1]
        rows, width = shape(C)[:2]
        edges = self._mesh_edges(args[:-1], (rows, width), shading)
        made = QuadMesh(edges, array_of(C).reshape(-1), cmap=cmap, norm=norm, alpha=alpha)
        named = {name: value for name, value in kwargs.items() if name not in ('rasterized', 'snap', 'data')}
        made.set(**named)
        made.set_clim(vmin, vmax)
        made.autoscale_None()
        self.add(made)
        self._ask_for_limits('x')
        self._ask_for_limits('y')
        return made

    pcolor = pcolormesh
    pcolorfast = pcolormesh

    def _mesh_edges(
        self, places: tuple[Any, ...], sizes: tuple[int, int], shading: str
    ) -> tuple[list[float], list[float]]:
        rows, width = sizes
        if not places:
            ends = 0.0 if shading in ('flat', 'auto') else -0.5
            return [i + ends for i in range(width + 1)], [i + ends for i in range(rows + 1)]
        X, Y = places
        x = _along(X, across=True)
        y = _along(Y, across=False)
        fits = (len(x), len(y)) == (width + 1, rows + 1)
        same = (len(x), len(y)) == (width, rows)
        if (shading in ('flat', 'auto') and fits) or (shading in ('auto', 'nearest', 'gouraud') and same):
            return (x, y) if fits and shading != 'nearest' else (_middles_to_edges(x), _middles_to_edges(y))
        if shading in ('nearest', 'gouraud'):
            raise TypeError(
                f'Dimensions of C {sizes} are incompatible with X ({len(x)}) and/or Y '
                f'({len(y)}); see help(pcolormesh)'
            )
        raise TypeError(
            f'Dimensions of C {sizes} should be one smaller than X({len(x)}) and Y({len(y)}) while using '
            "shading='flat' see help(pcolormesh)"
        )

    def contour(self, *args: Any, **kwargs: Any) -> Any:
        """Draws the lines on which values on a grid are equal: `contour([X, Y], Z, [levels])`.

        Seven round levels or so, unless they or their number are given.
        """
        return self._contours(args, False, kwargs)

    def contourf(self, *args: Any, **kwargs: Any) -> Any:
        """Fills what is between the lines on which values on a grid are equal."""
        return self._contours(args, True, kwargs)

    def _contours(self, args: tuple[Any, ...], filled: bool, options: dict[str, Any]) -> Any:
        from matplotlib.contour import QuadContourSet

        made = self.add(QuadContourSet(self, *args, filled=filled, **options))
        self.autoscale_view(tight=True)
        return made

    def clabel(self, CS: Any, levels: Any = None, **kwargs: Any) -> list[Any]:
        """Writes the values on lines of equal value."""
        return CS.clabel(levels, **kwargs)


def _picture(X: Any) -> Any:
    """A picture's pixels; PIL's own as they are."""
    if hasattr(X, 'getdata') and hasattr(X, 'size') and not hasattr(X, 'dtype'):
        import numpy as np

        return np.array(X)
    first = as_list(X)
    while isinstance(first, list) and first:
        first = as_list(first[0])
    if isinstance(first, str):
        raise TypeError(f'Image data of dtype <U{len(first)} cannot be converted to float')
    return X


def _along(values: Any, across: bool) -> list[float]:
    sizes = shape(values)
    if len(sizes) == 1:
        return numbers(values)
    rows = as_list(values)
    return numbers(rows[0]) if across else [numbers(row)[0] for row in rows]


def _middles_to_edges(middles: list[float]) -> list[float]:
    if len(middles) == 1:
        return [middles[0] - 0.5, middles[0] + 0.5]
    inner = [(a + b) / 2 for a, b in pairwise(middles)]
    return [2 * middles[0] - inner[0], *inner, 2 * middles[-1] - inner[-1]]
