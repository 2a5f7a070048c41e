"""Attention: how queries weigh values by their keys."""

import math
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from .training import Module

__all__ = [
    'AdditiveAttention',
    'DotProductAttention',
    'MultiHeadAttention',
    'PositionalEncoding',
    'masked_softmax',
    'sequence_mask',
]

_OFFERED_LATE_BY = 'd2l.torch'

_MASKED = -1e6
"""The score of what is left out: softmax makes 0 of it."""


def sequence_mask(X: Tensor, valid_len: Tensor, value: Any = 0) -> Tensor:
    """Sets what lies behind each row's valid length, in place, and returns `X`.

    Args:
        X: of shape (n, steps, …).
        valid_len: of shape (n,).
        value: what is set.
    """
    steps = torch.arange(X.size(1), dtype=torch.float32, device=X.device)
    X[~(steps[None, :] < valid_len[:, None])] = value
    return X


def masked_softmax(X: Tensor, valid_lens: Tensor | None) -> Tensor:
    """Softmax along the last dimension, of the valid elements alone.

    Args:
        X: scores of shape (n, queries, keys); masked in place.
        valid_lens: how many keys count: for each of the n, or for each query; None for all of them.
    """
    if valid_lens is None:
        return functional.softmax(X, dim=-1)
    shape = X.shape
    lengths = valid_lens.repeat_interleave(shape[1]) if valid_lens.dim() == 1 else valid_lens.reshape(-1)
    masked = sequence_mask(X.reshape(-1, shape[-1]), lengths, _MASKED)
    return functional.softmax(masked.reshape(shape), dim=-1)


class DotProductAttention(nn.Module):
    """Attention by scaled products of queries and keys.

    Args:
        dropout: the probability of dropping a weight.

    Attributes:
        attention_weights: of the last call, of shape (n, queries, keys).
    """

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, queries: Tensor, keys: Tensor, values: Tensor, valid_lens: Tensor | None = None
    ) -> Tensor:
        """Queries (n, queries, d), keys (n, keys, d) and values (n, keys, v) to shape (n, queries, v)."""
        scores = torch.bmm(queries, keys.transpose(1, 2)) / math.sqrt(queries.shape[-1])
        self.attention_weights = masked_softmax(scores, valid_lens)
        return torch.bmm(self.dropout(self.attention_weights), values)


class AdditiveAttention(nn.Module):
    """Attention by a small network over queries and keys, which may differ in size.

    Args:
        num_hiddens: elements of its hidden layer.
        dropout: the probability of dropping a weight.

    Attributes:
        attention_weights: of the last call, of shape (n, queries, keys).
    """

    def __init__(self, num_hiddens: int, dropout: float, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.W_k = nn.LazyLinear(num_hiddens, bias=False)
        self.W_q = nn.LazyLinear(num_hiddens, bias=False)
        self.w_v = nn.LazyLinear(1, bias=False)
        self.dropout = nn.Dropout(dropout)

    def forward(self, queries: Tensor, keys: Tensor, values: Tensor, valid_lens: Tensor | None) -> Tensor:
        """Queries (n, queries, q), keys (n, keys, k) and values (n, keys, v) to shape (n, queries, v)."""
        asked, offered = self.W_q(queries), self.W_k(keys)
        # Every query with every key: (n, queries, keys, num_hiddens).
        pairs = torch.tanh(asked.unsqueeze(2) + offered.unsqueeze(1))
        self.attention_weights = masked_softmax(self.w_v(pairs).squeeze(-1), valid_lens)
        return torch.bmm(self.dropout(self.attention_weights), values)


class MultiHeadAttention(Module):
    """Several attentions side by side over projections of the same queries, keys and values.

    Args:
        num_hiddens: features of the output, shared out among the heads.
        num_heads: how many.
        dropout: the probability of dropping a weight.
        bias: whether the projections have biases.
    """

    def __init__(
        self, num_hiddens: int, num_heads: int, dropout: float, bias: bool = False, **kwargs: Any
    ) -> None:
        super().__init__()
        self.num_heads = num_heads
        self.attention = DotProductAttention(dropout)
        self.W_q = nn.LazyLinear(num_hiddens, bias=bias)
        self.W_k = nn.LazyLinear(num_hiddens, bias=bias)
        self.W_v = nn.LazyLinear(num_hiddens, bias=bias)
        self.W_o = nn.LazyLinear(num_hiddens, bias=bias)

    def forward(self, queries: Tensor, keys: Tensor, values: Tensor, valid_lens: Tensor | None) -> Tensor:
        """Three tensors of shape (n, steps, features) to shape (n, queries, num_hiddens)."""
        by_head = [
            self.transpose_qkv(project(X))
            for project, X in ((self.W_q, queries), (self.W_k, keys), (self.W_v, values))
        ]
        if valid_lens is not None:
            valid_lens = valid_lens.repeat_interleave(self.num_heads, dim=0)
        return self.W_o(self.transpose_output(self.attention(*by_head, valid_lens)))

    def transpose_qkv(self, X: Tensor) -> Tensor:
        """From (n, steps, num_hiddens) to (n * heads, steps, num_hiddens / heads)."""
        heads = X.reshape(X.shape[0], X.shape[1], self.num_heads, -1).permute(0, 2, 1, 3)
        return heads.reshape(-1, heads.shape[2], heads.shape[3])

    def transpose_output(self, X: Tensor) -> Tensor:
        """From (n * heads, steps, num_hiddens / heads) to (n, steps, num_hiddens)."""
        heads = X.reshape(-1, self.num_heads, X.shape[1], X.shape[2]).permute(0, 2, 1, 3)
        return heads.reshape(heads.shape[0], heads.shape[1], -1)


class PositionalEncoding(nn.Module):
    """Adds sines and cosines of the position to each step.

    Args:
        num_hiddens: features of a step.
        dropout: the probability of dropping an element of the sum.
        max_len: the longest sequence.

    Attributes:
        P: what is added, of shape (1, max_len, num_hiddens).
    """

    def __init__(self, num_hiddens: int, dropout: float, max_len: int = 1000) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.P = torch.zeros((1, max_len, num_hiddens))
        positions = torch.arange(max_len, dtype=torch.float32).reshape(-1, 1)
        exponents = torch.arange(0, num_hiddens, 2, dtype=torch.float32) / num_hiddens
        angles = positions / torch.pow(10000, exponents)
        self.P[:, :, 0::2] = torch.sin(angles)
        self.P[:, :, 1::2] = torch.cos(angles)

    def forward(self, X: Tensor) -> Tensor:
        """X of shape (n, steps, num_hiddens)."""
        return self.dropout(X + self.P[:, : X.shape[1], :].to(X.device))
