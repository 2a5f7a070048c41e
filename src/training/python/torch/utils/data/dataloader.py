"""DataLoader: batches of a data set."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import CodeType
from typing import Any

import _engine

from ..._handle import LOADER_BATCHES, LOADER_PASS, shared, wrap
from ..._operations import arange
from ..._random import Generator
from .collate import default_collate
from .dataset import IterableDataset, TensorDataset
from .sampler import BatchSampler, RandomSampler, SequentialSampler, draw_seed

__all__ = ['DataLoader', 'get_worker_info', 'is_iterating', 'latest']

_index_select = _engine.index_select
_slice = _engine.slice_Tensor

_MOST_COPIED = 1_000_000
"""Elements of a data set up to which each pass begins with a copy of it."""


def get_worker_info() -> None:
    """None: batches are made where they are used, not by workers of their own."""


_passes = 0

latest: 'DataLoader | None' = None
"""The loader that was iterated over last."""


def _counted(batches: Iterator[Any], count: int) -> Iterator[Any]:
    """The same batches; tells the engine which of how many is under way, so that a loss has its epoch."""
    global _passes
    _passes += 1
    mine = _passes
    outer = shared[LOADER_PASS : LOADER_BATCHES + 1]
    try:
        for number, batch in enumerate(batches):
            shared[LOADER_PASS] = mine
            shared[LOADER_PASS + 1] = number
            shared[LOADER_BATCHES] = count
            yield batch
    finally:
        if shared[LOADER_PASS] == mine:
            shared[LOADER_PASS : LOADER_BATCHES + 1] = outer


def is_iterating() -> bool:
    """Whether a loader hands out batches to a loop of the learner's own."""
    return shared[LOADER_PASS] != 0


def _learners_call() -> tuple[CodeType, int] | None:
    """The learner's function that is calling, and the instruction that it is at."""
    frame = sys._getframe(2)
    while frame.f_code.co_filename.startswith('/engine/'):
        if frame.f_back is None:
            return None
        frame = frame.f_back
    return frame.f_code, frame.f_lasti


def _check_choices(
    iterable: bool,
    batch_size: int | None,
    shuffle: bool | None,
    sampler: Any,
    batch_sampler: Any,
    drop_last: bool,
) -> None:
    """Raises PyTorch's ValueError for arguments that leave each other no room."""
    if iterable and shuffle:
        raise ValueError(
            f'DataLoader with IterableDataset: expected unspecified shuffle option, but got shuffle={shuffle}'
        )
    if sampler is not None and shuffle:
        raise ValueError('sampler option is mutually exclusive with shuffle')
    if batch_sampler is not None:
        if batch_size != 1 or shuffle or sampler is not None or drop_last:
            raise ValueError(
                'batch_sampler option is mutually exclusive with batch_size, shuffle, sampler, and drop_last'
            )
    elif batch_size is None and drop_last:
        raise ValueError(
            'batch_size=None option disables auto-batching and is mutually exclusive with drop_last'
        )


_FIXED = ('batch_size', 'batch_sampler', 'sampler', 'drop_last', 'dataset', 'persistent_workers')
"""What of a loader cannot be changed any more."""


class DataLoader:
    """Iterates over a data set in batches.

    Args:
        dataset: has `__getitem__` and `__len__`, or is an IterableDataset.
        batch_size: samples in a batch; None for single samples.
        shuffle: takes them in a new random order in every pass.
        sampler: gives the indices instead.
        batch_sampler: gives lists of indices instead.
        num_workers: has no effect: there is one process.
        collate_fn: makes a batch of a list of samples.
        drop_last: leaves out a last batch that is not full.
        generator: the random stream; the default one unless given.

    Raises:
        ValueError: when `num_workers` is negative, or arguments exclude each other; and later, when what the
            batches depend on is set anew.
    """

    def __init__(
        self,
        dataset: Any,
        batch_size: int | None = 1,
        shuffle: bool | None = None,
        sampler: Iterable[int] | None = None,
        batch_sampler: Iterable[Sequence[int]] | None = None,
        num_workers: int = 0,
        collate_fn: Callable[[Any], Any] | None = None,
        pin_memory: bool = False,
        drop_last: bool = False,
        timeout: float = 0,
        worker_init_fn: Callable[[int], None] | None = None,
        multiprocessing_context: Any = None,
        generator: Generator | None = None,
        *,
        prefetch_factor: int | None = None,
        persistent_workers: bool = False,
        pin_memory_device: str = '',
        in_order: bool = True,
    ) -> None:
        self._made_by = _learners_call()
        if num_workers < 0:
            raise ValueError(
                'num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.'
            )
        if timeout < 0:
            raise ValueError('timeout option should be non-negative')
        if num_workers == 0 and prefetch_factor is not None:
            raise ValueError(
                'prefetch_factor option could only be specified in multiprocessing.'
                'let num_workers > 0 to enable multiprocessing, otherwise set prefetch_factor to None.'
            )
        if persistent_workers and num_workers == 0:
            raise ValueError('persistent_workers option needs num_workers > 0')
        self.dataset = dataset
        self.num_workers = num_workers
        self.pin_memory = pin_memory
        self.generator = generator
        self._iterable = isinstance(dataset, IterableDataset)
        _check_choices(self._iterable, batch_size, shuffle, sampler, batch_sampler, drop_last)
        if batch_sampler is not None:
            batch_size = None
        if sampler is None and not self._iterable:
            sampler = RandomSampler(dataset, generator=generator) if shuffle else SequentialSampler(dataset)
        if batch_size is not None and batch_sampler is None:
            batch_sampler = BatchSampler(sampler, batch_size, drop_last)
        self.batch_size = batch_size
        self.drop_last = drop_last
        self.sampler: Any = sampler
        self.batch_sampler: Any = batch_sampler
        self._default_collate = collate_fn is None
        self.collate_fn = collate_fn if collate_fn is not None else default_collate
        self._is_made = True

    def __setattr__(self, name: str, value: Any) -> None:
        if name in _FIXED and '_is_made' in self.__dict__:
            raise ValueError(f'{name} attribute should not be set after {type(self).__name__} is initialized')
        object.__setattr__(self, name, value)

    def __len__(self) -> int:
        if self._iterable:
            count = len(self.dataset)
            if self.batch_size is None:
                return count
            return count // self.batch_size if self.drop_last else -(-count // self.batch_size)
        return len(self.sampler if self.batch_sampler is None else self.batch_sampler)

    def __iter__(self) -> Iterator[Any]:
        global latest
        latest = self
        # PyTorch draws a seed for its worker processes, even where it starts none.
        draw_seed(self.generator)
        # A Trainer counts its batches itself.
        return self._batches() if _engine.fitting() else _counted(self._batches(), self._count())

    def _batches(self) -> Iterator[Any]:
        if self._iterable:
            return self._stream()
        if self._sliceable():
            return self._slices()
        if self.batch_sampler is None:
            return (self._converted(self.dataset[index]) for index in self.sampler)
        return (self._batch(indices) for indices in self.batch_sampler)

    def _count(self) -> int:
        """Batches of a pass, 0 when that is unknown."""
        try:
            return len(self)
        except (TypeError, NotImplementedError, AttributeError):
            return 0

    def _batch(self, indices: list[int]) -> Any:
        if hasattr(self.dataset, '__getitems__'):
            return self.collate_fn(self.dataset.__getitems__(indices))
        dataset = self.dataset
        return self.collate_fn([dataset[index] for index in indices])

    def _converted(self, sample: Any) -> Any:
        return sample if self._default_collate else self.collate_fn(sample)

    def _stream(self) -> Iterator[Any]:
        if self.batch_size is None:
            for sample in self.dataset:
                yield self._converted(sample)
            return
        batch: list[Any] = []
        for sample in self.dataset:
            batch.append(sample)
            if len(batch) == self.batch_size:
                yield self.collate_fn(batch)
                batch = []
        if batch and not self.drop_last:
            yield self.collate_fn(batch)

    def _sliceable(self) -> bool:
        """Whether batches can be taken from whole tensors, with the same result as sample by sample."""
        kind = type(self.dataset)
        return (
            isinstance(self.dataset, TensorDataset)
            and kind.__getitem__ is TensorDataset.__getitem__
            and kind.__len__ is TensorDataset.__len__
            and self._default_collate
            and type(self.batch_sampler) is BatchSampler
            and self.batch_sampler.sampler is self.sampler
            and type(self.sampler) in (RandomSampler, SequentialSampler)
            and getattr(self.sampler, 'generator', None) is None
            and not hasattr(kind, '__getitems__')
        )

    def _slices(self) -> Iterator[list[Any]]:
        """Batches by one operation for each tensor; from a copy in this pass's order where that is small."""
        sampler = self.sampler
        order = sampler.order() if isinstance(sampler, RandomSampler) else arange(len(sampler))
        count = len(sampler)
        size: int = self.batch_sampler.batch_size
        end = count - count % size if self.batch_sampler.drop_last else count
        tensors = self.dataset.tensors
        if sum(tensor.numel() for tensor in tensors) <= _MOST_COPIED:
            copies = [wrap(_index_select(tensor._h, 0, order._h)) for tensor in tensors]
            for start in range(0, end, size):
                yield [wrap(_slice(copy._h, 0, start, start + size, 1)) for copy in copies]
            return
        for start in range(0, end, size):
            chosen = wrap(_slice(order._h, 0, start, start + size, 1))
            yield [wrap(_index_select(tensor._h, 0, chosen._h)) for tensor in tensors]
