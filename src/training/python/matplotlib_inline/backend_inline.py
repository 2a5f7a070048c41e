"""Formats of figures in notebooks."""

__all__ = ['set_matplotlib_formats']


def set_matplotlib_formats(*formats: str, **kwargs: object) -> None:
    """Has no effect: the panel draws figures sharply at every size."""
