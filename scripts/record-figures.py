"""Write down what matplotlib makes of the programs that figures are tested with.

Every `test/figures/programs/NAME.py` runs in a process of its own. What its figures hold (limits, ticks and their words,
places of axes, levels, bars, colours, legends) goes to `test/figures/recorded.json`, one figure to a line.

    python scripts/record-figures.py [--pictures FOLDER]

also saves matplotlib's pictures of them, for `scripts/figure-sheet.mjs`. It needs a Python with matplotlib 3.9 or newer,
numpy and nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import runpy
import sys
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

os.environ['MPLBACKEND'] = 'agg'
FOLDER = Path(__file__).resolve().parent.parent / 'test' / 'figures'
DOTS = 77

Json = Any


def main() -> None:
    """Records all programs."""
    parser = argparse.ArgumentParser()
    parser.add_argument('--pictures', type=Path)
    pictures = parser.parse_args().pictures
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    programs = sorted((FOLDER / 'programs').glob('*.py'))
    with ProcessPoolExecutor(max_tasks_per_child=1, max_workers=2) as pool:
        recorded = list(pool.map(record, programs, [pictures] * len(programs)))
    import matplotlib

    lines = [f'  {json.dumps(program.stem)}: {json.dumps(figures)}' for program, figures in zip(programs, recorded)]
    text = f'{{\n  "matplotlib": {json.dumps(matplotlib.__version__)},\n' + ',\n'.join(lines) + '\n}\n'
    (FOLDER / 'recorded.json').write_text(text)


def record(program: Path, pictures: Path | None) -> list[Json]:
    """What one program draws: its figures, each with its axes in their order."""
    warnings.simplefilter('ignore')
    import matplotlib.pyplot as plt

    sys.argv = [str(program)]
    runpy.run_path(str(program), run_name='__main__')
    figures = []
    for place, number in enumerate(plt.get_fignums()):
        figure = plt.figure(number)
        figure.canvas.draw()
        figures.append([axes_of(axes) for axes in figure.axes])
        if pictures:
            figure.savefig(pictures / f'{program.stem}-{place}.png', dpi=DOTS)
    return figures


def axes_of(axes: Any) -> Json:
    """What one set of axes holds."""
    told = {
        'xlim': numbers(axes.get_xlim()),
        'ylim': numbers(axes.get_ylim()),
        'position': numbers(axes.get_position().bounds),
        'title': axes.get_title(),
        'colorbar': axes.get_label() == '<colorbar>',
        'xticks': ticks(axes.xaxis, axes.get_xlim()),
        'yticks': ticks(axes.yaxis, axes.get_ylim()),
        'lines': [[color(line.get_color()), line.get_linestyle(), str(line.get_marker())] for line in axes.lines],
        'bars': [numbers([p.get_x(), p.get_y(), p.get_width(), p.get_height()]) for p in rectangles(axes)],
        'faces': [color(p.get_facecolor()) for p in rectangles(axes)],
        'levels': [numbers(c.levels) for c in axes.collections if hasattr(c, 'levels')],
        'band colors': [
            [color(c.cmap(c.norm(value))) for value in c.cvalues] for c in axes.collections if hasattr(c, 'levels')
        ],
        'points': [
            [color(face) for face in c.get_facecolors()][:50]
            for c in axes.collections
            if type(c).__name__ in ('PathCollection', 'Path3DCollection')
        ],
    }
    legend = axes.get_legend()
    if legend is not None:
        told['legend'] = [text.get_text() for text in legend.get_texts()]
        told['legend title'] = legend.get_title().get_text()
    return told


def rectangles(axes: Any) -> list[Any]:
    """The bars among the patches."""
    return [patch for patch in axes.patches if type(patch).__name__ == 'Rectangle' and patch.get_transform() != axes.transAxes]


def ticks(axis: Any, limits: Any) -> Json:
    """Places within the limits and their words."""
    low, high = sorted(limits)
    room = 1e-9 * (high - low)
    places = axis.get_majorticklocs()
    words = [text.get_text() for text in axis.get_ticklabels() if text.get_visible()]
    words = words if len(words) == len(places) else [''] * len(places)
    shown = [(float(p), text) for p, text in zip(places, words) if low - room <= p <= high + room]
    return {
        'at': numbers([place for place, _ in shown]),
        'words': [words for _, words in shown],
        'offset': axis.get_offset_text().get_text(),
    }


def numbers(values: Any) -> list[float]:
    """Python's floats, short."""
    return [float(f'{float(value):.10g}') for value in values]


def color(value: Any) -> str:
    """`#rrggbbaa`."""
    from matplotlib.colors import to_hex

    return to_hex(value, keep_alpha=True)


if __name__ == '__main__':
    main()
