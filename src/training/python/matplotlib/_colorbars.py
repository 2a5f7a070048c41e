"""Colour bars beside the axes whose colours they explain."""

from typing import Any

from ._api import warn
from .colorbar import Colorbar
from .transforms import Bbox

__all__ = ['add_colorbar']

_PLACE = ('fraction', 'pad', 'shrink', 'aspect', 'location', 'anchor', 'panchor')


def add_colorbar(figure: Any, mappable: Any, cax: Any, ax: Any, options: dict[str, Any]) -> Colorbar:
    """Draws what the colours of a mappable stand for; room for it is taken from `ax`.

    Raises:
        AttributeError: for what has no colours to stand for.
    """
    if not hasattr(mappable, 'get_array'):
        raise AttributeError(f"'{type(mappable).__name__}' object has no attribute 'get_array'")
    parents = _parents(figure, mappable, ax)
    if 'location' in options and 'orientation' not in options:
        options['orientation'] = 'horizontal' if options['location'] in ('top', 'bottom') else 'vertical'
    if cax is None:
        current = figure.gca()
        cax = _take_room(figure, parents, options)
        figure.sca(current)
    cax.colorbar_of = (mappable, parents)
    made = Colorbar(cax, mappable, **{name: value for name, value in options.items() if name not in _PLACE})
    cax.colorbar = made
    return made


def _parents(figure: Any, mappable: Any, ax: Any) -> list[Any]:
    if ax is not None:
        return list(getattr(ax, 'flat', ax)) if hasattr(ax, '__iter__') else [ax]
    own = getattr(mappable, 'axes', None)
    if own is not None:
        return [own]
    warn(
        'Unable to determine Axes to steal space for Colorbar. Using gca(), but will raise '
        'in the future. Either '
        'provide the *cax* argument to use as the Axes for the Colorbar, provide the *ax* '
        'argument to steal space '
        'from it, or add *mappable* to an Axes.',
        DeprecationWarning,
    )
    return [figure.gca()]


def _take_room(figure: Any, parents: list[Any], options: dict[str, Any]) -> Any:
    upright = options.get('orientation', 'vertical') != 'horizontal'
    part = options.get('fraction', 0.15)
    pad = options.get('pad', 0.05 if upright else 0.15)
    boxes = [axes.get_position() for axes in parents]
    left, bottom = min(box.x0 for box in boxes), min(box.y0 for box in boxes)
    width, height = max(box.x1 for box in boxes) - left, max(box.y1 for box in boxes) - bottom
    kept = 1 - part - pad
    for axes, box in zip(parents, boxes, strict=True):
        axes.set_position(_shrunk(box, (left, bottom, width, height), kept, upright))
        axes.grid_of_bar = True
    if upright:
        return figure.add_axes((left + width * (1 - part), bottom, width * part, height), label='<colorbar>')
    return figure.add_axes((left, bottom, width, height * part), label='<colorbar>')


def _shrunk(box: Bbox, whole: tuple[float, float, float, float], kept: float, upright: bool) -> Bbox:
    left, bottom, _, height = whole
    if upright:
        return Bbox([[left + (box.x0 - left) * kept, box.y0], [left + (box.x1 - left) * kept, box.y1]])
    top = bottom + height
    return Bbox([[box.x0, top - (top - box.y0) * kept], [box.x1, top - (top - box.y1) * kept]])
