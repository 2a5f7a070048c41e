"""torch.backends.mps: Apple's GPU, which is not there."""

__all__ = ['is_available', 'is_built']


def is_available() -> bool:
    """False."""
    return False


def is_built() -> bool:
    """False."""
    return False
