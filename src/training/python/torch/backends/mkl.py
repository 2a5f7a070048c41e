"""torch.backends.mkl: Intel's library, which is not there."""

__all__ = ['is_available']


def is_available() -> bool:
    """False."""
    return False
