"""BERT: the network, and the data that it is pretrained with."""

import random
from itertools import pairwise
from typing import Any

import torch
from torch import Tensor, nn
from torch.utils import data

from .data_files import download_extract
from .first_edition import get_dataloader_workers
from .text import Vocab, tokenize, truncate_pad
from .transformer import TransformerEncoderBlock

__all__ = [
    'BERTEncoder',
    'BERTModel',
    'MaskLM',
    'NextSentencePred',
    '_WikiTextDataset',
    '_get_batch_loss_bert',
    '_get_mlm_data_from_tokens',
    '_get_next_sentence',
    '_get_nsp_data_from_paragraph',
    '_pad_bert_inputs',
    '_read_wiki',
    '_replace_mlm_tokens',
    'get_tokens_and_segments',
    'load_data_wiki',
]

_OFFERED_LATE_BY = 'd2l.torch'

_BEGIN, _SEPARATOR, _MASK, _PADDING = '<cls>', '<sep>', '<mask>', '<pad>'
_MASKED_PART = 0.15
"""The part of the tokens that is to be predicted."""


def get_tokens_and_segments(
    tokens_a: list[str], tokens_b: list[str] | None = None
) -> tuple[list[str], list[int]]:
    """One or two sentences as BERT reads them, and to which of them each token belongs."""
    tokens = [_BEGIN, *tokens_a, _SEPARATOR]
    segments = [0] * len(tokens)
    if tokens_b is not None:
        tokens += [*tokens_b, _SEPARATOR]
        segments += [1] * (len(tokens_b) + 1)
    return tokens, segments


class BERTEncoder(nn.Module):
    """Embeds tokens, segments and positions, and passes their sum through the transformer's blocks.

    Args:
        vocab_size: number of tokens.
        num_hiddens: features of a step.
        ffn_num_hiddens: elements of the networks' hidden layers.
        num_heads: of each attention.
        num_blks: number of blocks.
        dropout: the probability of dropping an element.
        max_len: the longest sequence.
    """

    def __init__(
        self,
        vocab_size: int,
        num_hiddens: int,
        ffn_num_hiddens: int,
        num_heads: int,
        num_blks: int,
        dropout: float,
        max_len: int = 1000,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.token_embedding = nn.Embedding(vocab_size, num_hiddens)
        self.segment_embedding = nn.Embedding(2, num_hiddens)
        self.blks = nn.Sequential()
        for number in range(num_blks):
            block = TransformerEncoderBlock(num_hiddens, ffn_num_hiddens, num_heads, dropout, True)
            self.blks.add_module(f'{number}', block)
        self.pos_embedding = nn.Parameter(torch.randn(1, max_len, num_hiddens))

    def forward(self, tokens: Tensor, segments: Tensor, valid_lens: Tensor | None) -> Tensor:
        """Tokens and segments (n, steps) to shape (n, steps, num_hiddens)."""
        X = self.token_embedding(tokens) + self.segment_embedding(segments)
        X = X + self.pos_embedding[:, : X.shape[1], :]
        for block in self.blks:
            X = block(X, valid_lens)
        return X


class MaskLM(nn.Module):
    """Predicts masked tokens.

    Args:
        vocab_size: number of tokens.
        num_hiddens: elements of the hidden layer.
    """

    def __init__(self, vocab_size: int, num_hiddens: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        layers = (nn.LazyLinear(num_hiddens), nn.ReLU(), nn.LayerNorm(num_hiddens), nn.LazyLinear(vocab_size))
        self.mlp = nn.Sequential(*layers)

    def forward(self, X: Tensor, pred_positions: Tensor) -> Tensor:
        """Steps (n, steps, features) and positions (n, masked) to scores (n, masked, vocab_size)."""
        count, masked = X.shape[0], pred_positions.shape[1]
        rows = torch.arange(0, count).repeat_interleave(masked)
        chosen = X[rows, pred_positions.reshape(-1)]
        return self.mlp(chosen.reshape((count, masked, -1)))


class NextSentencePred(nn.Module):
    """Predicts whether the second sentence follows the first."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.output = nn.LazyLinear(2)

    def forward(self, X: Tensor) -> Tensor:
        """X of shape (n, features) to scores (n, 2)."""
        return self.output(X)


class BERTModel(nn.Module):
    """BERT with both of its tasks; the arguments are those of `BERTEncoder`."""

    def __init__(
        self,
        vocab_size: int,
        num_hiddens: int,
        ffn_num_hiddens: int,
        num_heads: int,
        num_blks: int,
        dropout: float,
        max_len: int = 1000,
    ) -> None:
        super().__init__()
        sizes = (vocab_size, num_hiddens, ffn_num_hiddens, num_heads, num_blks)
        self.encoder = BERTEncoder(*sizes, dropout, max_len=max_len)
        self.hidden = nn.Sequential(nn.LazyLinear(num_hiddens), nn.Tanh())
        self.mlm = MaskLM(vocab_size, num_hiddens)
        self.nsp = NextSentencePred()

    def forward(
        self,
        tokens: Tensor,
        segments: Tensor,
        valid_lens: Tensor | None = None,
        pred_positions: Tensor | None = None,
    ) -> tuple[Tensor, Tensor | None, Tensor]:
        """Encoded steps, scores of masked tokens (None without positions), scores of the sentences."""
        encoded = self.encoder(tokens, segments, valid_lens)
        masked = None if pred_positions is None else self.mlm(encoded, pred_positions)
        # The first token stands for the whole.
        return encoded, masked, self.nsp(self.hidden(encoded[:, 0, :]))


def _read_wiki(data_dir: str) -> list[list[str]]:
    """The sentences of paragraphs that have at least two, paragraphs in random order."""
    with open(f'{data_dir}/wiki.train.tokens') as file:
        lines = [line for line in file if len(line.split(' . ')) >= 2]
    paragraphs = [line.strip().lower().split(' . ') for line in lines]
    random.shuffle(paragraphs)
    return paragraphs


def _get_next_sentence(sentence: Any, next_sentence: Any, paragraphs: list[Any]) -> tuple[Any, Any, bool]:
    """The sentence that follows, or as often a random one; and which it is."""
    if random.random() < 0.5:
        return sentence, next_sentence, True
    return sentence, random.choice(random.choice(paragraphs)), False


def _get_nsp_data_from_paragraph(
    paragraph: list[Any], paragraphs: list[Any], vocab: Any, max_len: int
) -> list[Any]:
    """Tokens, segments and whether the second sentence follows, of pairs that are not too long."""
    examples = []
    for sentence, following in pairwise(paragraph):
        first, second, is_next = _get_next_sentence(sentence, following, paragraphs)
        tokens, segments = get_tokens_and_segments(first, second)
        if len(tokens) <= max_len:
            examples.append((tokens, segments, is_next))
    return examples


def _replace_mlm_tokens(
    tokens: list[str], candidate_pred_positions: list[int], num_mlm_preds: int, vocab: Vocab
) -> tuple[list[str], list[tuple[int, str]]]:
    """Masks tokens at random positions; 1 in 10 of these stays, 1 in 10 becomes another token.

    Returns:
        The tokens, and which position had which.
    """
    masked = list(tokens)
    random.shuffle(candidate_pred_positions)
    chosen = candidate_pred_positions[:num_mlm_preds]
    for position in chosen:
        if random.random() < 0.8:
            masked[position] = _MASK
        elif random.random() >= 0.5:
            masked[position] = random.choice(vocab.idx_to_token)
    return masked, [(position, tokens[position]) for position in chosen]


def _get_mlm_data_from_tokens(tokens: list[str], vocab: Vocab) -> tuple[list[int], list[int], list[int]]:
    """The indices with some masked, the positions of these in order, and what is right there."""
    positions = [place for place, token in enumerate(tokens) if token not in (_BEGIN, _SEPARATOR)]
    wanted = max(1, round(len(tokens) * _MASKED_PART))
    masked, predicted = _replace_mlm_tokens(tokens, positions, wanted, vocab)
    predicted.sort(key=lambda pair: pair[0])
    return vocab[masked], [place for place, _ in predicted], vocab[[token for _, token in predicted]]


def _pad_bert_inputs(examples: list[Any], max_len: int, vocab: Vocab) -> tuple[list[Tensor], ...]:
    """By example: tokens, segments, valid length, masked positions, their weights and labels, is next."""
    most = round(max_len * _MASKED_PART)
    columns: tuple[list[Tensor], ...] = tuple([] for _ in range(7))
    for tokens, positions, labels, segments, is_next in examples:
        row = (
            torch.tensor(truncate_pad(tokens, max_len, vocab[_PADDING]), dtype=torch.long),
            torch.tensor(truncate_pad(segments, max_len, 0), dtype=torch.long),
            torch.tensor(len(tokens), dtype=torch.float32),
            torch.tensor(positions + [0] * (most - len(positions)), dtype=torch.long),
            torch.tensor([1.0] * len(labels) + [0.0] * (most - len(positions)), dtype=torch.float32),
            torch.tensor(labels + [0] * (most - len(labels)), dtype=torch.long),
            torch.tensor(is_next, dtype=torch.long),
        )
        for column, value in zip(columns, row, strict=True):
            column.append(value)
    return columns


class _WikiTextDataset(data.Dataset):
    """Pairs of sentences with masked tokens.

    Args:
        paragraphs: sentences of each.
        max_len: the most tokens of a pair.
    """

    def __init__(self, paragraphs: list[list[str]], max_len: int) -> None:
        words = [tokenize(paragraph, token='word') for paragraph in paragraphs]
        sentences = [sentence for paragraph in words for sentence in paragraph]
        reserved = [_PADDING, _MASK, _BEGIN, _SEPARATOR]
        self.vocab = Vocab(sentences, min_freq=5, reserved_tokens=reserved)
        pairs = [
            pair
            for paragraph in words
            for pair in _get_nsp_data_from_paragraph(paragraph, words, self.vocab, max_len)
        ]
        examples = [
            (*_get_mlm_data_from_tokens(tokens, self.vocab), segments, is_next)
            for tokens, segments, is_next in pairs
        ]
        columns = _pad_bert_inputs(examples, max_len, self.vocab)
        self.all_token_ids, self.all_segments, self.valid_lens, self.all_pred_positions, *rest = columns
        self.all_mlm_weights, self.all_mlm_labels, self.nsp_labels = rest
        self._columns = columns

    def __getitem__(self, idx: int) -> tuple[Tensor, ...]:
        return tuple(column[idx] for column in self._columns)

    def __len__(self) -> int:
        return len(self.all_token_ids)


def load_data_wiki(batch_size: int, max_len: int) -> tuple[Any, Vocab]:
    """Minibatches of WikiText-2 for both of BERT's tasks, and the vocabulary.

    Raises:
        DataFileMissingError: when the file is not there; it says what to do.
    """
    paragraphs = _read_wiki(download_extract('wikitext-2', 'wikitext-2'))
    dataset = _WikiTextDataset(paragraphs, max_len)
    workers = get_dataloader_workers()
    return data.DataLoader(dataset, batch_size, shuffle=True, num_workers=workers), dataset.vocab


def _get_batch_loss_bert(
    net: Any,
    loss: Any,
    vocab_size: int,
    tokens_X: Tensor,
    segments_X: Tensor,
    valid_lens_x: Tensor,
    pred_positions_X: Tensor,
    mlm_weights_X: Tensor,
    mlm_Y: Tensor,
    nsp_y: Tensor,
) -> tuple[Tensor, Tensor, Tensor]:
    """The losses of masked tokens and of sentences, and their sum."""
    _, token_scores, sentence_scores = net(tokens_X, segments_X, valid_lens_x.reshape(-1), pred_positions_X)
    losses = loss(token_scores.reshape(-1, vocab_size), mlm_Y.reshape(-1)) * mlm_weights_X.reshape(-1, 1)
    of_tokens = losses.sum() / (mlm_weights_X.sum() + 1e-8)
    of_sentences = loss(sentence_scores, nsp_y)
    return of_tokens, of_sentences, of_tokens + of_sentences
