"""What notebooks set of inline figures; the panel needs none of it."""

__all__ = []
