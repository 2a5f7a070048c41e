"""What colours stand for."""

from typing import Any

from .ticker import FixedLocator
from .values import numbers

__all__ = ['Colorbar']


class Colorbar:
    """The scale of a colour map beside axes.

    Args:
        ax: the axes that it is drawn in.
        mappable: what it is for.
        kwargs: `label`, `ticks`, `format`, `orientation`, …
    """

    def __init__(self, ax: Any, mappable: Any, **kwargs: Any) -> None:
        mappable.autoscale_None()
        self.ax, self.mappable = ax, mappable
        self.cmap, self.norm = mappable.cmap, mappable.norm
        self.orientation = kwargs.get('orientation') or 'vertical'
        self.extend = kwargs.get('extend') or getattr(mappable, 'extend', 'neither')
        self.alpha = mappable.get_alpha() if hasattr(mappable, 'get_alpha') else None
        self._set_scale()
        if kwargs.get('ticks') is not None:
            self.set_ticks(kwargs['ticks'])
        if kwargs.get('format') is not None:
            self._set_format(kwargs['format'])
        self.set_label(kwargs.get('label') or '')
        mappable.colorbar = self

    @property
    def _axis(self) -> Any:
        return self.ax.yaxis if self.orientation == 'vertical' else self.ax.xaxis

    def _set_scale(self) -> None:
        low = 0.0 if self.norm.vmin is None else float(self.norm.vmin)
        high = 1.0 if self.norm.vmax is None else float(self.norm.vmax)
        name = 'y' if self.orientation == 'vertical' else 'x'
        if type(self.norm).__name__ == 'LogNorm' and low > 0:
            self._axis.use_scale('log', {})
        self.ax.limit(name, low, high)
        other = self.ax.xaxis if name == 'y' else self.ax.yaxis
        other.set_ticks([])
        levels = getattr(self.mappable, 'levels', None)
        if levels is not None:
            self.ax.limit(name, numbers(levels)[0], numbers(levels)[-1])
            self._axis.set_major_locator(FixedLocator(levels, nbins=10))
        elif type(self.norm).__name__ == 'BoundaryNorm':
            self._axis.set_major_locator(FixedLocator(self.norm.boundaries, nbins=10))

    def _set_format(self, form: Any) -> None:
        if isinstance(form, str) and '%' in form:
            from .ticker import FormatStrFormatter

            form = FormatStrFormatter(form)
        self._axis.set_major_formatter(form)

    @property
    def vmin(self) -> Any:
        """The number at its lower end."""
        return self.norm.vmin

    @property
    def vmax(self) -> Any:
        """The number at its upper end."""
        return self.norm.vmax

    locator = property(
        lambda self: self._axis.get_major_locator(), lambda self, value: self._axis.set_major_locator(value)
    )
    formatter = property(
        lambda self: self._axis.get_major_formatter(),
        lambda self, value: self._axis.set_major_formatter(value),
    )

    def set_label(self, label: Any, *, loc: Any = None, **kwargs: Any) -> None:
        """Names what the colours stand for."""
        self._axis.set_label_text(label, **kwargs)

    def set_ticks(self, ticks: Any, *, labels: Any = None, minor: bool = False, **kwargs: Any) -> None:
        """Sets where it is marked, and with which words."""
        if hasattr(ticks, 'tick_values'):
            self._axis.set_major_locator(ticks)
        else:
            self._axis.major.locator = FixedLocator(ticks)
            self._axis.major.locator.set_axis(self._axis)
            if labels is not None:
                self._axis.set_ticklabels(labels, **kwargs)

    def get_ticks(self, minor: bool = False) -> Any:
        """Where it is marked."""
        return self._axis.get_ticklocs(minor=minor)

    def set_ticklabels(self, ticklabels: Any, *, minor: bool = False, **kwargs: Any) -> None:
        """Sets the words at its marks."""
        self._axis.set_ticklabels(ticklabels, minor=minor, **kwargs)

    def set_alpha(self, alpha: Any) -> None:
        """Sets its opacity."""
        self.alpha = alpha

    def minorticks_on(self) -> None:
        """Shows minor marks."""

    def minorticks_off(self) -> None:
        """Shows no minor marks."""

    def update_ticks(self) -> None:
        """Has no effect: marks are looked up when they are needed."""

    def update_normal(self, mappable: Any) -> None:
        """Takes the colours of another map."""
        self.mappable, self.cmap, self.norm = mappable, mappable.cmap, mappable.norm
        self._set_scale()

    def add_lines(self, *_: Any, **__: Any) -> None:
        """Has no effect: lines are not drawn in it."""

    def remove(self) -> None:
        """Takes it away."""
        self.ax.remove()
        self.mappable.colorbar = None

    def as_field(self, series: int) -> dict[str, Any]:
        """The protocol's `Colorbar`.

        Args:
            series: the place of the series whose colours it explains.
        """
        name = 'y' if self.orientation == 'vertical' else 'x'
        low, high = self.ax.axis_of(name).span()
        found: dict[str, Any] = {
            'series': series,
            'ticks': self.ax._ticks(name),
            'label': self._axis.get_label_text(),
            'vmin': float(low),
            'vmax': float(high),
            'horizontal': name == 'x',
            'log': self._axis.get_scale() == 'log',
            'levels': self._levels(),
        }
        kept = ('series', 'vmin', 'vmax')
        return {key: value for key, value in found.items() if value or key in kept}

    def _levels(self) -> list[float]:
        levels = getattr(self.mappable, 'levels', None)
        if levels is not None:
            return numbers(levels)
        return numbers(self.norm.boundaries) if type(self.norm).__name__ == 'BoundaryNorm' else []
