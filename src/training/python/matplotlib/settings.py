"""matplotlib's settings; of these the panel uses none."""

from typing import Any

rcParams: dict[str, Any] = {  # noqa: N816 - matplotlib's name
    'figure.figsize': [6.4, 4.8],
    'figure.dpi': 100.0,
    'font.size': 10.0,
    'lines.linewidth': 1.5,
    'axes.grid': False,
}
