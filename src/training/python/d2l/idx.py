"""Small grey pictures with classes in the IDX format of MNIST."""

import random
from collections.abc import Callable

__all__ = ['CLASSES', 'SIDE', 'idx_files']

SIDE = 28
"""Height and width of a picture."""

CLASSES = 10


def idx_files(count: int, drawn: Callable[[int], bytes]) -> tuple[bytes, bytes]:
    """Pictures of random classes, and the classes, as the contents of two files.

    Args:
        count: of the pictures.
        drawn: makes a picture of a class, SIDE * SIDE bytes.
    """
    labels = bytes(random.randrange(CLASSES) for _ in range(count))
    header = b'\x00\x00\x08' + b'\x03' + b''.join(n.to_bytes(4, 'big') for n in (count, SIDE, SIDE))
    return (
        header + b''.join(drawn(label) for label in labels),
        b'\x00\x00\x08\x01' + count.to_bytes(4, 'big') + labels,
    )
