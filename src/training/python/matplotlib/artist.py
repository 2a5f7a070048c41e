"""One series of a figure."""

from typing import Any

from .values import numbers, reals


class Artist:
    """Something drawn: one series of the figure."""

    def __init__(self, kind: str, x: list[float], y: list[float], label: str = '', fmt: str = '') -> None:
        self.kind = kind
        self.x = x
        self.y = y
        self.label = label
        self.fmt = fmt
        self.columns: int | None = None
        # `h` or `v` for lines through all of the axes, whose ends follow from the other series.
        self.across = ''

    def set_data(self, x: Any, y: Any) -> None:
        """Replaces the points."""
        self.x, self.y = numbers(x), numbers(y)

    def get_xdata(self) -> list[float]:
        """The abscissae."""
        return self.x

    def get_ydata(self) -> list[float]:
        """The ordinates."""
        return self.y

    def set_label(self, label: str) -> None:
        """Sets the name in the legend."""
        self.label = str(label)

    def get_label(self) -> str:
        """The name in the legend."""
        return self.label

    def as_series(self, width: tuple[float, float], height: tuple[float, float]) -> dict[str, Any]:
        """The protocol's `Series`."""
        x, y = self.x, self.y
        if self.across == 'h':
            x = list(width)
        elif self.across == 'v':
            y = list(height)
        series: dict[str, Any] = {'kind': self.kind, 'label': self.label, 'x': reals(x), 'y': reals(y)}
        if self.fmt:
            series['format'] = self.fmt
        if self.columns is not None:
            series['columns'] = self.columns
        return series
