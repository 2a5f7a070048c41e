"""What all parts of axes know of them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from matplotlib.artist import Artist
from matplotlib.transforms import Transform

__all__ = ['ArtistList', 'AxesBase']


class AxesBase(Artist):
    """The state that the parts of axes share."""

    figure: Any
    xaxis: Any
    yaxis: Any
    shared: dict[str, list[Any]]
    """For `x` and `y` the axes whose ranges are one, these among them."""

    _children: list[Artist]

    functions: tuple[Callable[[Any], Any], Callable[[Any], Any]] | Transform | None
    """Of a second scale: how its numbers follow from the first's, and back."""

    if TYPE_CHECKING:

        def __init__(self, figure: Any, place: Any = ..., **kwargs: Any) -> None: ...

        def __getattr__(self, name: str) -> Any: ...

    def add(self, artist: Artist, across: str = 'xy', *, quietly: bool = False) -> Any:
        """Takes in what is drawn.

        Args:
            artist: what.
            across: along which axes it needs room.
            quietly: whether the ranges stay until something else is drawn.
        """
        artist.axes, artist.figure = self, self.figure
        if artist._label in ('', None):
            artist._label = f'_child{len(self._children)}'
        self._children.append(artist)
        self.take_in(artist, across, quietly)
        return artist

    def discard(self, artist: Artist) -> None:
        """Takes out what was drawn.

        Raises:
            ValueError: when it is not in these axes.
        """
        if artist not in self._children:
            raise ValueError('list.remove(x): x not in list')
        self._children.remove(artist)
        artist.axes = None


class ArtistList(tuple[Any, ...]):
    """Some of what axes hold.

    Args:
        axes: they belong to.
        name: of the list.
        artists: in it.
    """

    def __new__(cls, axes: Any, name: str, artists: list[Any]) -> 'ArtistList':
        made = tuple.__new__(cls, artists)
        made._axes, made._name = axes, name
        return made

    _axes: Any
    _name: str

    def __repr__(self) -> str:
        return f'<Axes.ArtistList of {len(self)} {self._name}>'

    __str__ = __repr__

    def __getitem__(self, key: Any) -> Any:
        return list(self)[key]

    def __add__(self, other: Any) -> Any:
        return [*self, *other] if isinstance(other, list) else (*self, *other)

    def __radd__(self, other: Any) -> Any:
        return [*other, *self]
