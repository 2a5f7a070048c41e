"""Data sets: what a DataLoader takes its samples from."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from ..._random import Generator
from ..._tensor import Tensor

__all__ = [
    'ChainDataset',
    'ConcatDataset',
    'Dataset',
    'IterableDataset',
    'StackDataset',
    'Subset',
    'TensorDataset',
    'random_split',
]


class Dataset:
    """Samples by index: subclasses define `__getitem__`, and `__len__`."""

    def __getitem__(self, index: Any) -> Any:
        raise NotImplementedError('Subclasses of Dataset should implement __getitem__.')

    def __add__(self, other: 'Dataset') -> 'ConcatDataset':
        return ConcatDataset([self, other])

    def __class_getitem__(cls, _: Any) -> type:
        return cls


class IterableDataset(Dataset):
    """Samples one after the other: subclasses define `__iter__`."""

    def __iter__(self) -> Iterator[Any]:
        raise NotImplementedError('Subclasses of IterableDataset should implement __iter__.')


class ChainDataset(IterableDataset):
    """Several iterable data sets one after the other.

    Raises:
        AssertionError: for a data set that is not iterable.
    """

    def __init__(self, datasets: Iterable[Any]) -> None:
        self.datasets = datasets

    def __iter__(self) -> Iterator[Any]:
        for dataset in self.datasets:
            if not isinstance(dataset, IterableDataset):
                raise AssertionError('ChainDataset only supports IterableDataset')
            yield from dataset

    def __len__(self) -> int:
        total = 0
        for dataset in self.datasets:
            size: Any = dataset
            total += len(size)
        return total


class StackDataset(Dataset):
    """Several data sets side by side: a sample is a tuple, or a dictionary, of theirs.

    Raises:
        ValueError: for unnamed and named ones together, none, or other lengths.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if args and kwargs:
            raise ValueError(
                'Supported either ``tuple``- (via ``args``) or``dict``- (via ``kwargs``) like input/output, '
                'but both types are given.'
            )
        if not args and not kwargs:
            raise ValueError('At least one dataset should be passed')
        self.datasets: Any = args or kwargs
        sizes = [len(each) for each in self._several()]
        if any(size != sizes[0] for size in sizes):
            raise ValueError('Size mismatch between datasets')
        self._length = sizes[0]

    def _several(self) -> list[Any]:
        return list(self.datasets.values() if isinstance(self.datasets, dict) else self.datasets)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(self.datasets, dict):
            return {name: dataset[index] for name, dataset in self.datasets.items()}
        return tuple(dataset[index] for dataset in self.datasets)

    def __len__(self) -> int:
        return self._length


class TensorDataset(Dataset):
    """Tensors whose first dimension counts the samples.

    Args:
        tensors: all with the same size of the first dimension.

    Raises:
        AssertionError: when they have not.
    """

    def __init__(self, *tensors: Tensor) -> None:
        if not all(tensors[0].size(0) == tensor.size(0) for tensor in tensors):
            raise AssertionError('Size mismatch between tensors')
        self.tensors = tensors

    def __getitem__(self, index: Any) -> tuple[Any, ...]:
        return tuple(tensor[index] for tensor in self.tensors)

    def __len__(self) -> int:
        return self.tensors[0].size(0)


class Subset(Dataset):
    """The samples of another data set at chosen indices."""

    def __init__(self, dataset: Any, indices: Sequence[int]) -> None:
        self.dataset = dataset
        self.indices = indices

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, list):
            return self.dataset[[self.indices[position] for position in index]]
        return self.dataset[self.indices[index]]

    def __len__(self) -> int:
        return len(self.indices)


class ConcatDataset(Dataset):
    """Several data sets one after the other.

    Raises:
        AssertionError: when there are none.
    """

    def __init__(self, datasets: Iterable[Any]) -> None:
        self.datasets = list(datasets)
        if not self.datasets:
            raise AssertionError('datasets should not be an empty iterable')
        self.cumulative_sizes = list(accumulate(len(dataset) for dataset in self.datasets))

    def __len__(self) -> int:
        return self.cumulative_sizes[-1]

    def __getitem__(self, index: int) -> Any:
        if index < 0:
            if -index > len(self):
                raise ValueError('absolute value of index should not exceed dataset length')
            index += len(self)
        which = bisect_right(self.cumulative_sizes, index)
        start = self.cumulative_sizes[which - 1] if which else 0
        return self.datasets[which][index - start]


def random_split(dataset: Any, lengths: Sequence[Any], generator: Generator | None = None) -> list[Subset]:
    """Random parts of a data set, of given lengths or fractions.

    Raises:
        ValueError: unless the lengths sum to that of the data set.
    """
    from ..._operations import randperm

    total = len(dataset)
    sizes = list(lengths)
    if abs(sum(sizes) - 1) < 1e-9 and all(isinstance(size, float) for size in sizes):
        sizes = [int(total * fraction) for fraction in lengths]
        for position in range(total - sum(sizes)):
            sizes[position % len(sizes)] += 1
    if sum(sizes) != total:
        raise ValueError('Sum of input lengths does not equal the length of the input dataset!')
    order = randperm(total, generator=generator).tolist()
    ends = list(accumulate(sizes))
    return [Subset(dataset, order[end - size : end]) for size, end in zip(sizes, ends, strict=True)]
