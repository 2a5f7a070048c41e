"""The transformer's encoder."""

import math
from typing import Any

from torch import Tensor, nn

from .attention import MultiHeadAttention, PositionalEncoding
from .encoder_decoder import Encoder

__all__ = ['AddNorm', 'PositionWiseFFN', 'TransformerEncoder', 'TransformerEncoderBlock']

_OFFERED_LATE_BY = 'd2l.torch'


class PositionWiseFFN(nn.Module):
    """The same two linear layers for every position.

    Args:
        ffn_num_hiddens: elements of the hidden layer.
        ffn_num_outputs: features of the output.
    """

    def __init__(self, ffn_num_hiddens: int, ffn_num_outputs: int) -> None:
        super().__init__()
        self.dense1 = nn.LazyLinear(ffn_num_hiddens)
        self.relu = nn.ReLU()
        self.dense2 = nn.LazyLinear(ffn_num_outputs)

    def forward(self, X: Tensor) -> Tensor:
        """X of shape (…, features) to shape (…, ffn_num_outputs)."""
        return self.dense2(self.relu(self.dense1(X)))


class AddNorm(nn.Module):
    """A residual connection, then layer normalization.

    Args:
        norm_shape: the last dimensions, over which is normalized.
        dropout: the probability of dropping an element of what is added.
    """

    def __init__(self, norm_shape: Any, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.ln = nn.LayerNorm(norm_shape)

    def forward(self, X: Tensor, Y: Tensor) -> Tensor:
        """X and Y of one shape."""
        return self.ln(self.dropout(Y) + X)


class TransformerEncoderBlock(nn.Module):
    """Self-attention and a network for every position, each with a residual connection.

    Args:
        num_hiddens: features of a step.
        ffn_num_hiddens: elements of the network's hidden layer.
        num_heads: of the attention.
        dropout: the probability of dropping an element.
        use_bias: whether the attention's projections have biases.
    """

    def __init__(
        self, num_hiddens: int, ffn_num_hiddens: int, num_heads: int, dropout: float, use_bias: bool = False
    ) -> None:
        super().__init__()
        self.attention = MultiHeadAttention(num_hiddens, num_heads, dropout, use_bias)
        self.addnorm1 = AddNorm(num_hiddens, dropout)
        self.ffn = PositionWiseFFN(ffn_num_hiddens, num_hiddens)
        self.addnorm2 = AddNorm(num_hiddens, dropout)

    def forward(self, X: Tensor, valid_lens: Tensor | None) -> Tensor:
        """X of shape (n, steps, num_hiddens)."""
        attended = self.addnorm1(X, self.attention(X, X, X, valid_lens))
        return self.addnorm2(attended, self.ffn(attended))


class TransformerEncoder(Encoder):
    """Embeds tokens with their positions and passes them through blocks.

    Args:
        vocab_size: number of tokens.
        num_hiddens: features of a step.
        ffn_num_hiddens: elements of the networks' hidden layers.
        num_heads: of each attention.
        num_blks: number of blocks.
        dropout: the probability of dropping an element.
        use_bias: whether the attentions' projections have biases.

    Attributes:
        attention_weights: of the last call, block by block.
    """

    def __init__(
        self,
        vocab_size: int,
        num_hiddens: int,
        ffn_num_hiddens: int,
        num_heads: int,
        num_blks: int,
        dropout: float,
        use_bias: bool = False,
    ) -> None:
        super().__init__()
        self.num_hiddens = num_hiddens
        self.embedding = nn.Embedding(vocab_size, num_hiddens)
        self.pos_encoding = PositionalEncoding(num_hiddens, dropout)
        self.blks = nn.Sequential()
        for number in range(num_blks):
            block = TransformerEncoderBlock(num_hiddens, ffn_num_hiddens, num_heads, dropout, use_bias)
            self.blks.add_module(f'block{number}', block)

    def forward(self, X: Tensor, valid_lens: Tensor | None) -> Tensor:
        """Indices (n, steps) to shape (n, steps, num_hiddens)."""
        # Embeddings are made as large as the encoding of the positions, which lies between -1 and 1.
        X = self.pos_encoding(self.embedding(X) * math.sqrt(self.num_hiddens))
        self.attention_weights = []
        for block in self.blks:
            X = block(X, valid_lens)
            self.attention_weights.append(block.attention.attention.attention_weights)
        return X
