"""What is drawn, by name."""

import sys
from typing import Any, ClassVar

from . import rcParams
from ._api import check_in_list, unexpected, warn
from .artist import Artist
from .container import Container
from .text import Text, points_of

__all__ = ['Legend', 'entries', 'handles_and_labels']

_CODES = {
    'best': 0,
    'upper right': 1,
    'upper left': 2,
    'lower left': 3,
    'lower right': 4,
    'right': 5,
    'center left': 6,
    'center right': 7,
    'lower center': 8,
    'upper center': 9,
    'center': 10,
}
_KNOWN_TEXT = """
    loc numpoints markerscale markerfirst reverse scatterpoints scatteryoffsets prop fontsize
    labelcolor borderpad
    labelspacing handlelength handleheight handletextpad borderaxespad columnspacing ncols ncol
    mode fancybox shadow
    title title_fontsize framealpha edgecolor facecolor bbox_to_anchor bbox_transform frameon handler_map
    title_fontproperties alignment draggable
"""
_KNOWN = _KNOWN_TEXT.split()


class Legend(Artist):
    """The names of what is drawn.

    Args:
        parent: axes or figure.
        handles: what is named.
        labels: the names.
        kwargs: `loc`, `title`, `ncol`, `fontsize`, …

    Raises:
        TypeError: for a keyword that legend does not have.
    """

    zorder = 5
    plain: ClassVar[dict[str, Any]] = {
        **Artist.plain,
        'draggable': False,
        'alignment': 'center',
        'bbox_to_anchor': None,
    }

    def __init__(self, parent: Any, handles: Any, labels: Any, **kwargs: Any) -> None:
        super().__init__()
        for name in kwargs:
            if name not in _KNOWN:
                raise unexpected('Legend.__init__', name)
        self.axes, self.figure = (parent, parent.figure) if hasattr(parent, 'xaxis') else (None, parent)
        self.parent = parent
        self.legend_handles = self.legendHandles = list(handles)
        size = kwargs.get('fontsize', rcParams['legend.fontsize'])
        self._size = points_of(size)
        self.texts = [Text(0, 0, label, fontsize=size) for label in labels]
        self._title = Text(0, 0, kwargs.get('title') or '')
        self.options = kwargs
        self._ncols = kwargs.get('ncols', kwargs.get('ncol', 1))
        self._frame_on = kwargs.get('frameon', rcParams['legend.frameon'])
        self.set_loc(kwargs.get('loc'))
        for handle, label in zip(handles, labels, strict=False):
            if hasattr(handle, '__dict__'):
                handle.__dict__['_shown_label'] = str(label)

    def __str__(self) -> str:
        return 'Legend'

    def set_loc(self, loc: Any = None) -> None:
        """Sets where it stands: `best`, `upper left`, …, a number, or a point in parts of the axes."""
        given = rcParams['legend.loc'] if loc is None else loc
        if isinstance(given, str):
            check_in_list(_CODES, loc=given)
            self._loc: Any = _CODES[given]
        else:
            self._loc = given

    def get_texts(self) -> list[Text]:
        """The names, as text."""
        return list(self.texts)

    def get_lines(self) -> list[Any]:
        """Those of what is named that are curves."""
        from .lines import Line2D

        return [handle for handle in self.legend_handles if isinstance(handle, Line2D)]

    def get_patches(self) -> list[Any]:
        """Those of what is named that are outlines."""
        from .patches import Patch

        return [handle for handle in self.legend_handles if isinstance(handle, Patch)]

    def get_title(self) -> Text:
        """The title, as text."""
        return self._title

    def set_title(self, title: Any, prop: Any = None) -> None:
        """Sets the title."""
        self._title.set_text(title)

    def get_frame(self) -> Any:
        """The box around it."""
        from .patches import Rectangle

        return Rectangle((0, 0), 1, 1)

    def set_frame_on(self, b: bool) -> None:
        """Sets whether there is a box around it."""
        self._frame_on = bool(b)

    def get_frame_on(self) -> bool:
        """Whether there is a box around it."""
        return self._frame_on

    def set_ncols(self, ncols: int) -> None:
        """Sets in how many columns the names stand."""
        self._ncols = ncols

    def get_children(self) -> list[Any]:
        """What it consists of."""
        return [*self.texts, self._title]

    def remove(self) -> None:
        """Takes it away."""
        if self.axes is not None:
            self.axes.legend_ = None

    def as_field(self) -> dict[str, Any]:
        """What figures say of it, without its entries."""
        found: dict[str, Any] = {'loc': self._place()}
        if self._title.get_text():
            found['title'] = self._title.get_text()
        if self._ncols != 1:
            found['ncols'] = self._ncols
        anchor = self.options.get('bbox_to_anchor')
        if anchor is not None:
            found['anchor'] = [float(part) for part in getattr(anchor, 'bounds', anchor)]
        if not self._frame_on:
            found['frameless'] = True
        if self._size != 10.0:
            found['fontsize'] = float(self._size)
        return found

    def _place(self) -> str:
        if isinstance(self._loc, (tuple, list)):
            return ' '.join(str(float(part)) for part in self._loc)
        return next((name for name, code in _CODES.items() if code == self._loc), 'best')


def handles_and_labels(axes: list[Any]) -> tuple[list[Any], list[str]]:
    """What axes have drawn that has a name, and the names."""
    handles: list[Any] = []
    labels: list[str] = []
    for one in axes:
        inside = {id(part) for container in one.containers for part in container.get_children()}
        early = {
            id(group[0]): group
            for group in one.containers
            if getattr(group, 'in_order', False) and len(group)
        }
        placed = [early.get(id(child), None if id(child) in inside else child) for child in one._children]
        late = [container for container in one.containers if not getattr(container, 'in_order', False)]
        drawn = [handle for handle in (*placed, *late) if handle is not None and _is_named(handle)]
        for handle in drawn:
            handles.append(handle)
            labels.append(handle.get_label())
    return handles, labels


def _is_named(handle: Any) -> bool:
    from .collections import Collection
    from .lines import Line2D
    from .patches import Patch

    label = handle.get_label()
    if not isinstance(handle, (Line2D, Patch, Collection, Container)):
        return False
    return bool(label) and not str(label).startswith('_')


def entries(axes: list[Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[list[Any], list[str]]:
    """The handles and names that a call of `legend` means.

    Raises:
        TypeError: when a single artist is given where a list of names is expected.
    """
    handles, labels = kwargs.pop('handles', None), kwargs.pop('labels', None)
    if (handles is not None or labels is not None) and args:
        warn('You have mixed positional and keyword arguments, some input may be discarded.')
    if handles is not None:
        names = [handle.get_label() for handle in handles] if labels is None else labels
        return _paired(handles, names)
    if labels is not None:
        return _paired(_nameable(axes), labels)
    if not args:
        found = handles_and_labels(axes)
        if not found[0]:
            print(_NOTHING_NAMED, file=sys.stderr)
        return found
    first, *others = args
    if others:
        return _paired(first, others[0])
    if any(isinstance(one, Artist) for one in first):
        raise TypeError(
            'A single argument passed to legend() must be a list of labels, but found an Artist in there.'
        )
    return _paired(_nameable(axes), first)


_NOTHING_NAMED = (
    'No artists with labels found to put in legend.  Note that artists whose label start '
    'with an underscore are '
    'ignored when legend() is called with no argument.'
)


def _paired(handles: Any, labels: Any) -> tuple[list[Any], list[str]]:
    names = [labels] if isinstance(labels, str) and not isinstance(handles, (list, tuple)) else list(labels)
    flat = [handle[0] if isinstance(handle, list) and len(handle) == 1 else handle for handle in handles]
    pairs = list(zip(flat, names, strict=False))
    return [pair[0] for pair in pairs], [str(pair[1]) for pair in pairs]


def _nameable(axes: list[Any]) -> list[Any]:
    from .collections import Collection
    from .lines import Line2D
    from .patches import Patch

    found: list[Any] = []
    for one in axes:
        inside = {id(part) for container in one.containers for part in container.get_children()}
        found += [
            c for c in one._children if isinstance(c, (Line2D, Patch, Collection)) and id(c) not in inside
        ]
        found += one.containers
    return found
