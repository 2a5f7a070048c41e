"""What `tick_params` takes."""

from typing import Any

from ._api import check_in_list

__all__ = ['tick_options']

_KNOWN_TEXT = """
    size width color tickdir pad labelsize labelcolor zorder gridOn tick1On tick2On label1On
    label2On length direction
    left bottom right top labelleft labelbottom labelright labeltop labelrotation
    grid_agg_filter grid_alpha grid_animated grid_antialiased grid_clip_box grid_clip_on
    grid_clip_path grid_color
    grid_dash_capstyle grid_dash_joinstyle grid_dashes grid_data grid_drawstyle grid_figure grid_fillstyle
    grid_gapcolor grid_gid grid_in_layout grid_label grid_linestyle grid_linewidth grid_marker
    grid_markeredgecolor grid_markeredgewidth grid_markerfacecolor grid_markerfacecoloralt grid_markersize
    grid_markevery grid_mouseover grid_path_effects grid_picker grid_pickradius grid_rasterized
    grid_sketch_params grid_snap grid_solid_capstyle grid_solid_joinstyle grid_transform grid_url grid_visible
    grid_xdata grid_ydata grid_zorder grid_aa grid_c grid_ds grid_ls grid_lw grid_mec grid_mew grid_mfc
    grid_mfcalt grid_ms
"""
_KNOWN = _KNOWN_TEXT.split()
_SIDES = {
    'x': {'bottom': 'tick1On', 'top': 'tick2On', 'labelbottom': 'label1On', 'labeltop': 'label2On'},
    'y': {'left': 'tick1On', 'right': 'tick2On', 'labelleft': 'label1On', 'labelright': 'label2On'},
}


def tick_options(axis: str, given: dict[str, Any]) -> dict[str, Any]:
    """Options by their own names.

    Raises:
        ValueError: when there is none of a name.
    """
    found: dict[str, Any] = {}
    for name, value in given.items():
        known = 'labelrotation' if name == 'rotation' else name
        if known not in _KNOWN:
            raise ValueError(f'keyword {name} is not recognized; valid keywords are {_KNOWN}')
        found[_SIDES[axis].get(known, known)] = value
        if known == 'color':
            found.setdefault('labelcolor', found.get('labelcolor', given.get('labelcolor')))
            if found['labelcolor'] is None:
                del found['labelcolor']
        if known == 'labelrotation':
            _check_rotation(value)
    return found


def _check_rotation(value: Any) -> None:
    if isinstance(value, str):
        check_in_list(('auto', 'default'), labelrotation=value)
    elif not isinstance(value, tuple):
        float(value)
