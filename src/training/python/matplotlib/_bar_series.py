"""Bars that were drawn by one call, as one series of the figure."""

from typing import Any

from . import rcParams
from .colors import color_of

__all__ = ['BarSeries']


class BarSeries:
    """Tells of all bars of a container at once.

    Args:
        container: of the bars.
        lying: whether they lie.
    """

    def __init__(self, container: Any, lying: bool) -> None:
        self.container, self.lying = container, lying

    def as_series(self) -> dict[str, Any]:
        """The protocol's `Series`, as the bars are now."""
        bars = [bar for bar in self.container.patches if bar.axes is not None and bar.get_visible()]
        forms = [self._form(bar) for bar in bars]
        fields: dict[str, Any] = {'widths': _one_if_same([form[2] for form in forms]), **self._look(bars)}
        bases = [form[3] for form in forms]
        if any(bases):
            fields['bases'] = _one_if_same(bases)
        if self.lying:
            fields['horizontal'] = True
        label = self.container.__dict__.get('_shown_label', self.container.get_label()) or ''
        shown = '' if label.startswith('_') else label
        from .values import reals

        fields = {
            name: reals(value) if name in ('widths', 'bases') else value for name, value in fields.items()
        }
        places, lengths = [form[0] for form in forms], [form[1] for form in forms]
        return {'kind': 'bar', 'label': shown, 'x': reals(places), 'y': reals(lengths), **fields}

    def _form(self, bar: Any) -> tuple[float, float, float, float]:
        """Place, length, width and base."""
        (x, y), w, h = map(float, bar.get_xy()), float(bar.get_width()), float(bar.get_height())
        return (y + h / 2, w, h, x) if self.lying else (x + w / 2, h, w, y)

    def _look(self, bars: list[Any]) -> dict[str, Any]:
        if not bars:
            return {}
        fields = {
            name: value for name, value in bars[0].look().items() if value is not None and name != 'format'
        }
        colors = [
            color_of(rcParams['patch.facecolor'] if bar._face is None else bar._face).name for bar in bars
        ]
        if len(set(colors)) > 1:
            fields.pop('color', None)
            fields['colors'] = colors
        edges = [bar.look().get('edgecolor') for bar in bars]
        if len(set(edges)) > 1:
            fields.pop('edgecolor', None)
            fields['edgecolors'] = [edge or 'none' for edge in edges]
        return fields


def _one_if_same(values: list[float]) -> list[float]:
    rounded = {round(value, 12) for value in values}
    return list(rounded) if len(rounded) == 1 else values
