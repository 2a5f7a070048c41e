"""What axes tell of themselves: the protocol's `Figure`."""

import json
from typing import Any

import _engine
from matplotlib.axes._base import AxesBase
from matplotlib.values import numbers, reals

_SUPERSCRIPTS = str.maketrans('0123456789-', '⁰¹²³⁴⁵⁶⁷⁸⁹⁻')
_POWER = r'$\mathdefault{'


class Sending(AxesBase):
    """The methods of axes that show them."""

    def as_figure(self) -> dict[str, Any]:
        """The protocol's `Figure`."""
        figure: dict[str, Any] = {
            'series': self._series(),
            'title': self._whole_title(),
            'xlabel': self.get_xlabel(),
            'ylabel': self.get_ylabel(),
            'xscale': self.get_xscale(),
            'yscale': self.get_yscale(),
            'xlim': reals(list(self.get_xlim())),
            'ylim': reals(list(self.get_ylim())),
            'xticks': self._ticks('x'),
            'yticks': self._ticks('y'),
        }
        if self.get_aspect() == 1:
            figure['aspect'] = 'equal'
        if not self.axison or not (self.xaxis.get_visible() or self.yaxis.get_visible()):
            figure['axis'] = 'off'
        figure |= {name: value for name, value in self._further().items() if value}
        return {name: value for name, value in figure.items() if value is not None}

    def _further(self) -> dict[str, Any]:
        note = self.note
        if self.left_out:
            said = f'Left out: {", ".join(self.left_out)}.'
            note = f'{note} {said}' if note else said
        return {'note': note}

    def _whole_title(self) -> str:
        return ' · '.join(words for place in ('left', 'center', 'right') if (words := self.get_title(place)))

    def _series(self) -> list[dict[str, Any]]:
        shown = [child for child in self._children if child.get_visible()]
        found: list[dict[str, Any]] = []
        told: set[int] = set()
        for child in shown:
            bars = child.__dict__.get('bars')
            if bars is None:
                found += child.as_series()
            elif id(bars) not in told:
                told.add(id(bars))
                found.append(bars.as_series())
        return found

    def _ticks(self, name: str) -> dict[str, Any] | None:
        axis = self.axis_of(name)
        if not axis.get_visible():
            return {'at': [], 'labels': []}
        places = numbers(axis.get_majorticklocs())
        words = axis.tick_words()
        low, high = sorted(axis.span())
        near = 1e-10 * (high - low)
        kept = [(at, text) for at, text in zip(places, words, strict=True) if low - near <= at <= high + near]
        ticks: dict[str, Any] = {'at': reals([at for at, _ in kept])}
        if not axis.tick_options.get('label1On', True) and not axis.tick_options.get('label2On', False):
            return {**ticks, 'labels': [''] * len(kept)}
        if self._has_own_words(axis):
            ticks['labels'] = [_plain(str(text)) for _, text in kept]
        return ticks

    def _has_own_words(self, axis: Any) -> bool:
        """Whether words at ticks are more than the numbers of the drawing's own."""
        if axis.is_default and axis.get_scale() == 'linear' and self._is_picture():
            return False
        return not axis.major.formatter.get_offset()

    def _is_picture(self) -> bool:
        return bool(self._children) and all(type(child).__name__ == 'AxesImage' for child in self._children)

    def send(self, subplot: dict[str, Any] | None = None) -> None:
        """Shows them in the panel; nothing happens while nothing is drawn.

        Args:
            subplot: the protocol's `Subplot`: their place among other axes.
        """
        if not self._children:
            return
        figure = self.as_figure()
        if subplot is not None:
            figure['subplot'] = subplot
        _engine.figure(json.dumps(figure))


def _plain(words: str) -> str:
    """Powers of ten without TeX's marks, where these are all there is."""
    if not words.startswith(_POWER):
        return words
    inner = words[len(_POWER) : -2].replace(r'\times', '·')
    before, _, power = inner.partition('^')
    return before + power.strip('{}').translate(_SUPERSCRIPTS)
