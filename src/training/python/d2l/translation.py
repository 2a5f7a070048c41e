"""Pairs of English and French sentences, and how good a translation is."""

import math
from collections import Counter
from typing import Any

import torch
from matplotlib import pyplot as plt
from torch import Tensor

from .data_files import DATA_URL, download, download_extract, extract
from .first_edition import load_array
from .plotting import set_figsize
from .text import Vocab, truncate_pad, valid_lengths
from .training import DataModule

__all__ = [
    'MTFraEng',
    'bleu',
    'build_array_nmt',
    'load_data_nmt',
    'preprocess_nmt',
    'read_data_nmt',
    'show_list_len_pair_hist',
    'tokenize_nmt',
]

_OFFERED_LATE_BY = 'd2l.torch'

_PUNCTUATION = ',.!?'
PADDING, BEGIN, END = '<pad>', '<bos>', '<eos>'


class MTFraEng(DataModule):
    """English sentences and their French translations, as words.

    Args:
        batch_size: pairs of a minibatch.
        num_steps: tokens of a sentence; longer ones are cut, shorter ones filled up.
        num_train: pairs to train with.
        num_val: pairs to validate with.

    Attributes:
        arrays: source, target, valid lengths of the source, and labels (the target one step later).
        src_vocab: the English tokens.
        tgt_vocab: the French tokens.

    Raises:
        DataFileMissingError: when the file is not there; it says what to do.
    """

    def __init__(self, batch_size: int, num_steps: int = 9, num_train: int = 512, num_val: int = 128) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.arrays, self.src_vocab, self.tgt_vocab = self._build_arrays(self._download())

    def get_dataloader(self, train: bool) -> Any:
        """Minibatches of the four arrays."""
        chosen = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader(self.arrays, train, chosen)

    def build(self, src_sentences: list[str], tgt_sentences: list[str]) -> tuple[Tensor, ...]:
        """The four arrays of other sentences, in the vocabularies that there are."""
        lines = ('\t'.join(pair) for pair in zip(src_sentences, tgt_sentences, strict=False))
        return self._build_arrays('\n'.join(lines), self.src_vocab, self.tgt_vocab)[0]

    def _download(self) -> str:
        file = download(f'{DATA_URL}fra-eng.zip', self.root, '94646ad1522d915e7b0f9296181140edcf86a4f5')
        extract(file)
        with open(f'{self.root}/fra-eng/fra.txt', encoding='utf-8') as text:
            return text.read()

    def _preprocess(self, text: str) -> str:
        return preprocess_nmt(text)

    def _tokenize(
        self, text: str, max_examples: int | None = None
    ) -> tuple[list[list[str]], list[list[str]]]:
        pairs = _pairs(text, max_examples)
        source, target = ([_words(f'{pair[side]} {END}') for pair in pairs] for side in (0, 1))
        return source, target

    def _build_arrays(
        self, raw_text: str, src_vocab: Vocab | None = None, tgt_vocab: Vocab | None = None
    ) -> Any:
        text = self._preprocess(raw_text)
        source, target = self._tokenize(text, self.num_train + self.num_val)
        read, src_vocab, lengths = self._build_array(source, src_vocab, begins=False)
        written, tgt_vocab, _ = self._build_array(target, tgt_vocab, begins=True)
        return (read, written[:, :-1], lengths, written[:, 1:]), src_vocab, tgt_vocab

    def _build_array(self, sentences: list[list[str]], vocab: Vocab | None, begins: bool) -> Any:
        """Indices of shape (sentences, num_steps), one more where sentences have a token that begins them."""
        start = [BEGIN] if begins else []
        rows = [start + truncate_pad(sentence, self.num_steps, PADDING) for sentence in sentences]
        vocabulary = Vocab(rows, min_freq=2) if vocab is None else vocab
        array = torch.tensor(vocabulary[rows])
        return array, vocabulary, valid_lengths(array, vocabulary[PADDING])


def preprocess_nmt(text: str) -> str:
    """Small letters, plain spaces, and a space before each punctuation mark."""
    text = text.replace('\u202f', ' ').replace('\xa0', ' ').lower()
    previous = ' ' + text[:-1]
    return ''.join(
        f' {character}' if character in _PUNCTUATION and before != ' ' else character
        for before, character in zip(previous, text, strict=True)
    )


def _pairs(text: str, max_examples: int | None) -> list[list[str]]:
    """The two sentences of each line; as in the book's package one line more than the most is read."""
    lines = text.split('\n')
    read = lines if not max_examples else lines[: max_examples + 1]
    return [pair for pair in (line.split('\t') for line in read) if len(pair) == 2]


def _words(sentence: str) -> list[str]:
    return [word for word in sentence.split(' ') if word]


def show_list_len_pair_hist(legend: Any, xlabel: str, ylabel: str, xlist: Any, ylist: Any) -> None:
    """Draws how long the elements of two lists are, side by side as a histogram."""
    set_figsize()
    lengths = [[len(element) for element in elements] for elements in (xlist, ylist)]
    _, _, patches = plt.hist(lengths)
    plt.xlabel(xlabel)
    plt.ylabel(ylabel)
    for patch in patches[1].patches:
        patch.set_hatch('/')
    plt.legend(legend)


def bleu(pred_seq: str, label_seq: str, k: int) -> float:
    """How much of a translation is in the right one, from 0 to 1.

    Args:
        pred_seq: the translation, words between single spaces.
        label_seq: the right one.
        k: the length of the longest runs of words that are compared.
    """
    predicted, right = pred_seq.split(' '), label_seq.split(' ')
    score = math.exp(min(0, 1 - len(right) / len(predicted)))
    for length in range(1, min(k, len(predicted)) + 1):
        found = (_runs(predicted, length) & _runs(right, length)).total()
        score *= math.pow(found / (len(predicted) - length + 1), math.pow(0.5, length))
    return score


def _runs(words: list[str], length: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[start : start + length]) for start in range(len(words) - length + 1))


def read_data_nmt() -> str:
    """The English-French sentences as they are in the file.

    Raises:
        DataFileMissingError: when the file is not there; it says what to do.
    """
    with open(f'{download_extract("fra-eng")}/fra.txt', encoding='utf-8') as file:
        return file.read()


def tokenize_nmt(text: str, num_examples: int | None = None) -> tuple[list[list[str]], list[list[str]]]:
    """The words of English and of French sentences, between single spaces."""
    pairs = _pairs(text, num_examples)
    return [pair[0].split(' ') for pair in pairs], [pair[1].split(' ') for pair in pairs]


def build_array_nmt(lines: list[list[str]], vocab: Vocab, num_steps: int) -> tuple[Tensor, Tensor]:
    """Sentences as indices of shape (sentences, num_steps), and how many of each row count."""
    rows = [truncate_pad([*vocab[line], vocab[END]], num_steps, vocab[PADDING]) for line in lines]
    array = torch.tensor(rows)
    return array, valid_lengths(array, vocab[PADDING])


def load_data_nmt(batch_size: int, num_steps: int, num_examples: int = 600) -> tuple[Any, Vocab, Vocab]:
    """Minibatches of sources, their lengths, targets and theirs; and both vocabularies.

    Raises:
        DataFileMissingError: when the file is not there; it says what to do.
    """
    arrays, vocabularies = [], []
    for lines in tokenize_nmt(preprocess_nmt(read_data_nmt()), num_examples):
        vocab = Vocab(lines, min_freq=2, reserved_tokens=[PADDING, BEGIN, END])
        arrays.extend(build_array_nmt(lines, vocab, num_steps))
        vocabularies.append(vocab)
    source_vocab, target_vocab = vocabularies
    return load_array(tuple(arrays), batch_size), source_vocab, target_vocab
