"""Where the iteration over a DataLoader is at, so that a loss has its epoch; and loaders without workers."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import Any, NamedTuple

__all__ = ['Position', 'install', 'position']


class Position(NamedTuple):
    """A batch of an iteration.

    Args:
        iteration: different for every iteration of a run; 0 outside of any.
        batch: index of the batch within it.
        batches: how many it has; 0 when unknown.
    """

    iteration: int
    batch: int
    batches: int


_OUTSIDE = Position(0, 0, 0)
_position = _OUTSIDE
_iterations = 0


def position() -> Position:
    """Of the innermost iteration that is under way."""
    return _position


def install() -> None:
    """Lets DataLoaders tell where they are, and all batches come from this process.

    Worker processes draw from random streams of their own and would have to import the learner's code from a
    file. What they hand out is otherwise the same.
    """
    from torch.utils.data import DataLoader, dataloader

    patched: Any = DataLoader
    module: Any = dataloader
    begin, iterate = patched.__init__, patched.__iter__

    @functools.wraps(begin)
    def start(loader: Any, *args: Any, **kwargs: Any) -> None:
        begin(loader, *args, **_without_workers(kwargs))
        if len(args) > 5 and args[5]:
            loader.num_workers = 0

    @functools.wraps(iterate)
    def counted(loader: Any) -> Iterator[Any]:
        module.latest = loader
        return _counted(iterate(loader), _length(loader))

    patched.__init__ = start
    patched.__iter__ = counted
    module.latest = None
    module.is_iterating = lambda: _position.iteration != 0


def _without_workers(options: dict[str, Any]) -> dict[str, Any]:
    if not options.get('num_workers'):
        return options
    for_workers = (
        'num_workers',
        'prefetch_factor',
        'persistent_workers',
        'multiprocessing_context',
        'timeout',
    )
    return {name: value for name, value in options.items() if name not in for_workers}


def _length(loader: Any) -> int:
    try:
        return len(loader)
    except TypeError:
        return 0


class _counted:
    """The same batches; keeps which of how many is under way."""

    def __init__(self, batches: Any, count: int) -> None:
        global _iterations
        self._batches = batches
        self._count = count
        _iterations += 1
        self._iteration = _iterations
        self._outer = _position
        self._batch = -1

    def __iter__(self) -> _counted:
        return self

    def __next__(self) -> Any:
        global _position
        try:
            batch = next(self._batches)
        except BaseException:
            self._leave()
            raise
        self._batch += 1
        _position = Position(self._iteration, self._batch, self._count)
        return batch

    def __len__(self) -> int:
        return self._count

    def __getattr__(self, name: str) -> Any:
        return getattr(self._batches, name)

    def __del__(self) -> None:
        self._leave()

    def _leave(self) -> None:
        global _position
        if _position.iteration == self._iteration:
            _position = self._outer
