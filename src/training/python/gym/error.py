"""What gym raises."""

__all__ = ['Error', 'UnregisteredEnv']


class Error(Exception):
    """Of gym."""


class UnregisteredEnv(Error):  # noqa: N818 - gym's name
    """There is no environment of that name."""
