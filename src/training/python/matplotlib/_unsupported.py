"""What an exercise asks for and figures do not show."""

from typing import Any

__all__ = ['left_out']

_UNSEEN = [
    *('hatch', 'path_effects', 'fillstyle', 'gapcolor', 'capstyle', 'joinstyle', 'sketch_params'),
    'clip_path',
    *('fontfamily', 'fontstretch', 'fontvariant', 'usetex', 'wrap', 'backgroundcolor', 'drawedges'),
]
"""Properties that would be seen."""

_TICKS = {'tickdir': 'direction', 'length': 'length', 'width': 'width', 'pad': 'pad', 'size': 'length'}


def left_out(axes: Any) -> list[str]:
    """Words for everything, each once: noted when it was called, or properties that would be seen."""
    found = [*axes.figure.left_out, *axes.left_out]
    for child in axes._children:
        found += [_named(child, name) for name, value in child._plain.items() if name in _UNSEEN and value]
    found += [
        f'tick_params({word}=…)'
        for axis in (axes.xaxis, axes.yaxis)
        for name, word in _TICKS.items()
        if name in axis.tick_options
    ]
    for side, spine in axes.spines.items():
        if spine.get_position() != ('outward', 0.0):
            found.append(f"spines['{side}'].set_position")
        if spine.get_bounds() is not None:
            found.append(f"spines['{side}'].set_bounds")
    return list(dict.fromkeys(found))


def _named(child: Any, name: str) -> str:
    return f'{name} of {type(child).__name__}'
