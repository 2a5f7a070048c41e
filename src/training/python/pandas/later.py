"""Methods of frames and series that are functions of further modules, found when they are first used."""

from functools import partial
from importlib import import_module
from typing import Any

__all__ = ['later_method']

_MODULES = {
    'grouping': 'groupby',
    'merging': 'join merge',
    'reshaping': 'melt pivot pivot_table',
    'selection': 'drop_duplicates duplicated eval filter itertuples mask nlargest nsmallest query sample '
    'where',
    'sequences': 'cummax cummin cumprod cumsum diff pct_change rank rolling shift',
    'correlation': 'corr cov',
    'aggregation': 'agg aggregate between pipe transform',
    'plotting': 'hist plot',
    'texts': 'str',
}
_OF = {name: module for module, names in _MODULES.items() for name in names.split()}
# What looks like an attribute: it is made by a call with the frame or series.
_ACCESSORS = ('plot', 'str')


def later_method(owner: Any, name: str) -> Any:
    """The method of that name, bound to its owner; None when there is none."""
    if name not in _OF:
        return None
    function = getattr(import_module(f'pandas.{_OF[name]}'), name)
    return function(owner) if name in _ACCESSORS else partial(function, owner)
