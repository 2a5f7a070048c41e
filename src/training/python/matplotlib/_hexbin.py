"""How many points fall into hexagons."""

import math
from typing import Any

from .collections import PolyCollection
from .values import array_of

__all__ = ['hexagons']


def hexagons(
    axes: Any, x: list[float], y: list[float], C: list[float] | None, gridsize: Any, options: dict[str, Any]
) -> Any:
    """Draws hexagons with how many points each holds, or what `reduce_C_function` makes of their values.

    Raises:
        ValueError: unless x and y are equally long.
    """
    if len(x) != len(y):
        raise ValueError(f'operands could not be broadcast together with shapes ({len(x)},) ({len(y)},) ')
    nx = gridsize[0] if hasattr(gridsize, '__len__') else int(gridsize)
    ny = gridsize[1] if hasattr(gridsize, '__len__') else int(nx / math.sqrt(3))
    extent = options.pop('extent', None)
    xmin, xmax, ymin, ymax = extent or (*_ends(x), *_ends(y))
    padding = 1e-9 * (xmax - xmin)
    xmin, xmax = xmin - padding, xmax + padding
    sx, sy = (xmax - xmin) / nx, (ymax - ymin) / ny
    found: dict[tuple[float, float], list[float]] = {}
    for place, (a, b) in enumerate(zip(x, y, strict=True)):
        ix, iy = (a - xmin) / sx, (b - ymin) / sy
        near, far = (round(ix), round(iy)), (math.floor(ix) + 0.5, math.floor(iy) + 0.5)
        closer = (ix - near[0]) ** 2 + 3 * (iy - near[1]) ** 2 < (ix - far[0]) ** 2 + 3 * (iy - far[1]) ** 2
        found.setdefault(near if closer else far, []).append(1.0 if C is None else C[place])
    return _draw(axes, found, ((xmin, sx, nx), (ymin, sy, ny)), C, options)


def _ends(values: list[float]) -> tuple[float, float]:
    low, high = (min(values), max(values)) if values else (0.0, 1.0)
    return (low - 0.1, high + 0.1) if low == high else (low, high)


def _draw(
    axes: Any, found: dict[tuple[float, float], list[float]], grid: Any, C: Any, options: dict[str, Any]
) -> Any:
    (xmin, sx, nx), (ymin, sy, ny) = grid
    reduce = options.pop('reduce_C_function', None)
    least = options.pop('mincnt', None)
    log = options.pop('bins', None) == 'log'
    cells = [(float(i), float(j)) for i in range(nx + 1) for j in range(ny + 1)]
    cells += [(i + 0.5, j + 0.5) for i in range(nx) for j in range(ny)]
    values = [sum(found.get(c, [])) if C is None else _reduced(reduce, found.get(c, [])) for c in cells]
    needed = (0 if C is None else 1) if least is None else least
    kept = [(c, v) for c, v in zip(cells, values, strict=True) if len(found.get(c, [])) >= needed]
    corners = [(0.5, -0.5), (0.5, 0.5), (0.0, 1.0), (-0.5, 0.5), (-0.5, -0.5), (0.0, -1.0)]
    areas = [[(xmin + (i + a) * sx, ymin + (j + b / 3) * sy) for a, b in corners] for (i, j), _ in kept]
    names = ('cmap', 'norm', 'alpha', 'edgecolors', 'linewidths', 'label')
    look = {name: value for name, value in options.items() if name in names}
    if log and 'norm' not in look:
        from .colors import LogNorm

        look['norm'] = LogNorm()
    made = PolyCollection(areas, **look)
    made.set_array(array_of([float(v) for _, v in kept]))
    made.set_clim(options.get('vmin'), options.get('vmax'))
    made.autoscale_None()
    made.sticky_edges.x[:] = [xmin, xmin + nx * sx]
    made.sticky_edges.y[:] = [ymin, ymin + ny * sy]
    return axes.add(made)


def _reduced(reduce: Any, values: list[float]) -> float:
    if not values:
        return math.nan
    return float(reduce(values)) if reduce is not None else math.fsum(values) / len(values)
