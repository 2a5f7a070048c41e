"""What a training loop of the learner's own reports: model, weights, points."""

from __future__ import annotations

import math
from typing import Any

from _runner.fits import Fits
from _runner.loop import Loop
from _runner.sending import real

__all__ = ['LoopFit']

_MOST_ELEMENTS = 1000
"""Elements of a weight that are reported; larger weights are left out."""


class LoopFit:
    """A loop as a fit. Several may share one: the players of a GAN reach weights that overlap, in turns.

    Args:
        fits: takes what is told.
        unit: of its curves.
    """

    def __init__(self, fits: Fits, unit: str) -> None:
        self._fits = fits
        self.unit = unit
        self.loops: list[Loop] = []
        self.leaves: list[Any] = []
        self.is_open = False
        self._index: int | None = None
        self._shown = 0
        self._total = 0
        self._names: dict[str, Any] = {'model': 'loop', 'place': None, 'weights': []}

    @property
    def last_pass(self) -> int:
        """Of all its loops, by the count of the run's backward passes."""
        return max(loop.last_pass for loop in self.loops)

    def add(self, loop: Loop) -> None:
        """Shows a loop: `loss`, a further one `loss 2`."""
        self.loops.append(loop)
        self.open()

    def open(self) -> None:
        """Begins, or goes on after its end, when the learner's code comes back to its weights."""
        self.is_open = True
        known = {id(leaf) for leaf in self.leaves}
        self.leaves += [leaf for loop in self.loops for leaf in loop.leaves if id(leaf) not in known]

    def name(self, names: dict[str, Any]) -> int:
        """The weights are named: its curves can be shown. Returns its index."""
        self._names = names
        rounds = names.get('rounds')
        # Only where a round is an epoch or a step: as many of them have ended as rounds.
        if rounds is not None and rounds['done'] == self.loops[0].begun:
            self._total = rounds['of']
        return self._begin()

    def draw(self, label: str, x: float, y: float) -> None:
        """A point of a curve that the learner draws."""
        self._fits.point(label, x, y, self._begin())

    def tell_layers(self, layers: Any) -> None:
        """The layers of its network."""
        self._fits.tell('layers', self._begin(), layers=layers)

    def end(self) -> None:
        """Ends it; what its weights are now is told."""
        index = self._begin()
        for loop in self.loops:
            loop.flush()
        completed = max(loop.completed for loop in self.loops)
        first = self.loops[0]
        # What comes after the last batch may have nothing to do with the training any more.
        if completed > 0 and completed == first.epochs:
            self._fits.epoch_ended(completed, index, first.last_batch_at)
        self._fits.end(index, completed, self._weights())
        self.is_open = False

    def _begin(self) -> int:
        if self._index is None:
            names = self._names
            self._index = self._fits.start(names['model'], self._total, self.unit, names['place'])
        index = self._index
        if self._shown == 0:
            self.loops[0].follow(lambda epoch: self._fits.epoch_ended(epoch, index))
        for place in range(self._shown, len(self.loops)):
            label = 'loss' if place == 0 else f'loss {place + 1}'
            self.loops[place].show(lambda x, y, label=label: self._fits.point(label, x, y, index))
        self._shown = len(self.loops)
        return index

    def _weights(self) -> list[dict[str, Any]]:
        names = self._names['weights']
        named = [names[place] if place < len(names) else None for place in range(len(self.leaves))]
        pairs = [
            (leaf, name or {'name': f'unnamed {place + 1}', 'place': math.inf, 'true': None})
            for place, (leaf, name) in enumerate(zip(self.leaves, named, strict=True))
            if leaf.numel() <= _MOST_ELEMENTS
        ]
        return [_weight(leaf, name) for leaf, name in sorted(pairs, key=lambda pair: pair[1]['place'])]


def _weight(leaf: Any, name: dict[str, Any]) -> dict[str, Any]:
    learned = [float(value) for value in leaf.detach().reshape(-1).tolist()]
    truth = name['true']
    if truth is not None and len(truth) != len(learned):
        truth = None
    difference = None
    if truth is not None:
        difference = [real(mine - float(true)) for mine, true in zip(learned, truth, strict=True)]
    return {
        'name': name['name'],
        'shape': list(leaf.shape),
        'learned': [real(value) for value in learned],
        'true': truth,
        'difference': difference,
    }
