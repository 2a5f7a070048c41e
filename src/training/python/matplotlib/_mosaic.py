"""Axes by name, at the places where a drawing of the grid has their name."""

from typing import Any

from .gridspec import GridSpec

__all__ = ['fill_mosaic']


def fill_mosaic(figure: Any, mosaic: Any, options: dict[str, Any]) -> dict[Any, Any]:
    """Axes by name.

    Args:
        figure: they belong to.
        mosaic: `'AB;CC'`, or a list of rows of names.
        options: `sharex`, `sharey`, `width_ratios`, `height_ratios`, `empty_sentinel`, `subplot_kw`, …
    """
    empty = options.get('empty_sentinel', '.')
    rows = _rows(mosaic)
    _check(rows)
    ratios = {
        name: options[name] for name in ('width_ratios', 'height_ratios') if options.get(name) is not None
    }
    grid = GridSpec(len(rows), len(rows[0]), figure, **{**(options.get('gridspec_kw') or {}), **ratios})
    made: dict[Any, Any] = {}
    for name in dict.fromkeys(name for row in rows for name in row):
        if name == empty:
            continue
        first = next(iter(made.values()), None)
        shared = {key: first for key in ('sharex', 'sharey') if options.get(key) and first is not None}
        given = {
            **(options.get('subplot_kw') or {}),
            **(options.get('per_subplot_kw') or {}).get(name, {}),
            **shared,
        }
        made[name] = figure.add_subplot(grid[_part(rows, name)], label=str(name), **given)
    return made


def _rows(mosaic: Any) -> list[list[Any]]:
    if not isinstance(mosaic, str):
        return [list(row) for row in mosaic]
    lines = mosaic.split(';') if '\n' not in mosaic else mosaic.strip('\n').split('\n')
    return [list(line.strip()) for line in lines]


def _check(rows: list[list[Any]]) -> None:
    for place, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise ValueError(
                f'All of the rows must be the same length, however the first row ({rows[0]!r}) has length '
                f'{len(rows[0])} and row {place} ({row!r}) has length {len(row)}.'
            )


def _part(rows: list[list[Any]], name: Any) -> tuple[slice, slice]:
    places = [(i, j) for i, row in enumerate(rows) for j, one in enumerate(row) if one == name]
    top, bottom = min(i for i, _ in places), max(i for i, _ in places)
    left, right = min(j for _, j in places), max(j for _, j in places)
    if len(places) != (bottom - top + 1) * (right - left + 1):
        raise ValueError(
            f'While trying to layout\n{rows!r}\nwe found that the label {name!r} specifies a '
            'non-rectangular or '
            'non-contiguous area.'
        )
    return slice(top, bottom + 1), slice(left, right + 1)
