"""What figures say of legends."""

from typing import Any

from .container import Container

__all__ = ['Owned', 'legend_fields']

Owned = tuple[Any, dict[str, Any]]


def legend_fields(axes: Any, owned: list[Owned], proxies: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The protocol's `Legend` of axes; that of their figure stands in the first of its axes.

    Args:
        axes: whose legend it is.
        owned: everything that is drawn in them, and in axes over them.
        proxies: takes series that stand in the legend alone.
    """
    legend = axes.legend_
    if legend is None and axes.figure.legends and axes is axes.figure.axes[0]:
        legend = axes.figure.legends[-1]
    if legend is None or not legend.get_visible():
        return None
    entries = [
        {'label': text.get_text(), 'series': _places(handle, owned, proxies)}
        for handle, text in zip(legend.legend_handles, legend.texts, strict=False)
    ]
    fields = {**legend.as_field(), 'entries': entries}
    if legend.axes is None and len(axes.figure.axes) > 1:
        fields['loc'] = 'above'
    return fields


def _places(handle: Any, owned: list[Owned], proxies: list[dict[str, Any]]) -> list[int]:
    """The places of the series that a handle stands for."""
    parts = _parts(handle)
    found = [place for place, (owner, _) in enumerate(owned) if any(owner is part for part in parts)]
    if found:
        return found[:2]
    made = []
    for part in parts:
        for series in part.as_series() if hasattr(part, 'as_series') else []:
            made.append(len(owned) + len(proxies))
            proxies.append({**series, 'label': '', 'x': [], 'y': [], 'frame': True})
    return made


def _parts(handle: Any) -> list[Any]:
    if isinstance(handle, (tuple, list)) and not isinstance(handle, Container):
        return [part for one in handle for part in _parts(one)]
    if not isinstance(handle, Container):
        return [handle]
    if hasattr(handle, 'patches'):
        return [handle]
    children = handle.get_children()
    return children[:1] if children else [handle]
