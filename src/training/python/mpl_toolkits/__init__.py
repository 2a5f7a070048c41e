"""matplotlib's further toolkits."""

__all__ = []
