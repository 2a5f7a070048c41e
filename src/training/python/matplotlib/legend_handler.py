"""Handles for legends of numbers that are shown as colours or sizes."""

import math
from itertools import pairwise
from typing import Any

from .lines import Line2D
from .values import numbers

__all__ = ['contour_elements', 'scatter_elements']


def scatter_elements(
    points: Any, prop: str, num: Any, fmt: Any, func: Any, look: dict[str, Any]
) -> tuple[list[Any], list[str]]:
    """Handles and words for the colours of points (`colors`), or for their sizes (`sizes`).

    Raises:
        ValueError: for another `prop`.
    """
    if prop == 'colors':
        if points.get_array() is None:
            from ._api import warn

            warn(
                'Collection without array used. Make sure to specify the values to be '
                'colormapped via the `c` argument.'
            )
            return [], []
        values = numbers(points.get_array())
    elif prop == 'sizes':
        values = numbers(points.get_sizes())
    else:
        raise ValueError(
            "Valid values for `prop` are 'colors' or 'sizes'. You supplied '" + prop + "' instead."
        )
    shown = _chosen(sorted(set(values)), num)
    handles = [_handle(points, prop, value, look) for value in shown]
    return handles, [_words(fmt, value if func is None else func(value)) for value in shown]


def _chosen(values: list[float], num: Any) -> list[float]:
    if num is None or (num == 'auto' and len(values) <= 9):
        return values
    if hasattr(num, '__len__') and not isinstance(num, str):
        return numbers(num)
    from .ticker import MaxNLocator

    count = 9 if num == 'auto' else int(num)
    low, high = values[0], values[-1]
    places = MaxNLocator(nbins=count, min_n_ticks=count - 1, steps=[1, 2, 2.5, 3, 5, 6, 8, 10]).tick_values(
        low, high
    )
    return [place for place in numbers(places) if low <= place <= high]


def _handle(points: Any, prop: str, value: float, look: dict[str, Any]) -> Line2D:
    size = math.sqrt(value) if prop == 'sizes' else look.get('size', 6.0)
    color = tuple(points.to_rgba(value)) if prop == 'colors' else look.get('color', 'k')
    return Line2D([0], [0], linestyle='', marker='o', markersize=size, color=color)


def _words(fmt: Any, value: float) -> str:
    if fmt is None:
        shown = f'{value:.10g}'
        return rf'$\mathdefault{{{shown}}}$'
    if isinstance(fmt, str):
        return rf'$\mathdefault{{{fmt.format(x=value)}}}$' if '{' in fmt else fmt % value
    return fmt(value)


def contour_elements(lines: Any, name: str, form: Any) -> tuple[list[Any], list[str]]:
    """Handles and words for the levels of a contour."""
    levels = numbers(lines.levels)
    if not lines.filled:
        handles = [Line2D([0], [0], color=tuple(lines.to_rgba(level))) for level in levels]
        return handles, [f'${name} = {form(level)}$' for level in levels]
    from .patches import Rectangle

    colors = [tuple(lines.to_rgba(value)) for value in numbers(lines.cvalues)]
    pairs = pairwise(levels)
    words = [rf'${form(low)} < {name} \leq {form(high)}$' for low, high in pairs]
    return [Rectangle((0, 0), 1, 1, facecolor=color) for color in colors], words
