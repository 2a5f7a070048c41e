"""Images."""

from typing import Any, ClassVar

from . import rcParams
from ._api import check_in_list
from .artist import Artist
from .cm import ScalarMappable
from .collections import upright
from .values import array_of, as_list, numbers, shape

__all__ = ['AxesImage']

_WAYS_TEXT = """
    antialiased auto none nearest bilinear bicubic spline16 spline36 hanning hamming hermite kaiser
    quadric catrom
    gaussian bessel mitchell sinc lanczos blackman
"""
_WAYS = _WAYS_TEXT.split()


class AxesImage(Artist, ScalarMappable):
    """A matrix shown as colours, or colours themselves.

    Args:
        ax: the axes.
        cmap, norm: how numbers become colours.
        interpolation: between pixels; the drawing shows pixels.
        origin: where the first row is, `upper` or `lower`.
        extent: left, right, bottom and top edge.
        kwargs: further properties.
    """

    zorder = 0
    plain: ClassVar[dict[str, Any]] = {**Artist.plain, 'filternorm': True, 'filterrad': 4.0, 'resample': True}

    def __init__(
        self,
        ax: Any,
        *,
        cmap: Any = None,
        norm: Any = None,
        interpolation: Any = None,
        origin: Any = None,
        extent: Any = None,
        **kwargs: Any,
    ) -> None:
        Artist.__init__(self)
        ScalarMappable.__init__(self, norm, cmap)
        self.axes = ax
        self.figure = ax.figure
        self.origin = rcParams['image.origin'] if origin is None else origin
        check_in_list(('upper', 'lower'), origin=self.origin)
        self.set_interpolation(interpolation)
        self._extent = None if extent is None else list(extent)
        if kwargs:
            self.set(**kwargs)

    def __str__(self) -> str:
        return f'AxesImage(size={self.get_size()})'

    def get_interpolation(self) -> str:
        """What is between pixels."""
        return self._interpolation

    def set_interpolation(self, s: Any) -> None:
        """Sets it; the drawing shows pixels."""
        name = rcParams['image.interpolation'] if s is None else s
        check_in_list(_WAYS, interpolation=name.lower())
        self._interpolation = name.lower()

    def set_data(self, A: Any) -> None:
        """Sets the matrix, or the colours.

        Raises:
            TypeError: when it is neither.
        """
        sizes = shape(A)
        if len(sizes) == 3 and sizes[2] == 1:
            A = [[pixel[0] for pixel in row] for row in as_list(A)]
            sizes = sizes[:2]
        if len(sizes) not in (2, 3) or (len(sizes) == 3 and sizes[2] not in (3, 4)):
            raise TypeError(f'Invalid shape {sizes} for image data')
        self._sizes: tuple[int, ...] = sizes
        self._A = array_of(A)

    set_array = set_data

    def get_array(self) -> Any:
        """The matrix, or the colours."""
        return self._A

    def get_size(self) -> tuple[int, int]:
        """Rows and columns."""
        return self._sizes[0], self._sizes[1]

    def get_shape(self) -> tuple[int, ...]:
        """Rows, columns, and parts of colours if there are."""
        return self._sizes

    def get_extent(self) -> Any:
        """Left, right, bottom and top edge."""
        if self._extent is not None:
            return self._extent
        rows, columns = self.get_size()
        top, bottom = (-0.5, rows - 0.5) if self.origin == 'upper' else (rows - 0.5, -0.5)
        return (-0.5, columns - 0.5, bottom, top)

    def set_extent(self, extent: Any) -> None:
        """Sets the edges."""
        self._extent = list(extent)
        self.axes.take_in(self)

    def make_image(self, *_: Any, **__: Any) -> Any:
        """The colours of its pixels."""
        return self.to_rgba(self._A, bytes=True)

    # ------------------------------------------------------------ what axes ask

    def data_points(self) -> tuple[list[float], list[float]]:
        left, right, bottom, top = self.get_extent()
        return [left, right], [bottom, top]

    def as_series(self) -> list[dict[str, Any]]:
        _, columns = self.get_size()
        flat = len(self._sizes) == 2
        values = numbers(self._A) if flat else _bytes(self._A)
        channels = 1 if flat else self._sizes[2]
        if self.origin == 'lower':
            values = upright(values, columns * channels)
        left, right, bottom, top = self.get_extent()
        fields: dict[str, Any] = {
            'columns': columns,
            'extent': [float(left), float(right), float(bottom), float(top)],
            'alpha': self._alpha if isinstance(self._alpha, (int, float)) else None,
        }
        if self._interpolation not in ('antialiased', 'auto', 'none', 'nearest'):
            fields['smooth'] = True
        if flat:
            self.autoscale_None()
            fields |= self.scale_of_colors()
        else:
            fields['channels'] = channels
        return [self.series('image', [], values, fields)]


def _bytes(colors: Any) -> list[float]:
    """Parts of colours from 0 to 255; those that are not whole numbers go from 0 to 1."""
    whole = 'int' in str(colors.dtype)
    scale = 1 if whole else 255
    return [float(min(255, max(0, round(scale * value)))) for value in numbers(colors)]
