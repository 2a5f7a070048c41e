"""Axes of a grid whose ranges are one."""

from typing import Any

from ._api import check_in_list

__all__ = ['hide_inner_labels', 'shared_with']


def shared_with(rows: list[list[Any]], how: Any, i: int, j: int) -> Any:
    """The axes whose range those at a place take; None where they have their own.

    Args:
        rows: the axes made so far.
        how: `all` (or True), `row`, `col` or `none`.
        i, j: the place.
    """
    known = ('all' if how else 'none') if isinstance(how, bool) else how
    check_in_list(('all', 'row', 'col', 'none', False, True), sharex=known)
    return {'all': rows[0][0], 'row': rows[i][0], 'col': rows[0][j]}.get(known)


def hide_inner_labels(rows: list[list[Any]], sharex: Any, sharey: Any) -> None:
    """Leaves words at shared ticks to the axes at the edges."""
    for i, row in enumerate(rows):
        for j, axes in enumerate(row):
            if sharex in (True, 'all', 'col') and i < len(rows) - 1:
                axes.xaxis.set_tick_params(labelbottom=False)
            if sharey in (True, 'all', 'row') and j > 0:
                axes.yaxis.set_tick_params(labelleft=False)
