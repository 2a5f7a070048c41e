"""Text as numbers: vocabularies, and the book's language model data."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Literal

import torch
from torch import Tensor

from .data_files import DATA_URL, download
from .training import DataModule

__all__ = ['TimeMachine', 'Vocab', 'tokenize', 'truncate_pad']

_OFFERED_LATE_BY = 'd2l.torch'

UNKNOWN = '<unk>'
"""Stands for every token that a vocabulary has not."""


class Vocab:
    """Tokens and their indices, in alphabetical order.

    Args:
        tokens: a list of tokens, or of lists of tokens.
        min_freq: how often a token has to occur to be in it.
        reserved_tokens: those that are in it however often they occur.

    Attributes:
        token_freqs: `(token, count)`, the most frequent first.
        idx_to_token: the tokens by index.
        token_to_idx: the indices by token.
    """

    def __init__(
        self, tokens: Sequence[Any] = (), min_freq: int = 0, reserved_tokens: list[str] | None = None
    ) -> None:
        is_nested = len(tokens) > 0 and isinstance(tokens[0], list)
        flat: Iterable[str] = (token for line in tokens for token in line) if is_nested else tokens
        self.token_freqs: list[tuple[str, int]] = Counter(flat).most_common()
        frequent = {token for token, count in self.token_freqs if count >= min_freq}
        self.idx_to_token: list[str] = sorted(frequent.union(reserved_tokens or [], [UNKNOWN]))
        self.token_to_idx: dict[str, int] = {token: index for index, token in enumerate(self.idx_to_token)}

    def __len__(self) -> int:
        return len(self.idx_to_token)

    def __getitem__(self, tokens: Any) -> Any:
        if isinstance(tokens, list | tuple):
            return [self[token] for token in tokens]
        return self.token_to_idx.get(tokens, self.unk)

    def to_tokens(self, indices: Any) -> Any:
        """The tokens of several indices as a list; of one index its token.

        Raises:
            IndexError: when there is no such index.
        """
        if hasattr(indices, '__len__') and len(indices) > 1:
            return [self.idx_to_token[int(index)] for index in indices]
        return self.idx_to_token[indices]

    @property
    def unk(self) -> int:
        """The index of the token for what is unknown."""
        return self.token_to_idx[UNKNOWN]


class TimeMachine(DataModule):
    """Sequences of characters from Wells' The Time Machine, each with itself one step later.

    Args:
        batch_size: sequences of a minibatch.
        num_steps: tokens of a sequence.
        num_train: sequences to train with.
        num_val: sequences to validate with, those that follow.

    Attributes:
        X: the sequences, int64 of shape (sequences, num_steps).
        Y: the same one step later.
        vocab: the characters.

    Raises:
        DataFileMissingError: when the file is not there; it says what to do.
    """

    def __init__(self, batch_size: int, num_steps: int, num_train: int = 10000, num_val: int = 5000) -> None:
        super().__init__()
        self.save_hyperparameters()
        corpus, self.vocab = self.build(self._download())
        windows = torch.tensor(corpus).unfold(0, num_steps + 1, 1).contiguous()
        self.X, self.Y = windows[:, :-1], windows[:, 1:]

    def build(self, raw_text: str, vocab: Vocab | None = None) -> tuple[list[int], Vocab]:
        """The indices of a text's tokens, in a vocabulary that is made of them unless one is given."""
        tokens = self._tokenize(self._preprocess(raw_text))
        vocabulary = Vocab(tokens) if vocab is None else vocab
        return vocabulary[tokens], vocabulary

    def get_dataloader(self, train: bool) -> Any:
        """Minibatches of (X, Y)."""
        end = self.num_train + self.num_val
        chosen = slice(0, self.num_train) if train else slice(self.num_train, end)
        return self.get_tensorloader([self.X, self.Y], train, chosen)

    def _download(self) -> str:
        url = f'{DATA_URL}timemachine.txt'
        with open(download(url, self.root, '090b5e7e70c295757f55df93cb0a180b9691891a')) as file:
            return file.read()

    def _preprocess(self, text: str) -> str:
        return re.sub('[^A-Za-z]+', ' ', text).lower()

    def _tokenize(self, text: str) -> list[str]:
        return list(text)


def tokenize(lines: list[str], token: Literal['word', 'char'] = 'word') -> list[list[str]]:
    """Each line as a list of its words or of its characters.

    Raises:
        AssertionError: when `token` is neither.
    """
    assert token in ('word', 'char'), f'Unknown token type: {token}'
    return [line.split() if token == 'word' else list(line) for line in lines]


def truncate_pad(line: list[Any], num_steps: int, padding_token: Any) -> list[Any]:
    """A sequence cut to a length, or filled up to it."""
    return line[:num_steps] + [padding_token] * (num_steps - len(line))


def valid_lengths(array: Tensor, padding: int) -> Tensor:
    """How many elements of each row are not padding, int64 of shape (rows,)."""
    return (array != padding).type(torch.int32).sum(1)
