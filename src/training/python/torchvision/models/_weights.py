"""Trained weights: there are none here."""

from typing import Any

__all__ = ['without_weights']


def without_weights(function: str, weights: Any, pretrained: Any) -> None:
    """Refuses trained weights.

    Raises:
        NotImplementedError: when any are asked for.
    """
    if weights is None and not pretrained:
        return
    raise NotImplementedError(
        f'D2L Exercises has no trained weights: {function}() starts from random ones. Leave out `weights` '
        'and `pretrained`, and train the network, or load weights of your own by load_state_dict'
    )
