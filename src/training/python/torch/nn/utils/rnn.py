"""torch.nn.utils.rnn: sequences of several lengths, padded in one tensor or packed without padding."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from ..._construct import as_tensor
from ..._dtypes import float32 as _float32
from ..._dtypes import float64, int8, int16, int32, int64, uint8
from ..._handle import Handle
from ..._operations import arange, cat, empty_like, full, sort
from ..._tensor import Tensor

__all__ = [
    'PackedSequence',
    'invert_permutation',
    'pack_padded_sequence',
    'pack_sequence',
    'pad_packed_sequence',
    'pad_sequence',
    'unpack_sequence',
    'unpad_sequence',
]


class _Packed(NamedTuple):
    data: Any
    batch_sizes: Any
    sorted_indices: Any
    unsorted_indices: Any


class PackedSequence(_Packed):
    """The elements of several sequences, step by step, those of the longest sequence first.

    `data` has all elements, `batch_sizes` says how many sequences have an element at each step; the other
    two say how the sequences were ordered by length, and lead back.
    """

    __slots__ = ()

    def __new__(
        cls, data: Any, batch_sizes: Any = None, sorted_indices: Any = None, unsorted_indices: Any = None
    ) -> 'PackedSequence':
        back = invert_permutation(sorted_indices) if unsorted_indices is None else unsorted_indices
        if batch_sizes is None:
            data, batch_sizes = data
        return super().__new__(cls, data, batch_sizes, sorted_indices, back)

    def __repr__(self) -> str:
        shown = ', '.join(f'{name}={getattr(self, name)!r}' for name in self._fields)
        return f'{type(self).__name__}({shown})'

    def to(self, *args: Any, **kwargs: Any) -> 'PackedSequence':
        """With its data in another dtype."""
        converted = self.data.to(*args, **kwargs)
        if converted is self.data:
            return self
        return PackedSequence(converted, self.batch_sizes, self.sorted_indices, self.unsorted_indices)

    def cpu(self) -> 'PackedSequence':
        """Itself."""
        return self

    def cuda(self, *args: Any, **kwargs: Any) -> 'PackedSequence':
        """Moves the data to the GPU; there is none, so it raises."""
        return self.to(self.data.cuda(*args, **kwargs))

    def pin_memory(self) -> 'PackedSequence':
        """Itself: it concerns GPUs."""
        return self

    def double(self) -> 'PackedSequence':
        """With its data as float64."""
        return self.to(float64)

    def float(self) -> 'PackedSequence':
        """With its data as float32."""
        return self.to(_float32)

    def long(self) -> 'PackedSequence':
        """With its data as int64."""
        return self.to(int64)

    def int(self) -> 'PackedSequence':
        """With its data as int32."""
        return self.to(int32)

    def short(self) -> 'PackedSequence':
        """With its data as int16."""
        return self.to(int16)

    def char(self) -> 'PackedSequence':
        """With its data as int8."""
        return self.to(int8)

    def byte(self) -> 'PackedSequence':
        """With its data as uint8."""
        return self.to(uint8)

    @property
    def is_cuda(self) -> bool:
        """Whether the data is on a GPU: it is not."""
        return False

    def is_pinned(self) -> bool:
        """Whether the data is in memory for a GPU: it is not."""
        return False


def invert_permutation(permutation: Tensor | None) -> Tensor | None:
    """The permutation that undoes another."""
    if permutation is None:
        return None
    return empty_like(permutation).scatter_(0, permutation, arange(permutation.numel()))


def pack_padded_sequence(
    input: Tensor, lengths: Any, batch_first: bool = False, enforce_sorted: bool = True
) -> PackedSequence:
    """Packs sequences (length, n, …) that were padded.

    Args:
        input: the sequences, padded at their ends.
        lengths: of each sequence, as a tensor or a list.
        batch_first: whether `input` is (n, length, …).
        enforce_sorted: whether the longest sequence has to come first; else they are ordered here.

    Raises:
        RuntimeError: for lengths that are not positive, not sorted or not as many as sequences.
    """
    order: Any = None
    counts: Any = as_tensor(lengths, dtype=int64)
    rows: Any = input if batch_first else input.transpose(0, 1)
    if not enforce_sorted:
        counts, order = sort(counts, descending=True)
        rows = rows.index_select(0, order)
    several: list[int] = counts.tolist()
    _check_lengths(several, rows)
    sizes = [sum(length > step for length in several) for step in range(several[0])]
    data = cat([rows[:size, step] for step, size in enumerate(sizes)])
    return PackedSequence(data, as_tensor(sizes, dtype=int64), order, None)


def _check_lengths(lengths: list[int], rows: Any) -> None:
    if len(lengths) != rows.shape[0]:
        raise RuntimeError(
            f'Expected `len(lengths)` to be equal to batch_size, but got {len(lengths)} '
            f'(batch_size={rows.shape[0]})'
        )
    if any(longer < shorter for longer, shorter in pairwise(lengths)):
        raise RuntimeError(
            '`lengths` array must be sorted in decreasing order when `enforce_sorted` is True. You can pass '
            '`enforce_sorted=False` to pack_padded_sequence and/or pack_sequence to sidestep this '
            'requirement if you do not need ONNX exportability.'
        )
    if lengths[-1] <= 0:
        raise RuntimeError(
            "Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0"
        )
    if lengths[0] > rows.shape[1]:
        raise RuntimeError(
            f'Expected the longest of the sequences to have at most {rows.shape[1]} elements, but got '
            f'{lengths[0]}'
        )


def pad_packed_sequence(
    sequence: PackedSequence,
    batch_first: bool = False,
    padding_value: float = 0.0,
    total_length: int | None = None,
) -> tuple[Any, Any]:
    """The packed sequences as one tensor (length, n, …), and the length of each.

    Args:
        sequence: what `pack_padded_sequence` made.
        batch_first: whether the tensor is to be (n, length, …).
        padding_value: what is put where a sequence has ended.
        total_length: the length of the tensor; that of the longest sequence by default.

    Raises:
        ValueError: for a `total_length` below that of the longest sequence.
    """
    sizes: list[int] = sequence.batch_sizes.tolist()
    longest = len(sizes)
    if total_length is not None and total_length < longest:
        raise ValueError(
            'Expected total_length to be at least the length of the longest sequence in input, but got '
            f'total_length={total_length} and max sequence length being {longest}'
        )
    data = sequence.data
    rows = []
    for part, size in zip(data.split(sizes), sizes, strict=True):
        missing = data.new_full((sizes[0] - size, *data.shape[1:]), padding_value)
        rows.append(cat([part, missing]) if size < sizes[0] else part)
    for _ in range(longest, total_length or longest):
        rows.append(data.new_full((sizes[0], *data.shape[1:]), padding_value))
    padded = cat([row.unsqueeze(0) for row in rows])
    lengths = as_tensor([sum(size > row for size in sizes) for row in range(sizes[0])], dtype=int64)
    back = sequence.unsorted_indices
    if back is not None:
        padded, lengths = padded.index_select(1, back), lengths[back]
    return padded.transpose(0, 1) if batch_first else padded, lengths


def pad_sequence(
    sequences: Iterable[Tensor],
    batch_first: bool = False,
    padding_value: float = 0.0,
    padding_side: str = 'right',
) -> Tensor:
    """Sequences (length, …) as one tensor, filled up to the longest.

    Args:
        sequences: the sequences.
        batch_first: whether it is (n, length, …) rather than (length, n, …).
        padding_value: what is put where a sequence has ended.
        padding_side: `right`, or `left` to fill up in front.

    Raises:
        RuntimeError: without sequences, or for another `padding_side`.
    """
    if padding_side not in ('right', 'left'):
        raise RuntimeError("padding_side must be 'left' or 'right'")
    if not isinstance(sequences, (Iterable, Handle)):
        raise RuntimeError(
            f'pad_sequence: Expected iterable for input sequences, but got arg of type: {type(sequences)}'
        )
    several = list(sequences)
    if not several:
        raise RuntimeError('received an empty list of sequences')
    longest = max(each.shape[0] for each in several)
    size = (len(several), longest) if batch_first else (longest, len(several))
    made = full((*size, *several[0].shape[1:]), padding_value, dtype=several[0].dtype)
    for row, sequence in enumerate(several):
        length = sequence.shape[0]
        place = slice(0, length) if padding_side == 'right' else slice(longest - length, longest)
        made[(row, place) if batch_first else (place, row)] = sequence
    return made


def unpad_sequence(padded_sequences: Tensor, lengths: Tensor, batch_first: bool = False) -> list[Any]:
    """The sequences of several lengths that one tensor holds."""
    rows = padded_sequences if batch_first else padded_sequences.transpose(0, 1)
    return [row[:length] for row, length in zip(rows, lengths.tolist(), strict=True)]


def pack_sequence(sequences: Sequence[Tensor], enforce_sorted: bool = True) -> PackedSequence:
    """Packs sequences (length, …)."""
    lengths = [each.shape[0] for each in sequences]
    return pack_padded_sequence(pad_sequence(sequences), lengths, enforce_sorted=enforce_sorted)


def unpack_sequence(packed_sequences: PackedSequence) -> list[Any]:
    """The sequences that were packed."""
    padded, lengths = pad_packed_sequence(packed_sequences, batch_first=True)
    return unpad_sequence(padded, lengths, batch_first=True)
