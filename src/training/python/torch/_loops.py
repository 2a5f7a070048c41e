"""What `backward` has to say besides errors: a training has begun, the engine has detected its loop."""

from _exercise import watching

from ._handle import check

__all__ = ['answer']

_LOOP_FOUND = 1
_FIRST_PASS = 2
_LOOK = 4


def answer(status: int) -> None:
    """Raises the engine's error for a negative status; otherwise does what the engine asks for."""
    check(status)
    if status & _LOOP_FOUND and watching.name_weights is not None:
        watching.name_weights()
    if status & _FIRST_PASS and watching.look_at_data is not None:
        watching.look_at_data()
    if status & _LOOK and watching.look_at_step is not None:
        watching.look_at_step()
