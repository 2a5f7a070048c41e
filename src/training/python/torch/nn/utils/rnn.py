"""torch.nn.utils.rnn: sequences of several lengths in one tensor."""

from collections.abc import Sequence
from typing import Any

from ..._operations import full
from ..._tensor import Tensor

__all__ = ['pad_sequence', 'unpad_sequence']


def pad_sequence(
    sequences: Sequence[Tensor],
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


def __getattr__(name: str) -> Tensor:
    if name in ('PackedSequence', 'pack_padded_sequence', 'pad_packed_sequence', 'pack_sequence'):
        raise AttributeError(
            f'D2L Exercises does not support torch.nn.utils.rnn.{name} yet: use pad_sequence and read the '
            'output at the last step of each sequence'
        )
    raise AttributeError(f"module 'torch.nn.utils.rnn' has no attribute '{name}'")
