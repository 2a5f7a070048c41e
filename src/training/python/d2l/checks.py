"""Small conveniences: measured blocks and checked shapes."""

from typing import Any

from .timing import Timer

__all__ = ['Benchmark', 'check_len', 'check_shape']

_OFFERED_LATE_BY = 'd2l.torch'


class Benchmark:
    """Prints how long the block of a `with` statement took.

    Args:
        description: printed before the time.
    """

    def __init__(self, description: str = 'Done') -> None:
        self.description = description

    def __enter__(self) -> 'Benchmark':
        self.timer = Timer()
        return self

    def __exit__(self, *args: Any) -> None:
        print(f'{self.description}: {self.timer.stop():.4f} sec')


def check_len(a: Any, n: int) -> None:
    """Fails when a sequence has another length."""
    assert len(a) == n, f"list's length {len(a)} != expected length {n}"


def check_shape(a: Any, shape: Any) -> None:
    """Fails when a tensor has another shape."""
    assert a.shape == shape, f"tensor's shape {a.shape} != expected shape {shape}"
