"""What is told of networks that loops of the learner's own have trained, when their run is over."""

import re
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from _exercise import environment
from torch import nn
from torch.utils.data import DataLoader, dataloader

from . import predictions
from .training import DataModule, has_layers

__all__ = ['remember']

_HELD_OUT = re.compile(r'val|test', re.IGNORECASE)
"""What data is called that a network is judged by."""


class _Trained(NamedTuple):
    """A network that a loop trains.

    Args:
        model: what gives scores for a minibatch: a module, or the learner's function `net`.
        data: the loaders and data modules at hand, by their names.
        loader: the one that it was trained with, None where it was trained without.
    """

    model: Any
    data: dict[str, Any]
    loader: DataLoader | None


_trained: dict[int, _Trained] = {}
"""By the index of the fit."""


def remember(fit: int, owner: Any, namespaces: list[dict[str, Any]]) -> None:
    """A loop has begun to train.

    Args:
        fit: index of its fit.
        owner: the object that has all of its weights; None where there is none.
        namespaces: the learner's, from the outermost to that of the function that is running.
    """
    nets = [variables['net'] for variables in namespaces if 'net' in variables]
    model = nets[-1] if owner is None and nets else owner
    if isinstance(model, nn.Module) or (owner is None and callable(model)):
        loader = dataloader.latest if dataloader.is_iterating() else None
        data: dict[str, Any] = {}
        for variables in namespaces:
            data.update(_data_in(variables))
        _trained[fit] = _Trained(model, data, loader)


def _report() -> None:
    """Tells of the networks that were trained since it was last asked; never raises."""
    for fit, trained in _trained.items():
        if has_layers(trained.model):
            from . import told_matrices

            told_matrices.report(trained.model, fit)
        if trained.loader is not None:
            _tell_predictions(fit, trained, trained.loader)
    _trained.clear()


environment.endings.append(_report)


def _tell_predictions(fit: int, trained: _Trained, loader: DataLoader) -> None:
    """Of the data that was held out, where there is any; else of the data that was trained with."""
    data = {**_data_in(sys.modules['__main__'].__dict__), **trained.data}
    classes = next((value for value in data.values() if isinstance(value, DataModule)), None)
    for held_out in _held_out(data, loader):
        judged = predictions.Judge(trained.model, held_out, _as_it_is, classes)
        if judged.report(fit):
            return
    in_order = DataLoader(loader.dataset, batch_size=loader.batch_size, collate_fn=loader.collate_fn)
    predictions.Judge(trained.model, in_order, _as_it_is, classes, of_training=True).report(fit)


def _data_in(variables: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in variables.items() if isinstance(value, (DataLoader, DataModule))}


def _held_out(data: dict[str, Any], trained_with: DataLoader) -> Iterator[DataLoader]:
    """Loaders of other data, those first that say so by their names."""
    loaders = [
        (name, value)
        for name, value in data.items()
        if isinstance(value, DataLoader) and value.dataset is not trained_with.dataset
    ]
    loaders.sort(key=lambda named: _HELD_OUT.search(named[0]) is None)
    yield from (loader for _, loader in loaders)
    for value in data.values():
        if isinstance(value, DataModule):
            try:
                loader = value.val_dataloader()
            except Exception:  # the learner's own, which may want what is not there
                continue
            if isinstance(loader, DataLoader) and loader.dataset is not trained_with.dataset:
                yield loader


def _as_it_is(batch: Any) -> Any:
    return batch
