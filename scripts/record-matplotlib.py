"""Write down facts of matplotlib as data for our own: what its colour maps, names of colours, settings and styles are.

    python scripts/record-matplotlib.py

writes `_cm_data.py`, `_color_data.py`, `_rc_data.py`, `_style_data.py` and `_known_names.py` in `src/training/python/matplotlib`. It
needs a Python with matplotlib 3.7. Colours are public facts of their authors: viridis and its family (CC0), ColorBrewer
(Apache 2.0), turbo (Apache 2.0), CSS. Maps that are formulas (gnuplot, rainbow, …) are not written down: `_cm.py` has
the formulas.
"""

from __future__ import annotations

import importlib
import textwrap
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib import _color_data, colors, rcsetup, style

FOLDER = Path(__file__).resolve().parent.parent / 'src' / 'training' / 'python' / 'matplotlib'
WIDTH = 100


def main() -> None:
    """Writes both files."""
    plain = {name: map_ for name, map_ in matplotlib.colormaps.items() if not name.endswith('_r')}
    listed = {name: map_.colors for name, map_ in plain.items() if isinstance(map_, colors.ListedColormap)}
    segments = {name: map_._segmentdata for name, map_ in plain.items() if name not in listed}
    drawn = {name: data for name, data in segments.items() if not any(map(callable, data.values()))}
    even = {name: stops for name, data in drawn.items() if (stops := even_stops(data)) is not None}
    write('_cm_data.py', 'What the colour maps of matplotlib are made of; written by `scripts/record-matplotlib.py`.', {
        'ORDER': ' '.join(plain),
        'FINE': {name: ''.join(millionths(row) for row in rows) for name, rows in listed.items() if not bytes_of(rows)},
        'QUALITATIVE': {name: text for name, rows in listed.items() if (text := bytes_of(rows))},
        'EVEN': even,
        'SEGMENTS': {name: parts(data) for name, data in drawn.items() if name not in even},
    })
    write('_color_data.py', "CSS's names of colours; written by `scripts/record-matplotlib.py`.", {
        'CSS4': ' '.join(f'{name}{value}'.lower() for name, value in _color_data.CSS4_COLORS.items()),
    })
    write('_rc_data.py', "matplotlib's settings, `name | kind | value`; written by `scripts/record-matplotlib.py`.", {
        'SETTINGS': Lines(setting(name, value) for name, value in matplotlib.rcParamsDefault.items()
                          if not name.startswith(('_', 'backend'))),
    })
    write('_style_data.py', "What matplotlib's styles set; written by `scripts/record-matplotlib.py`.", {
        'STYLES': {name: Lines(f'{key} | {plain_value(value)!r}' for key, value in sheet.items())
                   for name, sheet in style.library.items()},
    })
    write('_known_names.py', 'Names that matplotlib has; written by `scripts/record-matplotlib.py`.', {
        'KNOWN': {name: ' '.join(sorted(one for one in dir(thing) if not one.startswith('_')))
                  for name, thing in owners().items()},
    })


def owners() -> dict[str, Any]:
    """What is asked for names that we may lack."""
    import matplotlib.pyplot as plt

    modules = ['animation', 'cm', 'collections', 'colors', 'gridspec', 'image', 'lines', 'patches', 'text', 'ticker']
    found: dict[str, Any] = {'matplotlib': matplotlib, 'matplotlib.pyplot': plt}
    found |= {f'matplotlib.{name}': importlib.import_module(f'matplotlib.{name}') for name in modules}
    figure, axes = plt.subplots()
    for thing in (figure, axes, axes.xaxis, axes.plot([1])[0], axes.text(0, 0, ''), axes.scatter([1], [1]), axes.legend([])):
        found[f'{type(thing).__module__}.{type(thing).__name__}'.replace('axes._axes', 'axes')] = thing
    return found


class Lines(list[str]):
    """A table of lines."""


def setting(name: str, value: Any) -> str:
    """A setting with what it may be: one of several words, or a kind of value."""
    validator = rcsetup._validators[name]
    choices = getattr(validator, 'valid', None)
    kind = ','.join(choices) if choices else validator.__name__.strip('_').removeprefix('validate_')
    return f'{name} | {kind} | {plain_value(value)!r}'


def plain_value(value: Any) -> Any:
    """A setting's value without matplotlib's classes."""
    if hasattr(value, 'by_key'):
        return value.by_key()['color']
    return value.value if hasattr(value, 'value') else value


def millionths(row: Any) -> str:
    """A colour as three numbers of seven digits."""
    return ''.join(f'{round(1e6 * part):07d}' for part in row[:3])


def bytes_of(rows: Any) -> str:
    """Colours as hexadecimal digits; empty when they are no whole bytes."""
    flat = [255 * part for row in rows for part in row[:3]]
    if any(abs(part - round(part)) > 1e-4 for part in flat):
        return ''
    return ''.join(f'{round(part):02x}' for part in flat)


def even_stops(data: dict[str, Any]) -> str | None:
    """The stops of a map as hexadecimal digits, where they are evenly spaced whole bytes."""
    red, green, blue = ([tuple(map(float, stop)) for stop in data[part]] for part in ('red', 'green', 'blue'))
    count = len(red)
    places = [i / (count - 1) for i in range(count)]
    for part in (red, green, blue):
        if len(part) != count or any(abs(stop[0] - at) > 1e-9 or stop[1] != stop[2] for stop, at in zip(part, places)):
            return None
    return bytes_of([[r[1], g[1], b[1]] for r, g, b in zip(red, green, blue)]) or None


def parts(data: dict[str, Any]) -> list[str]:
    """Each channel's stops, as `place below above`."""
    return ['; '.join(' '.join(f'{float(value):.10g}' for value in stop) for stop in data[part]) for part in ('red', 'green', 'blue')]


def write(name: str, docstring: str, tables: dict[str, Any]) -> None:
    """One module of tables."""
    lines = [f'"""{docstring}"""', '']
    for table, value in tables.items():
        lines += [f'{table} = {spelled(value, 0)}', '']
    (FOLDER / name).write_text('\n'.join(lines).rstrip() + '\n')


def spelled(value: Any, depth: int) -> str:
    """A table as Python, long texts in pieces."""
    inner, outer = '    ' * (depth + 1), '    ' * depth
    if isinstance(value, Lines):
        return '"""\\\n' + ''.join(f'{line}\n' for line in value) + '"""'
    if isinstance(value, dict):
        rows = ''.join(f'{inner}{key!r}: {spelled(item, depth + 1)},\n' for key, item in value.items())
        return f'{{\n{rows}{outer}}}'
    if isinstance(value, list):
        return '(\n' + ''.join(f'{inner}{spelled(item, depth + 1)},\n' for item in value) + f'{outer})'
    if len(value) <= WIDTH - 20:
        return repr(value)
    if ' ' in value:
        pieces = textwrap.wrap(value, WIDTH - len(inner) - 5)
        pieces = [piece + ' ' for piece in pieces[:-1]] + pieces[-1:]
    else:
        size = WIDTH - len(inner) - 4
        pieces = [value[at : at + size] for at in range(0, len(value), size)]
    return '(\n' + ''.join(f'{inner}{piece!r}\n' for piece in pieces) + f'{outer})'


if __name__ == '__main__':
    main()
