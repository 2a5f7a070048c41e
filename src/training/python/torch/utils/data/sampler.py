"""Samplers: in which order a DataLoader takes samples."""

from collections.abc import Iterator, Sequence
from typing import Any

import _engine

from ... import _operations
from ..._construct import tensor
from ..._dtypes import int64
from ..._operations import randint, randperm
from ..._random import Generator
from ..._tensor import Tensor

__all__ = [
    'BatchSampler',
    'RandomSampler',
    'Sampler',
    'SequentialSampler',
    'SubsetRandomSampler',
    'WeightedRandomSampler',
    'draw_seed',
]


def draw_seed(generator: Generator | None = None) -> int:
    """One random int64 as `random_()` draws it."""
    return int(_engine.random_seed(0 if generator is None else generator._generator))


class Sampler:
    """Gives indices: subclasses define `__iter__`."""

    def __init__(self, data_source: Any = None) -> None:
        pass

    def __iter__(self) -> Iterator[Any]:
        raise NotImplementedError

    def __class_getitem__(cls, _: Any) -> type:
        return cls


class SequentialSampler(Sampler):
    """0, 1, 2, …"""

    def __init__(self, data_source: Any) -> None:
        self.data_source = data_source

    def __iter__(self) -> Iterator[int]:
        return iter(range(len(self.data_source)))

    def __len__(self) -> int:
        return len(self.data_source)


class RandomSampler(Sampler):
    """All indices in random order, or random ones with replacement.

    Args:
        generator: the stream to draw from; else one that is seeded from the default stream.

    Raises:
        ValueError: unless the number of samples is a positive integer.
    """

    def __init__(
        self,
        data_source: Any,
        replacement: bool = False,
        num_samples: int | None = None,
        generator: Generator | None = None,
    ) -> None:
        self.data_source = data_source
        self.replacement = replacement
        self._num_samples = num_samples
        self.generator = generator
        if not isinstance(self.num_samples, int) or self.num_samples <= 0:
            raise ValueError(
                f'num_samples should be a positive integer value, but got num_samples={self.num_samples}'
            )

    @property
    def num_samples(self) -> int:
        """How many indices are given."""
        return len(self.data_source) if self._num_samples is None else self._num_samples

    def _parts(self) -> Iterator[Any]:
        """The indices of one pass, int64, in the portions in which PyTorch draws them."""
        generator = self.generator
        if generator is None:
            generator = Generator()
            generator.manual_seed(draw_seed())
        count = len(self.data_source)
        if self.replacement:
            yield randint(0, count, (self.num_samples,), dtype=int64, generator=generator)
            return
        for _ in range(self.num_samples // count):
            yield randperm(count, generator=generator)
        rest = self.num_samples % count
        # A stream of one's own goes on by another permutation at the end even where none of it is needed.
        if rest or self.generator is not None:
            yield randperm(count, generator=generator)[:rest]

    def order(self) -> Tensor:
        """The indices of one pass, int64 of shape (num_samples,)."""
        parts = tuple(self._parts())
        return parts[0] if len(parts) == 1 else _operations.cat(parts)

    def __iter__(self) -> Iterator[int]:
        for part in self._parts():
            yield from part.tolist()

    def __len__(self) -> int:
        return self.num_samples


class SubsetRandomSampler(Sampler):
    """Given indices in random order."""

    def __init__(self, indices: Sequence[int], generator: Generator | None = None) -> None:
        self.indices = indices
        self.generator = generator

    def __iter__(self) -> Iterator[int]:
        for position in randperm(len(self.indices), generator=self.generator).tolist():
            yield self.indices[position]

    def __len__(self) -> int:
        return len(self.indices)


class WeightedRandomSampler(Sampler):
    """Indices drawn with given weights."""

    def __init__(
        self,
        weights: Sequence[float] | Tensor,
        num_samples: int,
        replacement: bool = True,
        generator: Generator | None = None,
    ) -> None:
        from ..._dtypes import float64

        self.weights = tensor(list(weights), dtype=float64)
        self.num_samples = num_samples
        self.replacement = replacement
        self.generator = generator

    def __iter__(self) -> Iterator[int]:
        drawn = _operations.multinomial(
            self.weights, self.num_samples, self.replacement, generator=self.generator
        )
        return iter(drawn.tolist())

    def __len__(self) -> int:
        return self.num_samples


class BatchSampler(Sampler):
    """Lists of `batch_size` indices of another sampler.

    Raises:
        ValueError: unless `batch_size` is a positive integer and `drop_last` a bool.
    """

    def __init__(self, sampler: Any, batch_size: int, drop_last: bool) -> None:
        if not isinstance(batch_size, int) or isinstance(batch_size, bool) or batch_size <= 0:
            raise ValueError(
                f'batch_size should be a positive integer value, but got batch_size={batch_size}'
            )
        if not isinstance(drop_last, bool):
            raise ValueError(f'drop_last should be a boolean value, but got drop_last={drop_last}')
        self.sampler = sampler
        self.batch_size = batch_size
        self.drop_last = drop_last

    def __iter__(self) -> Iterator[list[int]]:
        batch: list[int] = []
        for index in self.sampler:
            batch.append(index)
            if len(batch) == self.batch_size:
                yield batch
                batch = []
        if batch and not self.drop_last:
            yield batch

    def __len__(self) -> int:
        count = len(self.sampler)
        return count // self.batch_size if self.drop_last else -(-count // self.batch_size)
