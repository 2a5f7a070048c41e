"""What belongs together: the bars of one call, a curve with its errors, the parts of a stem plot."""

from typing import Any, Self

__all__ = ['BarContainer', 'Container', 'ErrorbarContainer', 'StemContainer']


class Container(tuple[Any, ...]):
    """Artists that were made by one call."""

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        return tuple.__new__(cls, args[0])

    def __init__(self, kl: Any, label: Any = None) -> None:
        self._label = None if label is None else str(label)

    def __repr__(self) -> str:
        return f'<{type(self).__name__} object of {len(self)} artists>'

    __str__ = __repr__

    def get_label(self) -> str | None:
        """The name in the legend."""
        return self._label

    def set_label(self, s: Any) -> None:
        """Sets it."""
        self._label = None if s is None else str(s)

    def get_children(self) -> list[Any]:
        """The artists, those of lists one by one."""
        found: list[Any] = []
        for one in self:
            found += one if isinstance(one, (list, tuple)) else [one] if one is not None else []
        return found

    def remove(self) -> None:
        """Takes all of them out of their axes."""
        for one in self.get_children():
            one.remove()


class BarContainer(Container):
    """Bars.

    Args:
        patches: the single bars.
        errorbar: their errors.
        datavalues: their lengths.
        orientation: `vertical` or `horizontal`.
    """

    def __init__(
        self,
        patches: Any,
        errorbar: Any = None,
        *,
        datavalues: Any = None,
        orientation: str | None = None,
        label: Any = None,
    ) -> None:
        super().__init__(patches, label)
        self.patches = list(patches)
        self.errorbar = errorbar
        self.datavalues = datavalues
        self.orientation = orientation


class ErrorbarContainer(Container):
    """A curve, the ends and the lines of its errors."""

    def __init__(self, lines: Any, has_xerr: bool = False, has_yerr: bool = False, label: Any = None) -> None:
        super().__init__(lines, label)
        self.lines = lines
        self.has_xerr, self.has_yerr = has_xerr, has_yerr


class StemContainer(Container):
    """The points, the lines and the base line of a stem plot."""

    def __init__(self, markerline_stemlines_baseline: Any, label: Any = None) -> None:
        super().__init__(markerline_stemlines_baseline, label)
        self.markerline, self.stemlines, self.baseline = markerline_stemlines_baseline
