"""Networks that read one sequence and write another."""

from typing import Any, ClassVar

import torch
from torch import Tensor, nn

from .classification import Classifier
from .recurrent import GRU
from .told_translations import telling

__all__ = [
    'AttentionDecoder',
    'Decoder',
    'Encoder',
    'EncoderDecoder',
    'Seq2Seq',
    'Seq2SeqEncoder',
    'init_seq2seq',
]

_OFFERED_LATE_BY = 'd2l.torch'


class Encoder(nn.Module):
    """The base of what reads a sequence."""

    def forward(self, X: Tensor, *args: Any) -> Any:
        """What is read of `X`; every encoder defines its own.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError


class Decoder(nn.Module):
    """The base of what writes a sequence."""

    def init_state(self, enc_all_outputs: Any, *args: Any) -> Any:
        """The state before the first step, made of what the encoder read.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError

    def forward(self, X: Tensor, state: Any) -> Any:
        """Scores and the next state; every decoder defines its own.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError


class AttentionDecoder(Decoder):
    """The base of decoders that keep what they attended to."""

    @property
    def attention_weights(self) -> Any:
        """The weights of the last steps; every decoder defines its own.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError


class EncoderDecoder(Classifier):
    """An encoder and a decoder that are trained together.

    Args:
        encoder: reads.
        decoder: writes.
    """

    def __init__(self, encoder: Any, decoder: Any) -> None:
        super().__init__()
        self.encoder = encoder
        self.decoder = decoder

    def forward(self, enc_X: Tensor, dec_X: Tensor, *args: Any) -> Any:
        """What the decoder gives for `dec_X` after the encoder has read `enc_X`; its state is left out."""
        state = self.decoder.init_state(self.encoder(enc_X, *args), *args)
        return self.decoder(dec_X, state)[0]

    _ADAPTED: ClassVar = {'predict_step': telling}
    """What is made of methods that subclasses or `add_to_class` put in their places."""

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for name, adapt in cls._ADAPTED.items():
            if name in vars(cls):
                setattr(cls, name, adapt(vars(cls)[name]))

    @telling
    def predict_step(
        self, batch: Any, device: Any, num_steps: int, save_attention_weights: bool = False
    ) -> tuple[Tensor, list[Any]]:
        """Writes the likeliest token step by step.

        Args:
            batch: source, target, valid lengths of the source, and labels; the target's first token begins.
            device: where it is computed.
            num_steps: how many tokens are written.
            save_attention_weights: whether those of each step are kept.

        Returns:
            Indices of shape (n, num_steps), and the kept weights.
        """
        source, target, source_lengths, _ = (part.to(device) for part in batch)
        state = self.decoder.init_state(self.encoder(source, source_lengths), source_lengths)
        written, weights = [target[:, 0].unsqueeze(1)], []
        for _ in range(num_steps):
            scores, state = self.decoder(written[-1], state)
            written.append(scores.argmax(2))
            if save_attention_weights:
                weights.append(self.decoder.attention_weights)
        return torch.cat(written[1:], 1), weights


def init_seq2seq(module: Any) -> None:
    """Xavier's uniform initial weights for linear layers and GRUs; use it with `apply`."""
    if type(module) is nn.Linear:
        nn.init.xavier_uniform_(module.weight)
    if type(module) is nn.GRU:
        for name in module._flat_weights_names:
            if 'weight' in name:
                nn.init.xavier_uniform_(getattr(module, name))


class Seq2SeqEncoder(Encoder):
    """Embeds tokens and reads them with a GRU.

    Args:
        vocab_size: number of tokens.
        embed_size: features of a token.
        num_hiddens: elements of the hidden state.
        num_layers: layers of the GRU.
        dropout: the probability of dropping an element between them.
    """

    def __init__(
        self, vocab_size: int, embed_size: int, num_hiddens: int, num_layers: int, dropout: float = 0
    ) -> None:
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embed_size)
        self.rnn = GRU(embed_size, num_hiddens, num_layers, dropout)
        self.apply(init_seq2seq)

    def forward(self, X: Tensor, *args: Any) -> Any:
        """Indices (n, steps) to outputs (steps, n, num_hiddens) and state (num_layers, n, num_hiddens)."""
        return self.rnn(self.embedding(X.t().type(torch.int64)))


class Seq2Seq(EncoderDecoder):
    """Encoder and decoder with the loss drawn while they are validated, trained by Adam.

    Args:
        encoder: reads.
        decoder: writes.
        tgt_pad: the index that fills targets up.
        lr: the learning rate.
    """

    def __init__(self, encoder: Any, decoder: Any, tgt_pad: int, lr: float) -> None:
        super().__init__(encoder, decoder)
        self.save_hyperparameters()

    def validation_step(self, batch: Any) -> None:
        """Draws the loss of a minibatch."""
        *inputs, labels = batch
        self.plot('loss', self.loss(self(*inputs), labels), train=False)

    def configure_optimizers(self) -> Any:
        """Adam over all parameters."""
        return torch.optim.Adam(self.parameters(), lr=self.lr)
