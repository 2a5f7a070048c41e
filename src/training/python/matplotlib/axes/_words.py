"""Words and arrows."""

from typing import Any

from matplotlib.axes._base import AxesBase
from matplotlib.text import Annotation, Text

__all__ = ['Words']


class Words(AxesBase):
    """The methods of axes that write, and draw arrows."""

    def text(self, x: Any, y: Any, s: Any, fontdict: Any = None, **kwargs: Any) -> Text:
        """Writes words at a point."""
        made = Text(
            self.xaxis.convert_units(x), self.yaxis.convert_units(y), s, **{**(fontdict or {}), **kwargs}
        )
        return self.add(made, '')

    def annotate(
        self,
        text: Any,
        xy: Any,
        xytext: Any = None,
        xycoords: Any = 'data',
        textcoords: Any = None,
        arrowprops: Any = None,
        **kwargs: Any,
    ) -> Annotation:
        """Writes words at a point, or beside it with an arrow that leads to it."""
        made = Annotation(text, xy, xytext, xycoords, textcoords, arrowprops, **kwargs)
        return self.add(made, '')

    def arrow(self, x: float, y: float, dx: float, dy: float, **kwargs: Any) -> Any:
        """Draws an arrow from a point."""
        from matplotlib.patches import FancyArrow

        return self.add(FancyArrow(x, y, dx, dy, **kwargs))

    def quiver(self, *args: Any, **kwargs: Any) -> Any:
        """Draws arrows: `quiver([X, Y], U, V, [C])`."""
        from matplotlib.quiver import Quiver

        return self.add(Quiver(self, *args, **kwargs))

    def quiverkey(self, Q: Any, X: float, Y: float, U: float, label: str, **kwargs: Any) -> Any:
        """Says how long an arrow is, which is not drawn."""
        from matplotlib.quiver import QuiverKey

        return QuiverKey(Q, X, Y, U, label)

    def streamplot(self, x: Any, y: Any, u: Any, v: Any, density: Any = 1, **kwargs: Any) -> Any:
        """Draws the lines along which a field of vectors flows."""
        from matplotlib.streamplot import streamplot

        return streamplot(self, x, y, u, v, density, kwargs)

    def table(self, cellText: Any = None, **kwargs: Any) -> Any:
        """Says that tables are not drawn.

        Raises:
            NotImplementedError: always: tables are not drawn.
        """
        raise NotImplementedError('D2L Exercises does not support Axes.table: print the table instead')
