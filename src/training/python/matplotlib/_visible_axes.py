"""Which axes of a figure are shown, and where among the others."""

from typing import Any

__all__ = ['shown_axes']


def shown_axes(figure: Any, number: int) -> list[tuple[Any, dict[str, Any] | None]]:
    """Axes in which something is drawn, each with the protocol's `Subplot`.

    Args:
        figure: they belong to.
        number: of the figure within the run.
    """
    shown = [axes for axes in figure.axes if _is_shown(axes)]
    title = figure.get_suptitle()
    if len(shown) == 1 and not title:
        return [(shown[0], None)]
    grids = {axes.grid_place.get_geometry()[:2] if axes.grid_place is not None else None for axes in shown}
    return [
        (axes, _place(axes, (order, len(shown)), grids, (number, title)))
        for order, axes in enumerate(shown, start=1)
    ]


def _is_shown(axes: Any) -> bool:
    """Whether axes are told by themselves, and hold anything, or have axes over them that do."""
    if axes.colorbar_of is not None or axes.twin_of is not None or not axes.get_visible():
        return False
    over = [one for one in axes.figure.axes if one.twin_of and one.twin_of[0] is axes]
    return any(one._children for one in (axes, *over))


def _place(axes: Any, among: tuple[int, int], grids: set[Any], figure: tuple[int, str]) -> dict[str, Any]:
    """Where axes stand; those of no common grid stand one after the other."""
    order, count = among
    number, title = figure
    known = [grid for grid in grids if grid is not None]
    if len(grids) == 1 and known:
        rows, columns = known[0]
        index = axes.grid_place.num1 + 1
    elif known:
        columns = max(grid[1] for grid in known)
        rows, index = -(-count // columns), order
    else:
        rows, columns, index = count, 1, order
    return {'figure': number, 'rows': rows, 'columns': columns, 'index': index, 'title': title}
