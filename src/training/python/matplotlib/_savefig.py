"""Figures as files: drawn when somebody reads them, or when the learner keeps them."""

import json
import os
from typing import Any

import _engine

from . import rcParams
from ._api import unexpected
from .colors import color_of

__all__ = ['save']

_NOT_THERE = 2
"""Linux's number of the error; WebAssembly's is another."""

_DRAWN = ('jpeg', 'jpg', 'pdf', 'png', 'svg', 'svgz')
_KNOWN = 'eps, jpeg, jpg, pdf, pgf, png, ps, raw, rgba, svg, svgz, tif, tiff, webp'
_OPTIONS_TEXT = """
    transparent dpi format metadata bbox_inches pad_inches facecolor edgecolor backend orientation papertype
    bbox_extra_artists pil_kwargs
"""
_OPTIONS = _OPTIONS_TEXT.split()


def save(figure: Any, target: Any, options: dict[str, Any]) -> None:
    """Draws a figure into a file, or into an object that takes bytes.

    Raises:
        ValueError: when matplotlib has no such format.
        NotImplementedError: when the engine does not draw it.
        FileNotFoundError: when there is no folder for it.
        TypeError: for a keyword that savefig does not have.
    """
    path = _path_of(target)
    form = _format(path, options.get('format'))
    for name in options:
        if name not in _OPTIONS:
            raise unexpected(f'FigureCanvasAgg.print_{form}', name)
    if path is not None and not os.path.splitext(path)[1] and options.get('format') is None:
        path = f'{path}.{form}'
    recipe = _recipe(figure, form, options)
    if path is not None:
        _place(path, recipe)
        return
    target.write(_bytes(recipe))


def _path_of(target: Any) -> str | None:
    return os.fspath(target) if isinstance(target, (str, os.PathLike)) else None


def _format(path: str | None, given: Any) -> str:
    extension = '' if path is None else os.path.splitext(path)[1][1:]
    form = str(given or extension or rcParams['savefig.format']).lower()
    if form not in _KNOWN.split(', '):
        raise ValueError(f'Format {form!r} is not supported (supported formats: {_KNOWN})')
    if form not in _DRAWN:
        raise NotImplementedError(
            f'D2L Exercises writes figures as png, svg, jpg and pdf, not as {form}: name one of these'
        )
    return form


def _recipe(figure: Any, form: str, options: dict[str, Any]) -> dict[str, Any]:
    """All that the drawing needs: the protocol's `FigureDrawing`."""
    from ._visible_axes import shown_axes

    dpi = options.get('dpi') or rcParams['savefig.dpi']
    per_inch = figure.dpi if dpi == 'figure' else float(dpi)
    clear = rcParams['savefig.transparent'] if options.get('transparent') is None else options['transparent']
    face = options.get('facecolor') or rcParams['savefig.facecolor']
    color = figure.get_facecolor() if face == 'auto' else face
    axes = [
        one.as_figure() | ({} if subplot is None else {'subplot': subplot})
        for one, subplot in shown_axes(figure, 0)
    ]
    width, height = (float(side) for side in figure._size)
    return {
        'format': 'jpg' if form == 'jpeg' else form,
        'width': width,
        'height': height,
        'dpi': per_inch,
        'background': None if clear else color_of(tuple(color) if not isinstance(color, str) else color).name,
        'axes': axes,
    }


def _place(path: str, recipe: dict[str, Any]) -> None:
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise FileNotFoundError(_NOT_THERE, 'No such file or directory', path)
    with open(path, 'wb'):
        pass
    _engine.save_figure(os.path.abspath(path), path, json.dumps(recipe))


def _bytes(recipe: dict[str, Any]) -> bytes:
    import tempfile

    handle, path = tempfile.mkstemp(suffix=f'.{recipe["format"]}')
    os.close(handle)
    try:
        _engine.save_figure(path, '', json.dumps(recipe))
        with open(path, 'rb') as file:
            return file.read()
    finally:
        os.remove(path)
