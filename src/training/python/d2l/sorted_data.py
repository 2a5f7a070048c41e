"""Tells of a training whose minibatches come in the order of their sorted labels."""

import json
from typing import Any

import _engine
from _exercise import places, watching
from torch.utils.data import DataLoader, SequentialSampler, TensorDataset, dataloader

__all__ = ['look_at_data']

_FEWEST_BATCHES = 3
"""With fewer the order hardly matters."""


def look_at_data() -> None:
    """Reports the loader of the training, if its labels are sorted and it does not shuffle."""
    loader = dataloader.latest
    if loader is None or not (_engine.fitting() or dataloader.is_iterating()):
        return
    try:
        rows, batches = _rows_in_order(loader), len(loader)
    except Exception:
        # The learner's objects may do anything; the training itself must go on.
        return
    if rows and batches >= _FEWEST_BATCHES:
        facts = {'rows': rows, 'batches': batches}
        _engine.advise(json.dumps({'kind': 'sortedData', 'facts': facts, 'frame': _place(loader)}))


watching.look_at_data = look_at_data


def _rows_in_order(loader: DataLoader) -> int:
    """How many rows the loader hands out in the order of their labels; 0 when they are in another order."""
    dataset: Any = loader.dataset
    if type(loader.sampler) is not SequentialSampler or type(dataset) is not TensorDataset:
        return 0
    labels = dataset.tensors[-1].detach().reshape(-1)
    if labels.numel() != len(dataset) or len(dataset.tensors) < 2:
        return 0
    earlier, later = labels[:-1], labels[1:]
    is_sorted = bool((earlier <= later).all()) or bool((earlier >= later).all())
    return len(dataset) if is_sorted and float(labels[0]) != float(labels[-1]) else 0


def _place(loader: DataLoader) -> places.FrameReport | None:
    """Where the learner's code made the loader; where it trains when it has been made by the engine."""
    made_by = loader._made_by
    if made_by is not None and made_by[0].co_filename in places.documents:
        return places.report(*made_by)
    return places.innermost()
