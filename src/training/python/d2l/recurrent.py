"""Recurrent networks, and language models over them."""

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from .classification import Classifier
from .text import Vocab
from .training import Module

__all__ = ['GRU', 'RNN', 'RNNLM', 'RNNLMScratch', 'RNNScratch']

_OFFERED_LATE_BY = 'd2l.torch'


class RNNScratch(Module):
    """A recurrent layer with tanh, written out.

    Args:
        num_inputs: features of a step.
        num_hiddens: elements of the hidden state.
        sigma: the standard deviation of the initial weights.
    """

    def __init__(self, num_inputs: int, num_hiddens: int, sigma: float = 0.01) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.W_xh = nn.Parameter(torch.randn(num_inputs, num_hiddens) * sigma)
        self.W_hh = nn.Parameter(torch.randn(num_hiddens, num_hiddens) * sigma)
        self.b_h = nn.Parameter(torch.zeros(num_hiddens))

    def forward(self, inputs: Tensor, state: Any = None) -> tuple[list[Tensor], Tensor]:
        """Steps through a sequence.

        Args:
            inputs: of shape (steps, n, num_inputs).
            state: a tuple or list of one tensor (n, num_hiddens); zeros when absent.

        Returns:
            The hidden state after each step, and the last of them.
        """
        if state is None:
            hidden = torch.zeros((inputs.shape[1], self.num_hiddens), device=inputs.device)
        else:
            (hidden,) = state
        outputs = []
        for step in inputs:
            hidden = torch.tanh(torch.matmul(step, self.W_xh) + torch.matmul(hidden, self.W_hh) + self.b_h)
            outputs.append(hidden)
        return outputs, hidden


class RNNLMScratch(Classifier):
    """A language model over a recurrent network, with its output layer written out.

    Args:
        rnn: the network.
        vocab_size: number of tokens.
        lr: the learning rate.
    """

    def __init__(self, rnn: Any, vocab_size: int, lr: float = 0.01) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.init_params()

    def init_params(self) -> None:
        """Makes the weights of the output layer."""
        self.W_hq = nn.Parameter(torch.randn(self.rnn.num_hiddens, self.vocab_size) * self.rnn.sigma)
        self.b_q = nn.Parameter(torch.zeros(self.vocab_size))

    def training_step(self, batch: Any) -> Tensor:
        """The loss of a minibatch; draws its perplexity."""
        return self._measured(batch, train=True)

    def validation_step(self, batch: Any) -> None:
        """Draws the perplexity of a minibatch."""
        self._measured(batch, train=False)

    def _measured(self, batch: Any, train: bool) -> Tensor:
        *inputs, labels = batch
        loss = self.loss(self(*inputs), labels)
        self.plot('ppl', torch.exp(loss), train=train)
        return loss

    def one_hot(self, X: Tensor) -> Tensor:
        """Indices (n, steps) as float32 of shape (steps, n, vocab_size)."""
        return functional.one_hot(X.T, self.vocab_size).type(torch.float32)

    def output_layer(self, rnn_outputs: Any) -> Tensor:
        """Hidden states, one a step, to scores of shape (n, steps, vocab_size)."""
        return torch.stack([torch.matmul(hidden, self.W_hq) + self.b_q for hidden in rnn_outputs], 1)

    def forward(self, X: Tensor, state: Any = None) -> Tensor:
        """Indices (n, steps) to scores of shape (n, steps, vocab_size)."""
        outputs, _ = self.rnn(self.one_hot(X), state)
        return self.output_layer(outputs)

    def predict(self, prefix: str, num_preds: int, vocab: Vocab, device: Any = None) -> str:
        """Continues a text by its likeliest characters.

        Args:
            prefix: how it begins; at least one character.
            num_preds: how many characters are added.
            vocab: the characters.
            device: where it is computed.
        """
        known = [vocab[character] for character in prefix]
        indices, state = known[:1], None
        for step in range(1, len(prefix) + num_preds):
            X = torch.tensor([indices[-1:]], device=device)
            outputs, state = self.rnn(self.one_hot(X), state)
            if step < len(known):
                indices.append(known[step])
            else:
                indices.append(int(self.output_layer(outputs).argmax(axis=2).reshape(1)))
        return ''.join(vocab.idx_to_token[index] for index in indices)


class RNN(Module):
    """A recurrent layer of `torch.nn`.

    Args:
        num_inputs: features of a step.
        num_hiddens: elements of the hidden state.
    """

    def __init__(self, num_inputs: int, num_hiddens: int) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.rnn = nn.RNN(num_inputs, num_hiddens)

    def forward(self, inputs: Tensor, H: Any = None) -> Any:
        """Inputs (steps, n, num_inputs) to outputs (steps, n, num_hiddens) and the last state."""
        return self.rnn(inputs, H)


class RNNLM(RNNLMScratch):
    """A language model over a recurrent network, with an output layer of `torch.nn`."""

    def init_params(self) -> None:
        """Makes the output layer."""
        self.linear = nn.LazyLinear(self.vocab_size)

    def output_layer(self, hiddens: Tensor) -> Tensor:
        """Hidden states (steps, n, num_hiddens) to scores of shape (n, steps, vocab_size)."""
        return self.linear(hiddens).swapaxes(0, 1)


class GRU(RNN):
    """Gated recurrent layers of `torch.nn`.

    Args:
        num_inputs: features of a step.
        num_hiddens: elements of the hidden state.
        num_layers: layers on top of each other.
        dropout: the probability of dropping an element between layers.
    """

    def __init__(self, num_inputs: int, num_hiddens: int, num_layers: int, dropout: float = 0) -> None:
        Module.__init__(self)
        self.save_hyperparameters()
        self.rnn = nn.GRU(num_inputs, num_hiddens, num_layers, dropout=dropout)
