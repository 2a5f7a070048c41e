"""How tensors are printed."""

import json
from typing import Any

import _engine

__all__ = ['set_printoptions']

_PROFILES: dict[str, dict[str, Any]] = {
    'default': {'precision': 4, 'threshold': 1000, 'edgeitems': 3, 'linewidth': 80},
    'short': {'precision': 2, 'threshold': 1000, 'edgeitems': 2, 'linewidth': 80},
    'full': {'precision': 4, 'threshold': float('inf'), 'edgeitems': 3, 'linewidth': 80},
}


def set_printoptions(
    precision: int | None = None,
    threshold: float | None = None,
    edgeitems: int | None = None,
    linewidth: int | None = None,
    profile: str | None = None,
    sci_mode: bool | None = None,
) -> None:
    """Chooses how tensors are printed.

    Args:
        precision: digits behind the point.
        threshold: with more elements than this, the middle is left out.
        edgeitems: how many are shown at each end then.
        linewidth: characters in a line.
        profile: `default`, `short` or `full`: all of these at once.
        sci_mode: whether to print in scientific notation; chosen by the values unless given.
    """
    changes = dict(_PROFILES[profile]) if profile is not None else {}
    given = {'precision': precision, 'threshold': threshold, 'edgeitems': edgeitems, 'linewidth': linewidth}
    changes.update({name: value for name, value in given.items() if value is not None})
    if changes.get('threshold') == float('inf'):
        changes['threshold'] = 1e300
    changes['sciMode'] = sci_mode
    _engine.set_print_options(json.dumps(changes))
