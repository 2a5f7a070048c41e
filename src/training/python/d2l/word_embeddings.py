"""Words as vectors: pretrained ones, and the data that skip-gram learns them from."""

import math
import random
from collections import Counter
from typing import Any

import torch
from torch import Tensor
from torch.utils import data

from .data_files import download_extract
from .first_edition import get_dataloader_workers
from .text import UNKNOWN, Vocab

__all__ = [
    'RandomGenerator',
    'TokenEmbedding',
    'batchify',
    'get_centers_and_contexts',
    'get_negatives',
    'load_data_ptb',
    'read_ptb',
    'subsample',
]

_OFFERED_LATE_BY = 'd2l.torch'


class TokenEmbedding:
    """Pretrained vectors of tokens.

    Args:
        embedding_name: of the data set, `glove.6b.50d` for one.

    Attributes:
        idx_to_token: the tokens by index; the first stands for what is unknown.
        idx_to_vec: their vectors, float32 of shape (tokens, features); zeros for what is unknown.
        token_to_idx: the indices by token.

    Raises:
        DataFileMissingError: when the file is not there; it says what to do.
    """

    def __init__(self, embedding_name: str) -> None:
        self.idx_to_token, self.idx_to_vec = self._load_embedding(embedding_name)
        self.unknown_idx = 0
        self.token_to_idx = {token: index for index, token in enumerate(self.idx_to_token)}

    def __getitem__(self, tokens: list[str]) -> Tensor:
        indices = [self.token_to_idx.get(token, self.unknown_idx) for token in tokens]
        return self.idx_to_vec[torch.tensor(indices)]

    def __len__(self) -> int:
        return len(self.idx_to_token)

    def _load_embedding(self, embedding_name: str) -> tuple[list[str], Tensor]:
        tokens: list[str] = [UNKNOWN]
        vectors: list[list[float]] = []
        with open(f'{download_extract(embedding_name)}/vec.txt') as file:
            for line in file:
                token, *numbers = line.rstrip().split(' ')
                # fastText's files begin with their sizes.
                if len(numbers) > 1:
                    tokens.append(token)
                    vectors.append([float(number) for number in numbers])
        return tokens, torch.tensor([[0.0] * len(vectors[0]), *vectors])


def read_ptb() -> list[list[str]]:
    """The words of each line of the Penn Treebank's training set.

    Raises:
        DataFileMissingError: when the file is not there; it says what to do.
    """
    with open(f'{download_extract("ptb")}/ptb.train.txt') as file:
        return [line.split() for line in file.read().split('\n')]


def subsample(sentences: list[list[str]], vocab: Vocab) -> tuple[list[list[str]], Counter[str]]:
    """Drops unknown words, and frequent ones at random: the more often the more frequent.

    Returns:
        The sentences, and how often each known word occurred before.
    """
    known = [[token for token in line if vocab[token] != vocab.unk] for line in sentences]
    counter = Counter(token for line in known for token in line)
    total = sum(counter.values())

    def stays(token: str) -> bool:
        return random.uniform(0, 1) < math.sqrt(1e-4 / counter[token] * total)

    return [[token for token in line if stays(token)] for line in known], counter


def get_centers_and_contexts(
    corpus: list[list[Any]], max_window_size: int
) -> tuple[list[Any], list[list[Any]]]:
    """Every word of sentences of two words or more, and the words around it in a window of random size."""
    centers: list[Any] = []
    contexts: list[list[Any]] = []
    for line in corpus:
        if len(line) < 2:
            continue
        centers.extend(line)
        for place in range(len(line)):
            size = random.randint(1, max_window_size)
            contexts.append(line[max(0, place - size) : place] + line[place + 1 : place + 1 + size])
    return centers, contexts


class RandomGenerator:
    """Draws from 1, …, n with the given weights.

    Args:
        sampling_weights: n of them.
    """

    _AT_ONCE = 10000

    def __init__(self, sampling_weights: list[float]) -> None:
        self.population = list(range(1, len(sampling_weights) + 1))
        self.sampling_weights = sampling_weights
        self.candidates: list[int] = []
        self.i = 0

    def draw(self) -> int:
        """The next number."""
        if self.i == len(self.candidates):
            self.candidates = random.choices(self.population, self.sampling_weights, k=self._AT_ONCE)
            self.i = 0
        self.i += 1
        return self.candidates[self.i - 1]


def get_negatives(all_contexts: list[list[int]], vocab: Vocab, counter: Any, K: int) -> list[list[int]]:
    """Noise words for each context, K for every word of it, none of them in it."""
    weights = [counter[vocab.to_tokens(index)] ** 0.75 for index in range(1, len(vocab))]
    generator = RandomGenerator(weights)
    found = []
    for contexts in all_contexts:
        negatives: list[int] = []
        while len(negatives) < len(contexts) * K:
            noise = generator.draw()
            if noise not in contexts:
                negatives.append(noise)
        found.append(negatives)
    return found


def batchify(data: list[tuple[int, list[int], list[int]]]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """A minibatch of skip-gram with negative sampling.

    Args:
        data: centre, context and noise words of each example.

    Returns:
        Centres (n, 1); context and noise words (n, longest); which of these count; which are context.
    """
    longest = max(len(context) + len(negatives) for _, context, negatives in data)
    words, masks, labels = [], [], []
    for _, context, negatives in data:
        length = len(context) + len(negatives)
        words.append(context + negatives + [0] * (longest - length))
        masks.append([1] * length + [0] * (longest - length))
        labels.append([1] * len(context) + [0] * (longest - len(context)))
    centers = torch.tensor([center for center, _, _ in data]).reshape((-1, 1))
    return centers, torch.tensor(words), torch.tensor(masks), torch.tensor(labels)


class _SkipGrams(data.Dataset):
    def __init__(self, centers: list[int], contexts: list[list[int]], negatives: list[list[int]]) -> None:
        self.centers = centers
        self.contexts = contexts
        self.negatives = negatives

    def __getitem__(self, index: int) -> tuple[int, list[int], list[int]]:
        return self.centers[index], self.contexts[index], self.negatives[index]

    def __len__(self) -> int:
        return len(self.centers)


def load_data_ptb(batch_size: int, max_window_size: int, num_noise_words: int) -> tuple[Any, Vocab]:
    """Minibatches of the Penn Treebank's words as `batchify` makes them, and the vocabulary.

    Raises:
        DataFileMissingError: when the file is not there; it says what to do.
    """
    sentences = read_ptb()
    vocab = Vocab(sentences, min_freq=10)
    subsampled, counter = subsample(sentences, vocab)
    centers, contexts = get_centers_and_contexts([vocab[line] for line in subsampled], max_window_size)
    dataset = _SkipGrams(centers, contexts, get_negatives(contexts, vocab, counter, num_noise_words))
    loader = data.DataLoader(
        dataset, batch_size, shuffle=True, collate_fn=batchify, num_workers=get_dataloader_workers()
    )
    return loader, vocab
