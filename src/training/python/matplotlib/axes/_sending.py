"""What axes tell of themselves: the protocol's `Figure`."""

import json
from typing import Any

import _engine
from matplotlib import rcParams
from matplotlib.axes._base import AxesBase
from matplotlib.colors import color_of, to_hex
from matplotlib.values import numbers, reals

__all__ = ['Owned', 'Sending']

Owned = tuple[Any, dict[str, Any]]
"""What was drawn, and the series that tells of it."""

_WHITE, _BLACK = '#ffffff', '#000000'
_SIDES = ('left', 'right', 'top', 'bottom')


class Sending(AxesBase):
    """The methods of axes that show them."""

    def as_figure(self) -> dict[str, Any]:
        """The protocol's `Figure`, with the axes that are drawn over these."""
        twins = [axes for axes in self.figure.axes if axes.twin_of and axes.twin_of[0] is self]
        for axes in (self, *twins):
            axes.apply_aspect()
        groups = [axes.owned_series() for axes in (self, *twins)]
        proxies: list[dict[str, Any]] = []
        owned = [pair for group in groups for pair in group]
        shown = self._told(owned, proxies)
        told = [
            {
                **axes._told(owned, proxies),
                'series': [series for _, series in group],
                'shares': axes.twin_of[1],
            }
            for axes, group in zip(twins, groups[1:], strict=True)
        ]
        colorbars = self._colorbars(owned, proxies)
        if told:
            # What stands in a legend alone comes after everything that is drawn.
            shown['twins'] = told
            told[-1]['series'] = told[-1]['series'] + proxies
            shown['series'] = [series for _, series in groups[0]]
        else:
            shown['series'] = [series for _, series in groups[0]] + proxies
        if colorbars:
            shown['colorbars'] = colorbars
        return shown

    def _told(self, owned: list[Owned], proxies: list[dict[str, Any]]) -> dict[str, Any]:
        """All of it but the series, for the ranges that are shown."""
        xlim, ylim = self._shown_limits()
        asked = self.xaxis._interval, self.yaxis._interval
        self.xaxis._interval, self.yaxis._interval = xlim, ylim
        try:
            return self._told_within(xlim, ylim, owned, proxies)
        finally:
            self.xaxis._interval, self.yaxis._interval = asked

    def _told_within(
        self, xlim: Any, ylim: Any, owned: list[Owned], proxies: list[dict[str, Any]]
    ) -> dict[str, Any]:
        from matplotlib._legend_fields import legend_fields
        from matplotlib._unsupported import left_out

        figure: dict[str, Any] = {
            'series': [],
            'title': self._whole_title(),
            'xlabel': self.get_xlabel(),
            'ylabel': self.get_ylabel(),
            'xscale': self.get_xscale(),
            'yscale': self.get_yscale(),
            'xlim': reals(list(xlim)),
            'ylim': reals(list(ylim)),
            'xticks': self._ticks('x'),
            'yticks': self._ticks('y'),
            'size': list(self.figure._size),
            'position': [float(part) for part in self.place.bounds],
        }
        further = {
            'xlinthresh': getattr(self.xaxis.scale, 'linthresh', None),
            'ylinthresh': getattr(self.yaxis.scale, 'linthresh', None),
            'aspect': self._shown_aspect(),
            'axis': None if self.axison else 'off',
            'grid': self._grid(),
            'legend': legend_fields(self, owned, proxies),
            'hidden': self._hidden_sides(),
            'facecolor': self._shown_face(),
            'fontsizes': self._font_sizes(),
            'colors': self._word_colors(),
            'titleloc': self._title_place(),
            'layout': 'tight' if self.figure.is_tight() else None,
            'note': self.note,
            'leftOut': left_out(self),
        }
        return figure | {name: value for name, value in further.items() if value not in (None, '', [], {})}

    def owned_series(self) -> list[Owned]:
        """What is drawn, in its order, with the series that tell of it."""
        shown = [child for child in self._children if child.get_visible()]
        found: list[Owned] = []
        told: set[int] = set()
        for child in shown:
            bars = child.__dict__.get('bars')
            if bars is None:
                found += [(child, self._with_height(child, series)) for series in child.as_series()]
            elif id(bars) not in told:
                told.add(id(bars))
                found.append((bars.container, self._with_height(child, bars.as_series())))
        return found

    def _with_height(self, child: Any, series: dict[str, Any]) -> dict[str, Any]:
        """Says the height of what is not drawn at the height of its kind."""
        return series if child.zorder == type(child).zorder else {**series, 'zorder': child.zorder}

    # ------------------------------------------------------------ words

    def _whole_title(self) -> str:
        return ' · '.join(words for place in ('left', 'center', 'right') if (words := self.get_title(place)))

    def _title_place(self) -> str | None:
        known = [place for place in ('left', 'center', 'right') if self.get_title(place)]
        return known[0] if known in (['left'], ['right']) else None

    def _title(self) -> Any:
        return self.titles[self._title_place() or 'center']

    def _font_sizes(self) -> dict[str, Any]:
        sizes = {
            'title': (self._title().get_fontsize(), 12.0),
            'xlabel': (self.xaxis.label.get_fontsize(), 10.0),
            'ylabel': (self.yaxis.label.get_fontsize(), 10.0),
        }
        return {name: float(size) for name, (size, usual) in sizes.items() if size != usual}

    def _word_colors(self) -> dict[str, str]:
        given = {
            'title': self._title().get_color(),
            'xlabel': self.xaxis.label.get_color(),
            'ylabel': self.yaxis.label.get_color(),
            'xticks': self.xaxis.tick_look.get('color', rcParams['xtick.color']),
            'yticks': self.yaxis.tick_look.get('color', rcParams['ytick.color']),
        }
        return {name: color_of(color).name for name, color in given.items() if to_hex(color) != _BLACK}

    # ------------------------------------------------------------ ticks

    def _ticks(self, name: str) -> dict[str, Any]:
        axis = self.axis_of(name)
        if not axis.get_visible():
            return {'at': [], 'labels': []}
        marked = list(zip(numbers(axis.get_majorticklocs()), axis.tick_words(), strict=True))
        offset = str(axis.major.formatter.get_offset())
        minor = list(zip(numbers(axis.get_minorticklocs()), axis.tick_words(True), strict=True))
        kept = self._in_view(name, marked + [pair for pair in minor if pair[1]])
        named = self._labels_on(axis)
        ticks: dict[str, Any] = {
            'at': reals([at for at, _ in kept]),
            'labels': [str(text) if named else '' for _, text in kept],
        }
        short = self._in_view(name, [pair for pair in minor if not pair[1]])
        further = {
            'minor': reals([at for at, _ in short]),
            'offset': offset if named else '',
            'opposite': axis.ticks_position in ('top', 'right'),
            **self._tick_look(axis),
        }
        return ticks | {key: value for key, value in further.items() if value and value != 'center'}

    def _in_view(self, name: str, marked: list[tuple[float, Any]]) -> list[tuple[float, Any]]:
        low, high = sorted(self.axis_of(name)._interval)
        near = 1e-10 * (high - low)
        return [(at, text) for at, text in marked if low - near <= at <= high + near]

    def _labels_on(self, axis: Any) -> bool:
        options = axis.tick_options
        return bool(options.get('label1On', True) or options.get('label2On', False))

    def _tick_look(self, axis: Any) -> dict[str, Any]:
        if not axis.tick_look:
            return {}
        words = axis.tick_text(0.0, '')
        return {
            'rotation': float(words.get_rotation()),
            'ha': words.get_horizontalalignment() if axis.axis_name == 'x' else None,
            'fontsize': None if words.get_fontsize() == 10.0 else float(words.get_fontsize()),
        }

    # ------------------------------------------------------------ frame

    def _grid(self) -> dict[str, Any] | None:
        shown = [axis for axis in (self.xaxis, self.yaxis) if axis.grid_on or axis.minor_grid_on]
        if not shown:
            return None
        options = {name.removeprefix('grid_'): value for name, value in shown[0].grid_options.items()}
        color = options.get('color', options.get('c', rcParams['grid.color']))
        style = options.get('linestyle', options.get('ls', rcParams['grid.linestyle']))
        look = {
            'minor': any(axis.minor_grid_on for axis in shown),
            'color': None if color == '#b0b0b0' else color_of(color).name,
            'linestyle': {'solid': '-', 'dashed': '--', 'dashdot': '-.', 'dotted': ':'}.get(style, style),
            'linewidth': float(options.get('linewidth', options.get('lw', rcParams['grid.linewidth']))),
            'alpha': options.get('alpha'),
        }
        if look['linestyle'] == '-':
            del look['linestyle']
        if look['linewidth'] == 0.8:
            del look['linewidth']
        axis = 'both' if len(shown) == 2 else shown[0].axis_name
        return {'axis': axis} | {name: value for name, value in look.items() if value}

    def _hidden_sides(self) -> list[str]:
        if not self._frame_on:
            return list(_SIDES)
        return [
            side for side in _SIDES if not self.spines[side].get_visible() or self.spines[side].is_clear()
        ]

    def _shown_face(self) -> str | None:
        face = self.patch.get_facecolor()
        return None if to_hex(face) == _WHITE or face[3] == 0 else color_of(tuple(face[:3])).name

    # ------------------------------------------------------------ units

    def _shown_aspect(self) -> Any:
        """How many times as long a unit of y is as one of x; `equal` for once."""
        if self._box_aspect is not None:
            (left, right), (bottom, top) = self._shown_limits()
            return abs((right - left) / (top - bottom)) * self._box_aspect
        if self._aspect == 'auto' or self._adjustable == 'datalim':
            return None
        return 'equal' if self._aspect == 1 else float(self._aspect)

    def _shown_limits(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The ranges; where units and box are given, one of them is wider than asked for."""
        xlim, ylim = self.get_xlim(), self.get_ylim()
        linear = self.get_xscale() == self.get_yscale() == 'linear'
        if self._aspect == 'auto' or self._adjustable != 'datalim' or not linear:
            return xlim, ylim
        across, up = xlim[1] - xlim[0], ylim[1] - ylim[0]
        wanted = self.length('y') / self.length('x') / float(self._aspect)
        if abs(up) < wanted * abs(across):
            return xlim, _widened(ylim, wanted * abs(across))
        return _widened(xlim, abs(up) / wanted), ylim

    # ------------------------------------------------------------ colour bars

    def _colorbars(self, owned: list[Owned], proxies: list[dict[str, Any]]) -> list[dict[str, Any]]:
        found = []
        for axes in self.figure.axes:
            if axes.colorbar_of is None or getattr(axes, 'colorbar', None) is None:
                continue
            mappable, parents = axes.colorbar_of
            own = getattr(mappable, 'axes', None)
            if (own if own in parents else parents[-1]) is self:
                found.append(axes.colorbar.as_field(_place_of(mappable, owned, proxies)))
        return found

    # ------------------------------------------------------------ sending

    def send(self, subplot: dict[str, Any] | None = None) -> None:
        """Shows them in the panel.

        Args:
            subplot: the protocol's `Subplot`: their place among other axes.
        """
        figure = self.as_figure()
        if subplot is not None:
            figure['subplot'] = subplot
        _engine.figure(json.dumps(figure))


def _place_of(mappable: Any, owned: list[Owned], proxies: list[dict[str, Any]]) -> int:
    """The place of the series whose colours are explained; of what is not drawn one is made."""
    for place, (owner, _) in enumerate(owned):
        if owner is mappable:
            return place
    colors = mappable.scale_of_colors()
    proxies.append({'kind': 'scatter', 'label': '', 'x': [], 'y': [], 'values': [], 'frame': True, **colors})
    return len(owned) + len(proxies) - 1


def _widened(limits: tuple[float, float], size: float) -> tuple[float, float]:
    middle, half = (limits[0] + limits[1]) / 2, size / 2
    return (middle - half, middle + half) if limits[0] <= limits[1] else (middle + half, middle - half)
