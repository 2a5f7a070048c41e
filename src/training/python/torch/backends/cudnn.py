"""torch.backends.cudnn: settings of a library for GPUs, which have no effect here."""

__all__ = ['is_available', 'version']

enabled = True
deterministic = False
benchmark = False
benchmark_limit = 10
allow_tf32 = True


def is_available() -> bool:
    """False."""
    return False


def version() -> None:
    """None: there is no such library."""
