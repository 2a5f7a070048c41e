"""What a text says: whether a review is good, and whether one sentence follows from another."""

import os
import re
from typing import Any

import torch
from torch import Tensor
from torch.utils import data

from .data_files import download_extract
from .devices import try_gpu
from .first_edition import get_dataloader_workers, load_array
from .text import Vocab, tokenize, truncate_pad

__all__ = [
    'SNLIDataset',
    'load_data_imdb',
    'load_data_snli',
    'predict_sentiment',
    'predict_snli',
    'read_imdb',
    'read_snli',
]

_OFFERED_LATE_BY = 'd2l.torch'

_PADDING = '<pad>'
_RELATIONS = ('entailment', 'contradiction', 'neutral')
"""The classes of SNLI by index."""


def read_imdb(data_dir: str, is_train: bool) -> tuple[list[str], list[int]]:
    """Reviews and whether they are good, 1 or 0; the good ones first.

    Raises:
        FileNotFoundError: when the folder is not there.
    """
    reviews: list[str] = []
    labels: list[int] = []
    for label, kind in ((1, 'pos'), (0, 'neg')):
        folder = os.path.join(data_dir, 'train' if is_train else 'test', kind)
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), 'rb') as file:
                reviews.append(file.read().decode('utf-8').replace('\n', ''))
            labels.append(label)
    return reviews, labels


def load_data_imdb(batch_size: int, num_steps: int = 500) -> tuple[Any, Any, Vocab]:
    """Minibatches to train and to test with, and the vocabulary.

    Raises:
        DataFileMissingError: when the file is not there; it says what to do.
    """
    folder = download_extract('aclImdb', 'aclImdb')
    (train, train_labels), (test, test_labels) = (read_imdb(folder, is_train) for is_train in (True, False))
    train_tokens = tokenize(train, token='word')
    vocab = Vocab(train_tokens, min_freq=5)

    def loader(lines: list[list[str]], labels: list[int], is_train: bool) -> Any:
        features = torch.tensor([truncate_pad(vocab[line], num_steps, vocab[_PADDING]) for line in lines])
        return load_array((features, torch.tensor(labels)), batch_size, is_train=is_train)

    train_iter = loader(train_tokens, train_labels, True)
    return train_iter, loader(tokenize(test, token='word'), test_labels, False), vocab


def predict_sentiment(net: Any, vocab: Vocab, sequence: str) -> str:
    """`positive` or `negative`."""
    indices = torch.tensor(vocab[sequence.split()], device=try_gpu())
    label = torch.argmax(net(indices.reshape(1, -1)), dim=1)
    return 'positive' if label == 1 else 'negative'


def read_snli(data_dir: str, is_train: bool) -> tuple[list[str], list[str], list[int]]:
    """Premises, hypotheses and how they relate: 0 follows, 1 contradicts, 2 neither."""
    name = 'snli_1.0_train.txt' if is_train else 'snli_1.0_test.txt'
    with open(os.path.join(data_dir, name)) as file:
        rows = [line.split('\t') for line in file.readlines()[1:]]
    # Pairs that people did not agree on have no class.
    rows = [row for row in rows if row[0] in _RELATIONS]
    premises, hypotheses = ([_without_parse(row[column]) for row in rows] for column in (1, 2))
    return premises, hypotheses, [_RELATIONS.index(row[0]) for row in rows]


def _without_parse(text: str) -> str:
    """The words of a sentence whose parse is written with brackets."""
    return re.sub(r'\s{2,}', ' ', re.sub(r'[()]', '', text)).strip()


class SNLIDataset(data.Dataset):
    """Premises and hypotheses as indices, with their classes.

    Args:
        dataset: what `read_snli` gives.
        num_steps: tokens of a sentence; longer ones are cut, shorter ones filled up.
        vocab: made of the sentences when absent.
    """

    def __init__(self, dataset: Any, num_steps: int, vocab: Vocab | None = None) -> None:
        self.num_steps = num_steps
        premises, hypotheses = tokenize(dataset[0]), tokenize(dataset[1])
        reserved = [_PADDING]
        self.vocab = (
            Vocab(premises + hypotheses, min_freq=5, reserved_tokens=reserved) if vocab is None else vocab
        )
        self.premises = self._pad(premises)
        self.hypotheses = self._pad(hypotheses)
        self.labels = torch.tensor(dataset[2])
        print(f'read {len(self.premises)} examples')

    def _pad(self, lines: list[list[str]]) -> Tensor:
        return torch.tensor(
            [truncate_pad(self.vocab[line], self.num_steps, self.vocab[_PADDING]) for line in lines]
        )

    def __getitem__(self, idx: int) -> tuple[tuple[Tensor, Tensor], Tensor]:
        return (self.premises[idx], self.hypotheses[idx]), self.labels[idx]

    def __len__(self) -> int:
        return len(self.premises)


def load_data_snli(batch_size: int, num_steps: int = 50) -> tuple[Any, Any, Vocab]:
    """Minibatches to train and to test with, and the vocabulary.

    Raises:
        DataFileMissingError: when the file is not there; it says what to do.
    """
    workers = get_dataloader_workers()
    folder = download_extract('SNLI')
    train = SNLIDataset(read_snli(folder, True), num_steps)
    test = SNLIDataset(read_snli(folder, False), num_steps, train.vocab)
    train_iter = data.DataLoader(train, batch_size, shuffle=True, num_workers=workers)
    return train_iter, data.DataLoader(test, batch_size, shuffle=False, num_workers=workers), train.vocab


def predict_snli(net: Any, vocab: Vocab, premise: list[str], hypothesis: list[str]) -> str:
    """How a hypothesis relates to a premise, both lists of words."""
    net.eval()
    pair = [torch.tensor(vocab[words], device=try_gpu()).reshape((1, -1)) for words in (premise, hypothesis)]
    return _RELATIONS[int(torch.argmax(net(pair), dim=1))]
