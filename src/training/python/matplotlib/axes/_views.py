"""Axes beside axes, and where they are in their figure."""

from typing import Any

from matplotlib.axes._base import ArtistList, AxesBase
from matplotlib.legend import Legend, entries, handles_and_labels
from matplotlib.transforms import Bbox, Transform, blended_transform_factory

__all__ = ['Grouper', 'Views']


class Views(AxesBase):
    """The methods of axes that have to do with their place, and with what they hold."""

    # ------------------------------------------------------------ what they hold

    def _of_kind(self, name: str, kind: Any) -> ArtistList:
        return ArtistList(self, name, [child for child in self._children if isinstance(child, kind)])

    @property
    def lines(self) -> ArtistList:
        """The curves."""
        from matplotlib.lines import Line2D

        return self._of_kind('lines', Line2D)

    @property
    def patches(self) -> ArtistList:
        """The outlines."""
        from matplotlib.patches import Patch

        return self._of_kind('patches', Patch)

    @property
    def collections(self) -> ArtistList:
        """The scatters, areas and grids."""
        from matplotlib.collections import Collection
        from matplotlib.contour import QuadContourSet

        return self._of_kind('collections', (Collection, QuadContourSet))

    @property
    def images(self) -> ArtistList:
        """The images."""
        from matplotlib.image import AxesImage

        return self._of_kind('images', AxesImage)

    @property
    def texts(self) -> ArtistList:
        """The words."""
        from matplotlib.text import Text

        return self._of_kind('texts', Text)

    @property
    def artists(self) -> ArtistList:
        """Everything else."""
        known = {
            id(one)
            for group in (self.lines, self.patches, self.collections, self.images, self.texts)
            for one in group
        }
        return ArtistList(self, 'artists', [child for child in self._children if id(child) not in known])

    def get_lines(self) -> Any:
        """The curves."""
        from matplotlib.axes._statistics import SilentList

        return SilentList('Line2D', self.lines)

    def get_images(self) -> Any:
        """The images."""
        from matplotlib.axes._statistics import SilentList

        return SilentList('AxesImage', self.images)

    def get_children(self) -> list[Any]:
        """Everything that they consist of."""
        own = [*self._children, *self.spines.values(), self.xaxis, self.yaxis, *self.titles.values()]
        return [*own, *([] if self.legend_ is None else [self.legend_]), self.patch]

    def has_data(self) -> bool:
        """Whether anything was drawn."""
        return bool(self._children)

    # ------------------------------------------------------------ legend

    def legend(self, *args: Any, **kwargs: Any) -> Legend:
        """Names what is drawn, in order; gives the legend."""
        handles, labels = entries([self], args, kwargs)
        self.legend_ = Legend(self, handles, labels, **kwargs)
        return self.legend_

    def get_legend(self) -> Legend | None:
        """The legend, if there is one."""
        return self.legend_

    def get_legend_handles_labels(self, legend_handler_map: Any = None) -> tuple[list[Any], list[str]]:
        """What has a name, and the names."""
        return handles_and_labels([self])

    # ------------------------------------------------------------ place

    @property
    def axes(self) -> Any:
        """The axes themselves."""
        return self

    @axes.setter
    def axes(self, axes: Any) -> None: ...

    def get_position(self, original: bool = False) -> Bbox:
        """Where they are, as parts of the figure."""
        return Bbox.from_bounds(*self.place.bounds)

    def set_position(self, pos: Any, which: str = 'both') -> None:
        """Sets where they are, as parts of the figure."""
        self.place = pos if isinstance(pos, Bbox) else Bbox.from_bounds(*(float(v) for v in pos))
        self._aspect_applied = False

    @property
    def bbox(self) -> Bbox:
        """Where they are, in pixels."""
        return self.place.transformed(self.figure.transFigure)

    def apply_aspect(self, position: Any = None) -> None:
        """Makes the axes as long as their units let them be, as drawing does; ticks keep to it then."""
        self._aspect_applied = True

    def length(self, name: str) -> float:
        """How long an axis is, in points; once it was drawn, as long as its units let it be."""
        width, height = (float(side) * 72 for side in self.figure._size)
        width, height = width * self.place.width, height * self.place.height
        linear = self.xaxis.get_scale() == self.yaxis.get_scale() == 'linear'
        free = self._aspect == 'auto' or self._adjustable != 'box' or not linear
        if free or not self._aspect_applied:
            return width if name == 'x' else height
        across, up = (abs(axis._interval[1] - axis._interval[0]) or 1.0 for axis in (self.xaxis, self.yaxis))
        ratio = float(self._aspect) * up / across
        shown = min(width, height / ratio)
        return shown if name == 'x' else shown * ratio

    @property
    def transAxes(self) -> Transform:  # noqa: N802 - matplotlib's name
        """From parts of the axes to pixels."""

        def forward(x: float, y: float) -> tuple[float, float]:
            box = self.bbox
            return box.x0 + x * box.width, box.y0 + y * box.height

        def backward(x: float, y: float) -> tuple[float, float]:
            box = self.bbox
            return (x - box.x0) / box.width, (y - box.y0) / box.height

        return Transform(forward, backward, 'axes')

    @property
    def transData(self) -> Transform:  # noqa: N802
        """From the coordinates of the data to pixels."""

        def ends(name: str) -> tuple[float, float]:
            forward = self.axis_of(name).scale.forward
            low, high = self._range(name)
            return forward(low), forward(high)

        def forward(x: float, y: float) -> tuple[float, float]:
            parts = []
            for name, value in (('x', x), ('y', y)):
                low, high = ends(name)
                parts.append((self.axis_of(name).scale.forward(value) - low) / (high - low))
            return self.transAxes.point(*parts)

        def backward(x: float, y: float) -> tuple[float, float]:
            found = []
            for name, part in zip('xy', self.transAxes._backward(x, y), strict=True):
                low, high = ends(name)
                found.append(self.axis_of(name).scale.backward(low + part * (high - low)))
            return found[0], found[1]

        return Transform(forward, backward, 'data')

    def get_xaxis_transform(self, which: str = 'grid') -> Transform:
        """x in the coordinates of the data, y in parts of the axes."""
        return blended_transform_factory(self.transData, self.transAxes)

    def get_yaxis_transform(self, which: str = 'grid') -> Transform:
        """x in parts of the axes, y in the coordinates of the data."""
        return blended_transform_factory(self.transAxes, self.transData)

    def get_subplotspec(self) -> Any:
        """Their place in a grid, if they have one."""
        return self.grid_place

    def set_subplotspec(self, subplotspec: Any) -> None:
        """Sets their place in a grid."""
        self.grid_place = subplotspec
        self.place = subplotspec.get_position(self.figure)

    def get_gridspec(self) -> Any:
        """The grid that they have a place in."""
        return None if self.grid_place is None else self.grid_place.get_gridspec()

    # ------------------------------------------------------------ axes beside them

    def twinx(self) -> Any:
        """Axes over these with the same abscissa and an ordinate of their own at the right."""
        twin = self._twin('x')
        twin.yaxis.tick_right()
        twin.yaxis.set_label_position('right')
        return twin

    def twiny(self) -> Any:
        """Axes over these with the same ordinate and an abscissa of their own above."""
        twin = self._twin('y')
        twin.xaxis.tick_top()
        twin.xaxis.set_label_position('top')
        return twin

    def _twin(self, name: str) -> Any:
        place = [self.grid_place] if self.grid_place is not None else []
        twin = self.figure.add_subplot(*place, **{f'share{name}': self})
        if not place:
            twin.place = self.place
        twin.axis_of(name).set_visible(False)
        twin.twin_of = (self, name)
        return twin

    def sharex(self, other: Any) -> None:
        """Makes the ranges of both abscissae one."""
        self._share('x', other)

    def sharey(self, other: Any) -> None:
        """Makes the ranges of both ordinates one."""
        self._share('y', other)

    def _share(self, name: str, other: Any) -> None:
        group = other.shared[name]
        if self not in group:
            group.append(self)
        self.shared[name] = group
        mine, theirs = self.axis_of(name), other.axis_of(name)
        if theirs.get_scale() != mine.get_scale():
            mine.use_scale(theirs.get_scale(), {})
        mine.units, mine._autoscale = theirs.units, theirs._autoscale
        mine.set_view_interval(*theirs.span())

    def get_shared_x_axes(self) -> Any:
        """Which axes have the same abscissa."""
        return Grouper(self, 'x')

    def get_shared_y_axes(self) -> Any:
        """Which axes have the same ordinate."""
        return Grouper(self, 'y')

    def inset_axes(self, bounds: Any, *, transform: Any = None, zorder: float = 5, **kwargs: Any) -> Any:
        """Axes within these, at a corner with width and height in parts of these.

        Raises:
            TypeError: unless `bounds` are four numbers.
        """
        if len(bounds) < 4:
            names = ('x0', 'y0', 'width', 'height')[len(bounds) :]
            said = ' and '.join(repr(name) for name in names)
            raise TypeError(f'Bbox.from_bounds() missing {len(names)} required positional arguments: {said}')
        x, y, width, height = (float(v) for v in bounds)
        box = self.place
        place = (box.x0 + x * box.width, box.y0 + y * box.height, width * box.width, height * box.height)
        inset = self.figure.add_axes(place, **kwargs)
        inset.inset_in = self
        self.child_axes.append(inset)
        return inset

    def indicate_inset_zoom(self, inset_ax: Any, **kwargs: Any) -> Any:
        """Draws a frame around the part that other axes show."""
        from matplotlib.patches import Rectangle

        (x0, x1), (y0, y1) = inset_ax.get_xlim(), inset_ax.get_ylim()
        look = {'edgecolor': '0.5', 'alpha': 0.5, 'fill': False, **kwargs}
        return self.add(Rectangle((x0, y0), x1 - x0, y1 - y0, **look), ''), ()

    def secondary_xaxis(self, location: Any, functions: Any = None, **kwargs: Any) -> Any:
        """A second scale of the abscissa, which is not drawn."""
        return self._second('x', location, ('top', 'bottom'), functions)

    def secondary_yaxis(self, location: Any, functions: Any = None, **kwargs: Any) -> Any:
        """A second scale of the ordinate, which is not drawn."""
        return self._second('y', location, ('left', 'right'), functions)

    def _second(self, name: str, location: Any, sides: tuple[str, str], functions: Any) -> Any:
        if isinstance(location, str) and location not in sides:
            said = '"/"'.join(sides)
            raise ValueError(f'secondary_{name}axis location must be either a float or "{said}"')
        self.leave_out(f'secondary_{name}axis')
        second = type(self)(self.figure, self.place)
        second.functions = functions
        return second

    # ------------------------------------------------------------ what is not drawn

    def leave_out(self, what: str) -> None:
        """Notes what is not drawn; a line under the figure says it."""
        if what not in self.left_out:
            self.left_out.append(what)

    def set_prop_cycle(self, *args: Any, **kwargs: Any) -> None:
        """Sets the properties that curves take in turn."""
        from matplotlib._prop_cycle import PropertyCycle
        from matplotlib.rcsetup import cycler

        cycle = None if args == (None,) else cycler(*args, **kwargs)
        self.line_cycle, self.patch_cycle = PropertyCycle(cycle), PropertyCycle(cycle)

    def format_coord(self, x: float, y: float) -> str:
        """Words for a point."""
        return f'(x, y) = ({x:.4g}, {y:.4g})'

    def set_rasterization_zorder(self, z: float) -> None:
        """Has no effect."""

    def get_tightbbox(self, *_: Any, **__: Any) -> Bbox:
        """Where they are, in pixels."""
        return self.bbox

    get_window_extent = get_tightbbox

    def remove(self) -> None:
        """Takes them out of their figure."""
        self.figure.delaxes(self)


class Grouper:
    """Which axes are joined along x or y.

    Args:
        axes: those that were asked.
        name: `x` or `y`.
    """

    def __init__(self, axes: Any, name: str) -> None:
        self._axes, self._name = axes, name

    def joined(self, a: Any, b: Any) -> bool:
        """Whether two are."""
        return b in a.shared[self._name]

    def get_siblings(self, a: Any) -> list[Any]:
        """Those that one is joined with, itself among them."""
        return list(a.shared[self._name])

    def join(self, *args: Any) -> None:
        """Joins several."""
        for other in args[1:]:
            other._share(self._name, args[0])
