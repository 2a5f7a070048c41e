"""What can be seen of a training at one of its steps, right after the backward pass; and where it waits."""

import contextlib
import io
import json
import random
from collections.abc import Iterator
from typing import Any

import _engine
import torch
from torch import nn

from . import comparison, learned_function, training
from .learned_picture import LearnedPicture

__all__ = ['look', 'tell_end']

_STOPS, _STEP, _FIRST = 1, 2, 4
"""What the engine wants, added up."""

_Told = tuple[dict[str, Any], Any]

_picture: LearnedPicture | None = None
"""Of the fit whose step was told last."""


def look() -> None:
    """Tells the step that the engine wants to know of, and waits here if the learner paused the training."""
    trainer = training.under_way()
    wanted = _engine.look_wanted(-1 if trainer is None else _epoch_of(trainer))
    if wanted & _STEP:
        step, _alive = _told(trainer, first=bool(wanted & _FIRST))
        _engine.training_step(json.dumps(step))
    if wanted & _STOPS:
        _engine.wait_here()


def tell_end() -> None:
    """Tells what the fit that is over, or about to be, has come to; never raises."""
    if _engine.end_wanted():
        trainer = training.under_way()
        step, _alive = _told(trainer, first=False)
        _engine.training_end(json.dumps({**step, 'x': None if trainer is None else trainer.max_epochs}))


def _told(trainer: Any, *, first: bool) -> _Told:
    """The step as the engine takes it, and what it refers to by its handle."""
    global _picture
    with _aside():
        if first:
            _picture = _picture_of(trainer)
        learned = None if _picture is None else _picture.learned()
    names = list(_names(trainer.model)) if first and trainer is not None else []
    examples = _picture.examples if first and _picture is not None else None
    handle = 0 if learned is None else learned._h
    return {'x': _position(trainer), 'names': names, 'learned': handle, 'examples': examples}, learned


def _picture_of(trainer: Any) -> LearnedPicture | None:
    try:
        found = learned_function.of_loop() if trainer is None else learned_function.of_trainer(trainer)
        return None if found is None else LearnedPicture.of(found)
    except Exception:  # the learner's objects may do anything; the training must go on
        return None


@contextlib.contextmanager
def _aside() -> Iterator[None]:
    """Puts random streams back as they were; what is printed is lost, and what lines name is not noted."""
    stream = random.getstate()
    _engine.keep_random()
    _engine.look_aside(True)
    try:
        with contextlib.redirect_stdout(io.StringIO()), torch.no_grad():
            yield
    finally:
        _engine.look_aside(False)
        _engine.restore_random()
        random.setstate(stream)


def _names(model: Any) -> Iterator[tuple[int, str]]:
    for name, tensor in comparison.candidates(model):
        if not isinstance(tensor, nn.parameter.UninitializedParameter):
            yield tensor._h, name


def _epoch_of(trainer: Any) -> int:
    epoch = getattr(trainer, 'epoch', 0)
    return epoch if type(epoch) is int else 0


def _position(trainer: Any) -> float | None:
    """Epochs, as the curves have them; None: the engine knows it."""
    if trainer is None:
        return None
    batches, done = getattr(trainer, 'num_train_batches', 0), getattr(trainer, 'train_batch_idx', 0)
    return done / batches if batches else float(_epoch_of(trainer))
