"""Whether a backward pass looks for NaN."""

import _engine

__all__ = ['is_anomaly_enabled', 'set_anomaly_enabled']

_OFFERED_LATE_BY = 'torch'

_enabled = [False]


def is_anomaly_enabled() -> bool:
    """Whether a backward pass looks for NaN."""
    return _enabled[0]


def set_anomaly_enabled(mode: bool, check_nan: bool = True) -> None:
    """Switches the search for NaN in backward passes on or off."""
    _enabled[0] = bool(mode and check_nan)
    _engine.detect_anomalies(_enabled[0])
