"""Anomaly detection: a backward pass that raises at the first NaN."""

from .._anomaly import is_anomaly_enabled, set_anomaly_enabled

__all__ = ['detect_anomaly', 'set_detect_anomaly']


class set_detect_anomaly:
    """Switches the search for NaN in backward passes on or off at once, or for the time of a `with` block.

    Args:
        mode: whether to look for it.
        check_nan: False for no search.
    """

    def __init__(self, mode: bool, check_nan: bool = True) -> None:
        self._before = is_anomaly_enabled()
        set_anomaly_enabled(mode, check_nan)

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        set_anomaly_enabled(self._before)


class detect_anomaly(set_detect_anomaly):
    """Looks for NaN in the backward passes of a `with` block: what gives one is named in a RuntimeError."""

    def __init__(self, check_nan: bool = True) -> None:
        super().__init__(True, check_nan)
