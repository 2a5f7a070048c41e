"""Bars."""

from collections.abc import Callable
from typing import Any

from matplotlib._api import check_in_list
from matplotlib._bar_series import BarSeries
from matplotlib.axes._base import AxesBase
from matplotlib.colors import colors_of, row_of
from matplotlib.container import BarContainer, StemContainer
from matplotlib.patches import Rectangle
from matplotlib.values import array_of, as_list, numbers, plain

__all__ = ['Bars']

_AXIS_OF = {'vertical': 'x', 'horizontal': 'y'}


class Bars(AxesBase):
    """The methods of axes that draw bars."""

    def bar(
        self,
        x: Any,
        height: Any,
        width: Any = 0.8,
        bottom: Any = None,
        *,
        align: str = 'center',
        data: Any = None,
        **kwargs: Any,
    ) -> BarContainer:
        """Draws bars that stand at `x`, numbers or names."""
        if data is not None:
            x, height = (data[one] if isinstance(one, str) and one in data else one for one in (x, height))
        return self._bars('vertical', x, height, (width, bottom), align, kwargs)

    def barh(
        self,
        y: Any,
        width: Any,
        height: Any = 0.8,
        left: Any = None,
        *,
        align: str = 'center',
        data: Any = None,
        **kwargs: Any,
    ) -> BarContainer:
        """Draws bars that lie at `y`, numbers or names."""
        if data is not None:
            y, width = (data[one] if isinstance(one, str) and one in data else one for one in (y, width))
        return self._bars('horizontal', y, width, (height, left), align, kwargs)

    def _bars(
        self,
        orientation: str,
        places: Any,
        lengths: Any,
        form: tuple[Any, Any],
        align: str,
        options: dict[str, Any],
    ) -> BarContainer:
        check_in_list(('center', 'edge'), align=align)
        at, tall, wide, base = self._sizes_of_bars(orientation, places, lengths, form)
        if align == 'center':
            at = [a - w / 2 for a, w in zip(at, wide, strict=True)]
        look, faces = self._bar_look(options, len(at))
        errors = {name: look.pop(name, None) for name in ('xerr', 'yerr', 'ecolor', 'capsize', 'error_kw')}
        labels = look.pop('tick_label', None)
        label = look.pop('label', '')
        each_label = list(label) if isinstance(label, (list, tuple)) else ['_nolegend_'] * len(at)
        if isinstance(label, (list, tuple)) and len(label) != len(at):
            raise ValueError(f'number of labels ({len(label)}) does not match number of bars ({len(at)}).')
        rectangles = [
            self._rectangle(
                orientation, *one, {**look, 'facecolor': faces[i % len(faces)], 'label': each_label[i]}
            )
            for i, one in enumerate(zip(at, tall, wide, base, strict=True))
        ]
        made = BarContainer(
            rectangles,
            self._bar_errors(orientation, (at, tall, wide, base), errors),
            datavalues=array_of(lengths) if hasattr(lengths, '__len__') else array_of(tall),
            orientation=orientation,
            label='' if isinstance(label, (list, tuple)) else label,
        )
        self.containers.append(made)
        group = BarSeries(made, orientation == 'horizontal')
        for rectangle in rectangles:
            rectangle.bars = group
        if labels is not None:
            middles = [a + w / 2 for a, w in zip(at, wide, strict=True)]
            self.axis_of(_AXIS_OF[orientation]).set_ticks(
                middles, labels if not isinstance(labels, str) else [labels]
            )
        return made

    def _sizes_of_bars(
        self, orientation: str, places: Any, lengths: Any, form: tuple[Any, Any]
    ) -> tuple[list[float], list[float], list[float], list[float]]:
        axis = self.axis_of(_AXIS_OF[orientation])
        listed = places if hasattr(places, '__len__') and not isinstance(places, str) else [places]
        at = plain(axis.convert_units(listed))
        tall, wide, base = plain(lengths), plain(form[0]), plain(0 if form[1] is None else form[1])
        if len(wide) in (1, len(at)) and listed is axis.convert_units(listed):
            # matplotlib takes the width from where the bar would end.
            wide = [(a + w) - a for a, w in zip(at, wide * len(at) if len(wide) == 1 else wide, strict=True)]
        count = max(map(len, (at, tall, wide, base)))
        for place, given in enumerate((at, tall, wide, base)):
            if len(given) not in (1, count):
                other = next(i for i, one in enumerate((at, tall, wide, base)) if len(one) != len(given))
                first, second = sorted((place, other))
                sizes = [len(one) for one in (at, tall, wide, base)]
                raise ValueError(
                    'shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between '
                    f'arg {first} with shape ({sizes[first]},) and arg {second} with shape '
                    f'({sizes[second]},).'
                )
        return tuple(one * count if len(one) == 1 else one for one in (at, tall, wide, base))  # type: ignore[return-value]

    def _bar_look(self, options: dict[str, Any], count: int) -> tuple[dict[str, Any], list[Any]]:
        look = dict(options)
        if look.pop('log', False):
            self.set_yscale('log', nonpositive='clip')
        color = look.pop('color', None)
        face = look.pop('facecolor', look.pop('fc', None))
        edge = look.pop('edgecolor', look.pop('ec', None))
        width = look.pop('linewidth', look.pop('lw', None))
        shown = color if color is not None else face
        if shown is None:
            shown = self.patch_cycle.next_color()
        faces = [shown] if isinstance(shown, str) or colors_of(shown) is None else as_list(shown)
        if not isinstance(shown, str) and colors_of(shown) is None:
            faces = [shown]
        faces = [row_of(one) for one in faces]
        if edge is not None:
            look['edgecolor'] = edge if isinstance(edge, str) or colors_of(edge) is None else as_list(edge)[0]
        if width is not None:
            look['linewidth'] = numbers(width)[0]
        return look, faces

    def _rectangle(
        self, orientation: str, at: float, length: float, width: float, base: float, look: dict[str, Any]
    ) -> Rectangle:
        if orientation == 'vertical':
            made = Rectangle((at, base), width, length, **look)
            made.sticky_edges.y.append(base)
        else:
            made = Rectangle((base, at), length, width, **look)
            made.sticky_edges.x.append(base)
        return self.add(made)

    def _bar_errors(self, orientation: str, form: tuple[Any, ...], given: dict[str, Any]) -> Any:
        if given['xerr'] is None and given['yerr'] is None:
            return None
        at, tall, wide, base = form
        middles = [a + w / 2 for a, w in zip(at, wide, strict=True)]
        ends = [b + length for b, length in zip(base, tall, strict=True)]
        points = (middles, ends) if orientation == 'vertical' else (ends, middles)
        look = {'ecolor': given['ecolor'] or 'k', 'capsize': given['capsize'], **(given['error_kw'] or {})}
        return self.errorbar(*points, xerr=given['xerr'], yerr=given['yerr'], fmt='none', **look)

    def bar_label(
        self,
        container: BarContainer,
        labels: Any = None,
        *,
        fmt: Any = '%g',
        label_type: str = 'edge',
        padding: float = 0,
        **kwargs: Any,
    ) -> list[Any]:
        """Writes at each bar how long it is, or other words."""
        check_in_list(('edge', 'center'), label_type=label_type)
        words = list(as_list(labels)) if labels is not None else []
        upright = container.orientation == 'vertical'
        made: list[Any] = []
        for place, (bar, value) in enumerate(
            zip(container.patches, numbers(container.datavalues), strict=True)
        ):
            given = words[place] if place < len(words) else None
            shown = _bar_words(fmt, value) if given is None else given
            made.append(self._label_bar(bar, value, shown, (label_type, upright, padding), kwargs))
        return made

    def _label_bar(
        self, bar: Rectangle, value: float, words: Any, form: tuple[str, bool, float], options: dict[str, Any]
    ) -> Any:
        label_type, upright, padding = form
        (x, y), w, h = bar.get_xy(), bar.get_width(), bar.get_height()
        centered = label_type == 'center'
        if upright:
            place = (x + w / 2, y + h / 2) if centered else (x + w / 2, y + h)
            align = ('center', 'center' if centered else ('bottom' if value >= 0 else 'top'))
        else:
            place = (x + w / 2, y + h / 2) if centered else (x + w, y + h / 2)
            align = ('center' if centered else ('left' if value >= 0 else 'right'), 'center')
        away = 0 if centered else (padding if value >= 0 else -padding)
        offset = (0, away) if upright else (away, 0)
        look = {'ha': align[0], 'va': align[1], **options}
        made = self.annotate(words, place, xytext=offset, textcoords='offset points', **look)
        if centered:
            made.set_label('_center')
        return made

    def broken_barh(self, xranges: Any, yrange: Any, **kwargs: Any) -> Any:
        """Draws lying bars between pairs of start and length, at one height."""
        from matplotlib.collections import PolyCollection

        low, high = float(yrange[0]), float(yrange[0]) + float(yrange[1])
        areas = [[[a, low], [a, high], [a + w, high], [a + w, low]] for a, w in xranges]
        return self.add(PolyCollection(areas, **_with_color(kwargs, self)))

    def stem(
        self,
        *args: Any,
        linefmt: str | None = None,
        markerfmt: str | None = None,
        basefmt: str | None = None,
        bottom: float = 0,
        label: Any = None,
        orientation: str = 'vertical',
        **_: Any,
    ) -> StemContainer:
        """Draws values as points, with lines that come up from a base.

        Raises:
            TypeError: for no positional arguments, or more than five.
            ValueError: unless places and values are equally many.
        """
        if not 1 <= len(args) <= 5:
            raise TypeError(f'stem expected between 1 or 5 positional arguments, got {args}')
        texts = [arg for arg in args if isinstance(arg, str)]
        linefmt, markerfmt, basefmt = (
            given if given is not None else (texts[i] if i < len(texts) else None)
            for i, given in enumerate((linefmt, markerfmt, basefmt))
        )
        lists = [arg for arg in args if not isinstance(arg, str)]
        heads = plain(lists[-1])
        places = plain(lists[0]) if len(lists) > 1 else [float(i) for i in range(len(heads))]
        if len(places) != len(heads):
            raise ValueError(
                f'could not broadcast input array from shape ({len(heads)},) into shape ({len(places)},)'
            )
        return self._stems(
            places, heads, (linefmt or 'C0-', markerfmt, basefmt or 'C3-'), bottom, label, orientation
        )

    def _stems(
        self,
        places: list[float],
        heads: list[float],
        formats: tuple[str, Any, str],
        bottom: float,
        label: Any,
        orientation: str,
    ) -> StemContainer:
        from matplotlib._formats import format_parts
        from matplotlib.collections import LineCollection

        line = format_parts(formats[0])
        color = line.get('color', self.line_cycle.next_color() if 'color' not in line else None)
        upright = orientation == 'vertical'
        ends = [
            [[a, bottom], [a, b]] if upright else [[bottom, a], [b, a]]
            for a, b in zip(places, heads, strict=True)
        ]
        stems = self.add(
            LineCollection(ends, colors=color, linestyles=line.get('linestyle', '-'), label='_nolegend_')
        )
        mark = format_parts(formats[1]) if formats[1] else {}
        shown = mark.get('marker', 'o') if mark.get('marker', 'None') != 'None' else 'o'
        points = (places, heads) if upright else (heads, places)
        (markers,) = self.plot(
            *points, color=mark.get('color', color), marker=shown, linestyle='None', label='_nolegend_'
        )
        if label is not None:
            markers._shown_label = str(label)
        span = [min(places), max(places)] if places else [0.0, 1.0]
        base = format_parts(formats[2])
        (baseline,) = self.plot(
            *((span, [bottom] * 2) if upright else ([bottom] * 2, span)), label='_nolegend_', **base
        )
        made = StemContainer((markers, stems, baseline), label)
        self.containers.append(made)
        return made


def _bar_words(fmt: str | Callable[[float], str], value: float) -> str:
    shown = int(value) if value == int(value) and isinstance(fmt, str) and '%d' in fmt else value
    if callable(fmt):
        return fmt(value)
    return fmt % shown if '%' in fmt and '{' not in fmt else fmt.format(value)


def _with_color(options: dict[str, Any], axes: Any) -> dict[str, Any]:
    color = options.pop('color', options.pop('facecolors', options.pop('facecolor', None)))
    if color is None:
        color = axes.patch_cycle.next_color()
    return {'facecolors': color, **options}
