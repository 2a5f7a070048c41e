"""Titles, names, ticks, scales and the frame of axes."""

from typing import Any

from matplotlib import rcParams
from matplotlib._api import check_in_list
from matplotlib.axes._base import AxesBase
from matplotlib.text import Text

__all__ = ['Labels']

_ASPECTS = ('auto', 'equal')


class Labels(AxesBase):
    """The methods of axes that label them."""

    # ------------------------------------------------------------ titles

    def set_title(
        self,
        label: Any,
        fontdict: Any = None,
        loc: str | None = None,
        pad: Any = None,
        *,
        y: Any = None,
        **kwargs: Any,
    ) -> Text:
        """Sets the title in the middle, or the one at the `left` or `right`."""
        place = (rcParams['axes.titlelocation'] if loc is None else loc).lower()
        check_in_list(tuple(self.titles), loc=place)
        title = self.titles[place]
        title.set_text(label)
        title.update({**(fontdict or {}), **kwargs})
        return title

    def get_title(self, loc: str = 'center') -> str:
        """The title."""
        check_in_list(tuple(self.titles), loc=loc.lower())
        return self.titles[loc.lower()].get_text()

    @property
    def title(self) -> Text:
        """The title in the middle, as text."""
        return self.titles['center']

    # ------------------------------------------------------------ names

    def set_xlabel(
        self, xlabel: Any, fontdict: Any = None, labelpad: Any = None, *, loc: Any = None, **kwargs: Any
    ) -> Text:
        """Names the abscissa."""
        if loc is not None:
            check_in_list(('left', 'center', 'right'), loc=loc)
        return self.xaxis.set_label_text(xlabel, fontdict, **kwargs)

    def set_ylabel(
        self, ylabel: Any, fontdict: Any = None, labelpad: Any = None, *, loc: Any = None, **kwargs: Any
    ) -> Text:
        """Names the ordinate."""
        if loc is not None:
            check_in_list(('bottom', 'center', 'top'), loc=loc)
        return self.yaxis.set_label_text(ylabel, fontdict, **kwargs)

    def get_xlabel(self) -> str:
        """The name of the abscissa."""
        return self.xaxis.get_label_text()

    def get_ylabel(self) -> str:
        """The name of the ordinate."""
        return self.yaxis.get_label_text()

    # ------------------------------------------------------------ ticks

    def set_xticks(self, ticks: Any, labels: Any = None, *, minor: bool = False, **kwargs: Any) -> Any:
        """Sets where the abscissa is marked, and with which words."""
        return self.xaxis.set_ticks(ticks, labels, minor=minor, **kwargs)

    def set_yticks(self, ticks: Any, labels: Any = None, *, minor: bool = False, **kwargs: Any) -> Any:
        """Sets where the ordinate is marked, and with which words."""
        return self.yaxis.set_ticks(ticks, labels, minor=minor, **kwargs)

    def get_xticks(self, *, minor: bool = False) -> Any:
        """Where the abscissa is marked; there may be marks beyond its range."""
        return self.xaxis.get_ticklocs(minor=minor)

    def get_yticks(self, *, minor: bool = False) -> Any:
        """Where the ordinate is marked; there may be marks beyond its range."""
        return self.yaxis.get_ticklocs(minor=minor)

    def set_xticklabels(
        self, labels: Any, *, minor: bool = False, fontdict: Any = None, **kwargs: Any
    ) -> Any:
        """Sets the words at the marks of the abscissa."""
        return self.xaxis.set_ticklabels(labels, minor=minor, fontdict=fontdict, **kwargs)

    def set_yticklabels(
        self, labels: Any, *, minor: bool = False, fontdict: Any = None, **kwargs: Any
    ) -> Any:
        """Sets the words at the marks of the ordinate."""
        return self.yaxis.set_ticklabels(labels, minor=minor, fontdict=fontdict, **kwargs)

    def get_xticklabels(self, minor: bool = False, which: str | None = None) -> list[Text]:
        """The words at the marks of the abscissa."""
        return self.xaxis.get_ticklabels(minor, which)

    def get_yticklabels(self, minor: bool = False, which: str | None = None) -> list[Text]:
        """The words at the marks of the ordinate."""
        return self.yaxis.get_ticklabels(minor, which)

    def get_xmajorticklabels(self) -> list[Text]:
        """The words at the marks of the abscissa."""
        return self.xaxis.get_majorticklabels()

    def get_ymajorticklabels(self) -> list[Text]:
        """The words at the marks of the ordinate."""
        return self.yaxis.get_majorticklabels()

    def get_xaxis(self) -> Any:
        """The horizontal axis."""
        return self.xaxis

    def get_yaxis(self) -> Any:
        """The vertical axis."""
        return self.yaxis

    def tick_params(self, axis: str = 'both', **kwargs: Any) -> None:
        """Sets the look of ticks, their words and the grid."""
        check_in_list(('x', 'y', 'both'), axis=axis)
        for name in 'xy' if axis == 'both' else axis:
            others = (
                ('left', 'right', 'labelleft', 'labelright')
                if name == 'x'
                else ('top', 'bottom', 'labeltop', 'labelbottom')
            )
            own = {key: value for key, value in kwargs.items() if key not in others}
            self.axis_of(name).set_tick_params(**own)

    def locator_params(self, axis: str = 'both', tight: bool | None = None, **kwargs: Any) -> None:
        """Sets parameters of what chooses ticks: `nbins`, …"""
        check_in_list(('x', 'y', 'both'), axis=axis)
        for name in 'xy' if axis == 'both' else axis:
            self.axis_of(name).major.locator.set_params(**kwargs)
            self._ask_for_limits(name)

    def ticklabel_format(
        self,
        *,
        axis: str = 'both',
        style: str | None = '',
        scilimits: Any = None,
        useOffset: Any = None,
        useLocale: Any = None,
        useMathText: Any = None,
    ) -> None:
        """Sets how numbers at ticks are written.

        Raises:
            AttributeError: when the ticks have another formatter than a `ScalarFormatter`.
        """
        check_in_list(('x', 'y', 'both'), axis=axis)
        styles = {'sci': True, 'scientific': True, 'plain': False, '': None, None: None}
        check_in_list(styles, style=style)
        for name in 'xy' if axis == 'both' else axis:
            formatter = self.axis_of(name).major.formatter
            if not hasattr(formatter, 'set_scientific'):
                raise AttributeError('This method only works with the ScalarFormatter')
            if styles[style] is not None:
                formatter.set_scientific(styles[style])
            if scilimits is not None:
                formatter.set_powerlimits(scilimits)
            if useOffset is not None:
                formatter.set_useOffset(useOffset)
            if useMathText is not None:
                formatter.set_useMathText(useMathText)
            self.axis_of(name).is_default = False

    def minorticks_on(self, axis: str = 'both') -> None:
        """Shows minor ticks."""
        from matplotlib.ticker import AutoMinorLocator, LogLocator

        for name in 'xy' if axis == 'both' else axis:
            one = self.axis_of(name)
            if one.get_scale() == 'log':
                one.set_minor_locator(LogLocator(one.scale.base, 'auto'))
            else:
                one.set_minor_locator(AutoMinorLocator())

    def minorticks_off(self) -> None:
        """Shows no minor ticks."""
        for axis in (self.xaxis, self.yaxis):
            axis.set_minor_locator(_null_locator())

    def grid(
        self, visible: bool | None = None, which: str = 'major', axis: str = 'both', **kwargs: Any
    ) -> None:
        """Shows or hides the lines of the grid."""
        check_in_list(('x', 'y', 'both'), axis=axis)
        for name in 'xy' if axis == 'both' else axis:
            self.axis_of(name).grid(visible, which, **kwargs)

    def label_outer(self) -> None:
        """Leaves words at ticks to the axes at the edges of the figure."""
        if self.grid_place is None:
            return
        if not self.grid_place.is_last_row():
            self.xaxis.set_tick_params(labelbottom=False)
            self.xaxis.set_label_text('')
        if not self.grid_place.is_first_col():
            self.yaxis.set_tick_params(labelleft=False)
            self.yaxis.set_label_text('')

    # ------------------------------------------------------------ scales

    def set_xscale(self, value: str, **kwargs: Any) -> None:
        """Makes the abscissa `linear`, `log` or `symlog`."""
        self._set_scale('x', value, kwargs)

    def set_yscale(self, value: str, **kwargs: Any) -> None:
        """Makes the ordinate `linear`, `log` or `symlog`."""
        self._set_scale('y', value, kwargs)

    def _set_scale(self, name: str, value: str, options: dict[str, Any]) -> None:
        before = self._range(name)
        for axes in self.shared[name]:
            axes.axis_of(name).use_scale(value, dict(options))
            if axes.axis_of(name)._autoscale and axes.has_data():
                axes._stale[name] = True
        axis = self.axis_of(name)
        if not axis._autoscale:
            low, high = axis.scale.limit_range_for_scale(*before, self.least_positive(name))
            self._put(name, low, high)

    def get_xscale(self) -> str:
        """The scale of the abscissa."""
        return self.xaxis.get_scale()

    def get_yscale(self) -> str:
        """The scale of the ordinate."""
        return self.yaxis.get_scale()

    # ------------------------------------------------------------ frame

    def set_aspect(
        self, aspect: Any, adjustable: Any = None, anchor: Any = None, share: bool = False
    ) -> None:
        """`equal` makes a unit as long on either axis, `auto` does not; a number: y's is so much longer."""
        if aspect != 'auto':
            aspect = 1.0 if aspect == 'equal' else float(aspect)
        if adjustable is not None:
            check_in_list(('box', 'datalim'), adjustable=adjustable)
            self._adjustable = adjustable
        self._aspect = aspect

    def get_aspect(self) -> Any:
        """How much longer a unit of y is; `auto`: the axes fill their place."""
        return self._aspect

    def set_adjustable(self, adjustable: str, share: bool = False) -> None:
        """Sets what gives way to an aspect: the `box`, or the `datalim`."""
        check_in_list(('box', 'datalim'), adjustable=adjustable)
        self._adjustable = adjustable

    def get_adjustable(self) -> str:
        """What gives way to an aspect."""
        return self._adjustable

    def set_box_aspect(self, aspect: Any = None) -> None:
        """Sets how much higher than wide the axes are."""
        self._box_aspect = None if aspect is None else float(aspect)

    def get_box_aspect(self) -> Any:
        """How much higher than wide the axes are."""
        return self._box_aspect

    def set_axis_off(self) -> None:
        """Hides the axes."""
        self.axison = False

    def set_axis_on(self) -> None:
        """Shows the axes."""
        self.axison = True

    def set_frame_on(self, b: bool) -> None:
        """Sets whether there is a frame."""
        self._frame_on = bool(b)

    def get_frame_on(self) -> bool:
        """Whether there is a frame."""
        return self._frame_on

    def set_facecolor(self, color: Any) -> None:
        """Sets the colour behind everything."""
        self.patch.set_facecolor(color)

    def get_facecolor(self) -> Any:
        """The colour behind everything."""
        return self.patch.get_facecolor()

    def set_axisbelow(self, b: Any) -> None:
        """Sets whether grid and ticks are behind what is drawn."""
        self._axisbelow = b

    def get_axisbelow(self) -> Any:
        """Whether grid and ticks are behind what is drawn."""
        return self._axisbelow

    def axis(
        self, arg: Any = None, /, *, emit: bool = True, **kwargs: Any
    ) -> tuple[float, float, float, float]:
        """Sets, and gives, the ranges; `off` hides the axes, `equal` gives both the same unit.

        Raises:
            TypeError: for an unknown keyword, or a range that is not of four numbers.
        """
        if isinstance(arg, (str, bool)):
            self._axis_word({True: 'on', False: 'off'}[arg] if isinstance(arg, bool) else arg)
        elif arg is not None:
            if len(arg) != 4:
                raise TypeError(
                    'the first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]'
                )
            self.limit('x', arg[0], arg[1])
            self.limit('y', arg[2], arg[3])
        else:
            for name in 'xy':
                low, high = kwargs.pop(f'{name}min', None), kwargs.pop(f'{name}max', None)
                if low is not None or high is not None:
                    self.limit(name, low, high)
        for name in kwargs:
            raise TypeError(f'axis() got an unexpected keyword argument {name!r}')
        return (*self.get_xlim(), *self.get_ylim())

    def _axis_word(self, word: str) -> None:
        if word in ('on', 'off'):
            self.axison = word == 'on'
            return
        if word not in ('equal', 'tight', 'scaled', 'auto', 'image', 'square'):
            raise ValueError(f"Unrecognized string {word!r} to axis; try 'on' or 'off'")
        self.set_autoscale_on(True)
        self.set_aspect('auto')
        self.autoscale_view(tight=word in ('tight', 'image'))
        if word in ('tight', 'scaled', 'image', 'square'):
            self.set_autoscale_on(False)
        if word in ('equal', 'scaled', 'image', 'square'):
            self.set_aspect('equal', adjustable='datalim' if word == 'equal' else 'box')
        if word == 'square':
            (left, right), (bottom, top) = self.get_xlim(), self.get_ylim()
            edge = max(right - left, top - bottom)
            self.limit('x', left, left + edge)
            self.limit('y', bottom, bottom + edge)


def _null_locator() -> Any:
    from matplotlib.ticker import NullLocator

    return NullLocator()
