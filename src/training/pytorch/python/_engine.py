"""By which `d2l` and `_exercise` report of a run, as they do to the built-in engine: here to the runner.

Reports that are bad or come at a bad time are dropped, not raised: a report must not end a training.
"""

from __future__ import annotations

import functools
import json
import weakref
from collections.abc import Callable
from typing import Any, TypeVar

import torch
from _runner import current

__all__: list[str] = []

Report = TypeVar('Report', bound=Callable[..., Any])

_tensors: weakref.WeakValueDictionary[int, Any] = weakref.WeakValueDictionary()
"""Those that were asked for their handles."""

_random: list[Any] = []


def _handle(tensor: Any) -> int:
    _tensors[id(tensor)] = tensor
    return id(tensor)


torch.Tensor._h = property(_handle)  # pyright: ignore[reportAttributeAccessIssue]


def _guarded(report: Report) -> Report:  # noqa: UP047 - Python 3.10 can read this
    @functools.wraps(report)
    def guarded(*args: Any) -> Any:
        try:
            return report(*args)
        except Exception:
            return -1

    return guarded  # pyright: ignore[reportReturnType]


@_guarded
def fit_started(model: str, epochs: int, place: str) -> None:
    """A Trainer's fit begins."""
    current.loops.end()
    current.fits.enter(model, int(epochs), json.loads(place))


def fitting() -> bool:
    """Whether a Trainer's fit is under way."""
    return current.fits.is_fitting


@_guarded
def point(label: str, x: float, y: float) -> None:
    """A board has drawn a point."""
    if current.fits.is_fitting:
        current.fits.point(str(label)[:10_000], x, y)
    else:
        current.loops.board(str(label)[:10_000], x, y)


@_guarded
def weight_truth(name: str, truth: str) -> None:
    """The true values of a weight."""
    current.fits.set_truth(name, json.loads(truth))


@_guarded
def weights(epoch: int, *named: Any) -> None:
    """Where the weights are after an epoch: names and handles in turn."""
    pairs = zip(named[::2], named[1::2], strict=True)
    current.fits.weights(epoch, [(name, _tensors[handle]) for name, handle in pairs])


@_guarded
def epoch_ended(epoch: int) -> None:
    """An epoch of the Trainer's fit is over."""
    current.fits.epoch_ended(epoch)


def epochs_ended(epochs: int) -> None:
    """Of a fit that is about to end."""


@_guarded
def fit_ended(epochs: int, weights: str, stability: str) -> None:
    """The Trainer's fit is over."""
    current.fits.leave(epochs, json.loads(weights), json.loads(stability))


@_guarded
def surface(told: str) -> None:
    """The loss over the plane of the two numbers that the last fit has learned."""
    current.fits.tell('surface', current.fits.last(), surface=json.loads(told))


@_guarded
def layers(told: str) -> None:
    """The layers of the network that trains."""
    if current.fits.is_fitting:
        current.fits.tell('layers', current.fits.innermost, layers=json.loads(told))
    else:
        current.loops.layers(json.loads(told))


@_guarded
def predictions(told: str, fit: int) -> None:
    """What a classifier takes for what."""
    current.fits.tell('predictions', current.fits.last(fit), predictions=json.loads(told))


@_guarded
def matrices(told: str, fit: int, *handles: int) -> None:
    """Filters and attention weights of a network."""
    described = json.loads(told)
    for one, handle in zip(described, handles, strict=True):
        values = _tensors[handle].detach().double().reshape(-1).tolist()
        one['values'] = [float(f'{value:.4g}') for value in values]
    current.fits.tell('matrices', current.fits.last(fit), matrices=described)


@_guarded
def translations(told: str) -> None:
    """What a model has translated."""
    current.sending.post('translations', translations=json.loads(told))


@_guarded
def advise(told: str) -> None:
    """What a learner would want to know."""
    current.sending.post('advice', **json.loads(told))


def keep_random() -> None:
    """Puts the state of PyTorch's random streams aside."""
    _random.append(torch.get_rng_state())


def restore_random() -> None:
    """Takes it back."""
    torch.set_rng_state(_random.pop())


def loop_weights() -> str:
    """The weights of the loop that was detected, by their handles."""
    return json.dumps(current.loops.wanted(_handle))


def name_loop(names: str) -> int:
    """Names them; returns the index of the loop's fit."""
    return current.loops.name(json.loads(names))
