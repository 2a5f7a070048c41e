"""What programs set of the look of axes. The panel draws in its own way: nothing here has an effect."""

from typing import Any


class Unseen:
    """A part of axes that the panel draws in its own way; whatever is asked of it has no effect."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith('_'):
            raise AttributeError(name)
        return self._ignored

    def _ignored(self, *_: Any, **__: Any) -> None: ...

    def __getitem__(self, key: Any) -> 'Unseen':
        return self


class Appearance:
    """The methods of axes that set their look."""

    spines = xaxis = yaxis = patch = Unseen()

    @property
    def axes(self) -> Any:
        """The axes themselves."""
        return self

    def get_xaxis(self) -> Unseen:
        """The horizontal axis."""
        return self.xaxis

    def get_yaxis(self) -> Unseen:
        """The vertical axis."""
        return self.yaxis

    def _ignored(self, *_: Any, **__: Any) -> None:
        """Has no effect: the panel draws axes in its own way."""

    tick_params = margins = autoscale = minorticks_on = set_facecolor = set_axisbelow = relim = _ignored
    autoscale_view = set_box_aspect = locator_params = ticklabel_format = label_outer = _ignored
    set_zorder = clabel = _ignored
