"""What a classifier takes pictures for: which classes it confuses, and its worst mistakes."""

import json
import time
from collections.abc import Callable
from typing import Any

import _engine
import torch
from torch.nn import functional
from torch.utils.data import DataLoader

from . import evaluation

__all__ = ['Judge']

_MOST_SECONDS = 0.25
"""Time for the predictions of one fit, and, times `_MOST_FITS`, for those of a run."""

_MOST_FITS = 4

_MOST_EXAMPLES = 2000

_AT_ONCE = 64
"""Pictures that go through the model together: after each of them the clock is read."""

_MOST_CLASSES = 100

_WORST = 12

_LONGEST_SIDE = 40
"""Pixels of a picture that is shown; of larger ones every second, third, … is taken."""

_spent = 0.0


class Judge:
    """Shows a classifier pictures and tells what it takes them for.

    Args:
        model: gives scores (n, classes) for pictures (n, channels, height, width): a module or a function.
        loader: of the pictures with their classes.
        prepare: makes of a minibatch what the model gets.
        data: knows what the classes are called; None where nothing does.
        of_training: whether the model was trained with these pictures.
    """

    def __init__(
        self,
        model: Any,
        loader: Any,
        prepare: Callable[[Any], Any],
        data: Any,
        of_training: bool = False,
    ) -> None:
        self._model = model
        self._loader = loader
        self._prepare = prepare
        self._data = data
        self._of_training = of_training

    def report(self, fit: int = -1) -> bool:
        """Tells which pictures are taken for what, as far as time allows; never raises.

        Weights, mode and random streams stay as they were.

        Args:
            fit: index of the fit that trained the model; that of the Trainer that ended last unless given.

        Returns:
            Whether there was anything to tell.
        """
        global _spent
        if not isinstance(self._loader, DataLoader) or _spent >= _MOST_FITS * _MOST_SECONDS:
            return False
        began = time.perf_counter()
        try:
            with evaluation.undisturbed(self._model), torch.no_grad():
                if isinstance(self._model, torch.nn.Module):
                    self._model.eval()
                judged = self._look(began + _MOST_SECONDS)
            if judged is not None:
                _engine.predictions(json.dumps(self._told(judged)), fit)
            return judged is not None
        except Exception:  # a report must not hide how the fit itself ended
            return False
        finally:
            _spent += time.perf_counter() - began

    def _look(self, until: float) -> '_Judged | None':
        """None where the data is no pictures with a class each."""
        judged: _Judged | None = None
        for batch in self._loader:
            if not _are_pictures(batch):
                return None
            X, y = self._prepare(batch)
            for start in range(0, len(y), _AT_ONCE):
                part, labels = X[start : start + _AT_ONCE], y[start : start + _AT_ONCE]
                scores = self._model(part)
                if scores.dim() != 2 or not 2 <= scores.shape[1] <= _MOST_CLASSES:
                    return None
                judged = judged or _Judged(scores.shape[1])
                judged.add(part, labels, scores)
                if judged.examined >= _MOST_EXAMPLES or time.perf_counter() > until:
                    return judged
        return judged

    def _told(self, judged: '_Judged') -> dict[str, Any]:
        dataset = self._loader.dataset
        told = judged.told(_names(self._data, dataset, judged.classes), len(dataset))
        return {**told, 'data': 'training'} if self._of_training else told


class _Judged:
    """Pictures that were looked at.

    Args:
        classes: number of classes.
    """

    def __init__(self, classes: int) -> None:
        self.classes = classes
        self.examined = 0
        self._counts = torch.zeros(classes * classes)
        self._worst: list[dict[str, Any]] = []

    def add(self, X: Any, y: Any, scores: Any) -> None:
        """Takes pictures (n, channels, height, width), their classes (n,) and scores (n, classes) in."""
        predicted = scores.argmax(dim=1)
        pairs = (y * self.classes + predicted).long()
        self._counts += torch.bincount(pairs, minlength=self.classes**2)
        likely = functional.softmax(scores, dim=1).gather(1, y.reshape(-1, 1).long()).reshape(-1)
        for place in likely.argsort()[:_WORST].tolist():
            probability = float(likely[place])
            if len(self._worst) == _WORST and probability >= self._worst[-1]['probability']:
                break
            told = {
                'index': self.examined + place,
                'truth': int(y[place]),
                'predicted': int(predicted[place]),
            }
            self._worst.append({**told, 'probability': probability, **_picture(X[place])})
            self._worst.sort(key=lambda picture: picture['probability'])
            del self._worst[_WORST:]
        self.examined += len(y)

    def told(self, names: list[str], total: int) -> dict[str, Any]:
        """As the protocol has it.

        Args:
            names: of the classes.
            total: pictures that there are.
        """
        return {
            'classes': names,
            'counts': [int(count) for count in self._counts.tolist()],
            'examined': self.examined,
            'total': total,
            'worst': self._worst,
        }


def _are_pictures(batch: Any) -> bool:
    if not isinstance(batch, (tuple, list)) or len(batch) != 2:
        return False
    X, y = batch
    if not isinstance(X, torch.Tensor) or not isinstance(y, torch.Tensor):
        return False
    return X.dim() == 4 and X.shape[1] in (1, 3) and y.dim() == 1 and not y.is_floating_point()


def _picture(X: Any) -> dict[str, Any]:
    """A picture (channels, height, width) of any range of numbers as bytes."""
    step = -(-max(X.shape[1:]) // _LONGEST_SIDE)
    pixels = X[:, ::step, ::step].permute(1, 2, 0)
    least, most = float(pixels.min()), float(pixels.max())
    if least < 0 or most > 1:
        pixels = (pixels - least) / max(most - least, 1e-12)
    values = [round(255 * value) for value in pixels.reshape(-1).tolist()]
    return {'columns': pixels.shape[1], 'pixels': values, 'channels': pixels.shape[2]}


def _names(data: Any, dataset: Any, classes: int) -> list[str]:
    """What the data or its data set (torchvision's have `classes`) calls the classes; else their numbers."""
    numbers = list(range(classes))
    sources: tuple[Callable[[], Any], ...] = (
        lambda: data.text_labels(numbers),
        lambda: dataset.classes,
        lambda: dataset.dataset.classes,
    )
    for names in sources:
        try:
            found = [str(name) for name in names()]
        except Exception:
            continue
        if len(found) == classes:
            return found
    return [str(number) for number in numbers]
