"""torch.utils.checkpoint: computing again in place of keeping; here what is computed is kept."""

from collections.abc import Callable, Sequence
from typing import Any

__all__ = ['checkpoint', 'checkpoint_sequential']


def checkpoint(
    function: Callable[..., Any],
    *args: Any,
    use_reentrant: bool | None = None,
    preserve_rng_state: bool = True,
    **kwargs: Any,
) -> Any:
    """What `function` gives; values and gradients are those of computing it again."""
    return function(*args, **kwargs)


def checkpoint_sequential(
    functions: Sequence[Callable[[Any], Any]],
    segments: int,
    input: Any,
    use_reentrant: bool | None = None,
    preserve_rng_state: bool = True,
) -> Any:
    """What the functions give one after the other."""
    for function in functions:
        input = function(input)
    return input
