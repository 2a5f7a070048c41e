"""Effects along outlines, which are not drawn."""

from typing import Any

__all__ = ['AbstractPathEffect', 'Normal', 'SimplePatchShadow', 'Stroke', 'withStroke']


class AbstractPathEffect:
    """An effect."""

    def __init__(self, *_: Any, **__: Any) -> None: ...


class Normal(AbstractPathEffect):
    """No effect."""


class Stroke(AbstractPathEffect):
    """A stroke around."""


class withStroke(Stroke):
    """A stroke around, and the thing itself."""


class SimplePatchShadow(AbstractPathEffect):
    """A shadow."""
