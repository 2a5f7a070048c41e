"""What matplotlib's figures hold: series where all that is drawn can be told so, else pixels."""

from __future__ import annotations

from typing import Any

from _runner.sending import real
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from matplotlib.container import BarContainer
from matplotlib.image import AxesImage
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

__all__ = ['told']

_LINES = {'-': '-', '--': '--', '-.': '-.', ':': ':', 'None': '', '': '', ' ': ''}
_SCALES = ('linear', 'log', 'symlog')
_MOST_NUMBERS = 1_000_000
"""Elements of a figure that are told one by one."""
_MOST_PIXELS = 1200
"""Along a side of a picture."""


class _NoSeriesError(Exception):
    """Something is drawn that has no series."""


def told(figure: Any, number: int) -> list[dict[str, Any]]:
    """The protocol's figures of one of matplotlib's, one for each of its axes.

    Args:
        figure: matplotlib's.
        number: of the figure within the run.
    """
    axes = [one for one in figure.axes if one.get_visible()]
    if not axes and not figure.get_children():
        return []
    try:
        # Scales, limits and ticks that follow from the data are computed when it is drawn.
        figure.canvas.draw()
        found = [_figure_of(one, figure) for one in axes]
    except Exception:
        # Something is drawn that has no series, or in a way that is not known here.
        return [_pixels_of(figure)]
    if len(found) > 1:
        for place, (one, shown) in enumerate(zip(axes, found, strict=True)):
            shown['subplot'] = _subplot_of(one, figure, number, place, len(axes))
    return found


def _figure_of(axes: Any, figure: Any) -> dict[str, Any]:
    series = _series_of(axes)
    if axes.name != 'rectilinear' or axes.get_xscale() not in _SCALES or axes.get_yscale() not in _SCALES:
        raise _NoSeriesError
    shown: dict[str, Any] = {
        'series': series,
        'title': axes.get_title(),
        'xlabel': axes.get_xlabel(),
        'ylabel': axes.get_ylabel(),
        'xscale': axes.get_xscale(),
        'yscale': axes.get_yscale(),
        'xlim': [real(limit) for limit in axes.get_xlim()],
        'ylim': [real(limit) for limit in axes.get_ylim()],
        'xticks': _ticks(axes.xaxis, axes.get_xlim()),
        'yticks': _ticks(axes.yaxis, axes.get_ylim()),
        'size': [float(length) for length in figure.get_size_inches()],
        'position': [float(part) for part in axes.get_position().bounds],
    }
    if not axes.axison:
        shown['axis'] = 'off'
    if axes.get_aspect() not in ('auto',):
        shown['aspect'] = 'equal' if float(axes.get_aspect()) == 1 else float(axes.get_aspect())
    if any(line.get_visible() for line in [*axes.get_xgridlines(), *axes.get_ygridlines()]):
        shown['grid'] = {'axis': 'both'}
    legend = axes.get_legend()
    if legend is not None:
        shown['legend'] = _legend(legend, series)
    return shown


def _series_of(axes: Any) -> list[dict[str, Any]]:
    bars = {id(bar) for held in axes.containers if isinstance(held, BarContainer) for bar in held}
    found = [_bars(held) for held in axes.containers if isinstance(held, BarContainer)]
    for child in axes.get_children():
        if not child.get_visible() or child is axes.patch or isinstance(child, (Legend, *_frame(axes))):
            continue
        if isinstance(child, Line2D):
            found.append(_line(child))
        elif isinstance(child, AxesImage):
            found.append(_image(child))
        elif isinstance(child, PathCollection):
            found.append(_scatter(child))
        elif isinstance(child, Text):
            found += _text(child, axes)
        elif not (isinstance(child, Rectangle) and id(child) in bars):
            raise _NoSeriesError
    if sum(len(series['x']) + len(series['y']) for series in found) > _MOST_NUMBERS:
        raise _NoSeriesError
    return found


def _frame(axes: Any) -> tuple[type, ...]:
    return (*{type(spine) for spine in axes.spines.values()}, type(axes.xaxis), type(axes.yaxis))


def _reals(values: Any) -> list[Any]:
    try:
        return [real(value) for value in values]
    except (TypeError, ValueError) as error:
        raise _NoSeriesError from error


def _label(artist: Any) -> str:
    label = str(artist.get_label())
    return '' if label.startswith('_') else label


def _line(line: Any) -> dict[str, Any]:
    marker = line.get_marker()
    if line.get_transform() != line.axes.transData:
        raise _NoSeriesError
    if line.get_linestyle() not in _LINES or not (marker is None or isinstance(marker, str)):
        raise _NoSeriesError
    x, y = line.get_xdata(orig=False), line.get_ydata(orig=False)
    series = {'kind': 'line', 'label': _label(line), 'x': _reals(x), 'y': _reals(y)}
    series['format'] = ('' if marker in (None, 'None', '', ' ') else marker) + _LINES[line.get_linestyle()]
    series['color'] = to_hex(line.get_color())
    if line.get_linewidth() != 1.5:
        series['linewidth'] = float(line.get_linewidth())
    if line.get_alpha() is not None:
        series['alpha'] = float(line.get_alpha())
    return series


def _scatter(points: Any) -> dict[str, Any]:
    offsets = points.get_offsets()
    series = {
        'kind': 'scatter',
        'label': _label(points),
        'x': _reals(offsets[:, 0]),
        'y': _reals(offsets[:, 1]),
    }
    series['sizes'] = _reals(points.get_sizes())
    values = points.get_array()
    faces = points.get_facecolors()
    if values is not None:
        series.update(values=_reals(values), cmap=points.get_cmap().name, **_ends(points))
    elif len(faces) == 1:
        series['color'] = to_hex(faces[0])
    elif len(faces) == len(offsets):
        series['colors'] = [to_hex(face) for face in faces]
    if points.get_alpha() is not None:
        series['alpha'] = float(points.get_alpha())
    return series


def _bars(bars: Any) -> dict[str, Any]:
    lie = bars.orientation == 'horizontal'
    series: dict[str, Any] = {'kind': 'bar', 'label': _label(bars)}
    if lie:
        series['x'] = _reals(bar.get_y() + bar.get_height() / 2 for bar in bars)
        series['y'] = _reals(bar.get_width() for bar in bars)
        series['widths'] = _reals(bar.get_height() for bar in bars)
        series['bases'] = _reals(bar.get_x() for bar in bars)
        series['horizontal'] = True
    else:
        series['x'] = _reals(bar.get_x() + bar.get_width() / 2 for bar in bars)
        series['y'] = _reals(bar.get_height() for bar in bars)
        series['widths'] = _reals(bar.get_width() for bar in bars)
        series['bases'] = _reals(bar.get_y() for bar in bars)
    colors = [to_hex(bar.get_facecolor()) for bar in bars]
    if len(set(colors)) == 1:
        series['color'] = colors[0]
    elif colors:
        series['colors'] = colors
    return series


def _image(image: Any) -> dict[str, Any]:
    values = image.get_array()
    if values is None or values.ndim not in (2, 3):
        raise _NoSeriesError
    extent = [real(edge) for edge in image.get_extent()]
    series = {'kind': 'image', 'label': '', 'x': [], 'columns': int(values.shape[1]), 'extent': extent}
    if values.ndim == 2:
        numbers = values.astype(float)
        series.update(y=_reals(numbers.filled(float('nan')).reshape(-1)), cmap=image.get_cmap().name)
        return {**series, **_ends(image)}
    scale = 255 if values.dtype.kind == 'f' else 1
    data = (values.astype(float).filled(0) * scale).round().clip(0, 255)
    return {**series, 'y': _reals(data.reshape(-1)), 'channels': int(values.shape[2])}


def _ends(mappable: Any) -> dict[str, Any]:
    """The values that the ends of a colour map stand for."""
    low, high = mappable.get_clim()
    return {} if low is None or high is None else {'vmin': real(low), 'vmax': real(high)}


def _text(text: Any, axes: Any) -> list[dict[str, Any]]:
    if not text.get_text() or text in (axes.title, axes._left_title, axes._right_title):
        return []
    x, y = text.get_position()
    series = {'kind': 'text', 'label': '', 'x': [real(x)], 'y': [real(y)], 'texts': [text.get_text()]}
    if text.get_transform() == axes.transAxes:
        series['coords'] = 'axes'
    return [{**series, 'ha': text.get_ha(), 'va': text.get_va()}]


def _ticks(axis: Any, limits: Any) -> dict[str, Any]:
    low, high = sorted(limits)
    near = 1e-10 * (high - low)
    pairs = zip(axis.get_majorticklocs(), axis.get_majorticklabels(), strict=False)
    kept = [(at, label.get_text()) for at, label in pairs if low - near <= at <= high + near]
    return {'at': [real(at) for at, _ in kept], 'labels': [text for _, text in kept]}


def _legend(legend: Any, series: list[dict[str, Any]]) -> dict[str, Any]:
    """By labels: whatever has the label of an entry, else the series in their order."""
    entries = []
    drawn = [place for place, one in enumerate(series) if one['kind'] in ('line', 'scatter', 'bar')]
    for place, text in enumerate(legend.get_texts()):
        words = text.get_text()
        own = [at for at in drawn if series[at]['label'] == words]
        if not own and place < len(drawn):
            own = [drawn[place]]
            series[own[0]]['label'] = words
        entries.append({'label': words, 'series': own[:1]})
    return {'entries': [entry for entry in entries if entry['series']], 'loc': 'best'}


def _subplot_of(axes: Any, figure: Any, number: int, place: int, count: int) -> dict[str, Any]:
    spec = axes.get_subplotspec()
    title = figure._suptitle.get_text() if figure._suptitle is not None else ''
    rows, columns, index = (1, count, place + 1)
    if spec is not None:
        rows, columns = map(int, spec.get_gridspec().get_geometry())
        index = int(spec.num1) + 1
    return {'figure': number, 'rows': rows, 'columns': columns, 'index': index, 'title': title}


def _pixels_of(figure: Any) -> dict[str, Any]:
    """The figure as matplotlib draws it."""
    figure.set_dpi(min(100.0, _MOST_PIXELS / max(figure.get_size_inches())))
    figure.canvas.draw()
    width, height = figure.canvas.get_width_height()
    pixels = list(figure.canvas.buffer_rgba().tobytes())
    opaque = [value for place, value in enumerate(pixels) if place % 4 != 3]
    series = {'kind': 'image', 'label': '', 'x': [], 'y': opaque, 'columns': width, 'channels': 3}
    shown = {
        'series': [series],
        'title': '',
        'xlabel': '',
        'ylabel': '',
        'xscale': 'linear',
        'yscale': 'linear',
    }
    limits = {'xlim': [-0.5, width - 0.5], 'ylim': [height - 0.5, -0.5]}
    note = 'This figure is shown as matplotlib has drawn it.'
    size = [float(length) for length in figure.get_size_inches()]
    return {**shown, **limits, 'axis': 'off', 'aspect': 'equal', 'size': size, 'note': note}
