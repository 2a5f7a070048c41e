"""One training step of deep networks on made-up data: prints `network ms`, the loss read.

The bench may set `ONLY` to the name of one network.
"""

import math
import time
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

SetUp = tuple[Any, Tensor, Tensor, float]
"""A network, inputs, classes, and a learning rate."""


def lenet(norms: bool = False) -> SetUp:
    """LeNet on 128 pictures, with batch normalization or without."""

    def norm(size: int, images: bool = True) -> list[Any]:
        if not norms:
            return []
        return [nn.BatchNorm2d(size) if images else nn.BatchNorm1d(size)]

    layers = [nn.Conv2d(1, 6, 5, padding=2), *norm(6), nn.Sigmoid(), nn.AvgPool2d(2)]
    layers += [nn.Conv2d(6, 16, 5), *norm(16), nn.Sigmoid(), nn.AvgPool2d(2), nn.Flatten()]
    layers += [nn.Linear(400, 120), *norm(120, False), nn.Sigmoid()]
    layers += [nn.Linear(120, 84), *norm(84, False), nn.Sigmoid(), nn.Linear(84, 10)]
    return nn.Sequential(*layers), torch.rand(128, 1, 28, 28), torch.randint(0, 10, (128,)), 0.1


class Residual(nn.Module):
    """Two convolutions beside a shortcut."""

    def __init__(self, before: int, channels: int, stride: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(before, channels, 3, padding=1, stride=stride)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        self.norms = nn.ModuleList([nn.BatchNorm2d(channels), nn.BatchNorm2d(channels)])
        self.aside = nn.Conv2d(before, channels, 1, stride=stride) if stride > 1 else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        y = self.norms[1](self.second(functional.relu(self.norms[0](self.first(x)))))
        return functional.relu(y + self.aside(x))


def resnet(channels: tuple[int, ...], size: int, batch: int) -> SetUp:
    """A ResNet of two blocks for each number of channels."""
    layers = [nn.Conv2d(1, channels[0], 7, stride=2, padding=3), nn.BatchNorm2d(channels[0]), nn.ReLU()]
    layers.append(nn.MaxPool2d(3, 2, 1))
    before = channels[0]
    for count in channels:
        layers += [Residual(before, count, 1 if count == before else 2), Residual(count, count, 1)]
        before = count
    layers += [nn.AdaptiveAvgPool2d((1, 1)), nn.Flatten(), nn.Linear(before, 10)]
    return nn.Sequential(*layers), torch.rand(batch, 1, size, size), torch.randint(0, 10, (batch,)), 0.01


class LanguageModel(nn.Module):
    """A recurrent layer over 28 tokens, and scores of the next."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.recurrent = getattr(nn, kind)(28, 32)
        self.output = nn.Linear(32, 28)

    def forward(self, tokens: Tensor) -> Tensor:
        states, _ = self.recurrent(functional.one_hot(tokens.T, 28).float())
        return self.output(states).swapaxes(0, 1)


def language_model(kind: str) -> SetUp:
    """1024 sequences of 32 steps."""
    tokens, targets = torch.randint(0, 28, (1024, 32)), torch.randint(0, 28, (1024, 32))
    return RecurrentByHand() if kind == 'by hand' else LanguageModel(kind), tokens, targets, 1.0


class RecurrentByHand(nn.Module):
    """The language model with the recurrence written out."""

    def __init__(self) -> None:
        super().__init__()
        sizes = [(28, 32), (32, 32), (32,), (32, 28), (28,)]
        self.weights = nn.ParameterList([nn.Parameter(torch.randn(size) * 0.01) for size in sizes])

    def forward(self, tokens: Tensor) -> Tensor:
        inward, onward, bias, outward, shift = self.weights
        state, scores = torch.zeros(len(tokens), 32), []
        for x in functional.one_hot(tokens.T, 28).float():
            state = torch.tanh(x @ inward + state @ onward + bias)
            scores.append(state @ outward + shift)
        return torch.stack(scores, 1)


class Attention(nn.Module):
    """Attention of several heads, written out as in the book."""

    def __init__(self, size: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.maps = nn.ModuleList([nn.Linear(size, size, bias=False) for _ in range(4)])

    def split(self, x: Tensor) -> Tensor:
        """From (n, steps, size) to (n * heads, steps, size / heads)."""
        return x.reshape(*x.shape[:2], self.heads, -1).permute(0, 2, 1, 3).flatten(0, 1)

    def forward(self, x: Tensor) -> Tensor:
        queries, keys, values = (self.split(self.maps[i](x)) for i in range(3))
        scores = torch.bmm(queries, keys.transpose(1, 2)) / math.sqrt(queries.shape[-1])
        found = torch.bmm(functional.softmax(scores, dim=-1), values)
        joined = found.reshape(-1, self.heads, *found.shape[1:]).permute(0, 2, 1, 3).flatten(2)
        return self.maps[3](joined)


class Block(nn.Module):
    """A block of the transformer."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.attention = Attention(size, 4)
        self.forwards = nn.Sequential(nn.Linear(size, 64), nn.ReLU(), nn.Linear(64, size))
        self.norms = nn.ModuleList([nn.LayerNorm(size), nn.LayerNorm(size)])
        self.dropout = nn.Dropout(0.2)

    def forward(self, x: Tensor) -> Tensor:
        x = self.norms[0](x + self.dropout(self.attention(x)))
        return self.norms[1](x + self.dropout(self.forwards(x)))


def attention() -> SetUp:
    """Attention of 4 heads over 64 sequences of 32 steps with 256 features."""
    return Attention(256, 4), torch.rand(64, 32, 256), torch.randint(0, 256, (64, 32)), 0.1


def transformer() -> SetUp:
    """Four blocks over 128 sequences of 9 tokens."""
    net = nn.Sequential(nn.Embedding(200, 256), *(Block(256) for _ in range(4)), nn.Linear(256, 200))
    return net, torch.randint(0, 200, (128, 9)), torch.randint(0, 200, (128, 9)), 0.01


class Translation(nn.Module):
    """An encoder and a decoder of two recurrent layers each."""

    def __init__(self, tokens: int, size: int) -> None:
        super().__init__()
        self.embeddings = nn.ModuleList([nn.Embedding(tokens, size) for _ in range(2)])
        self.encoder = nn.GRU(size, size, 2, dropout=0.2)
        self.decoder = nn.GRU(2 * size, size, 2, dropout=0.2)
        self.output = nn.Linear(size, tokens)

    def forward(self, tokens: Tensor) -> Tensor:
        source, target = (embedding(tokens.T) for embedding in self.embeddings)
        outputs, state = self.encoder(source)
        context = outputs[-1].repeat(len(target), 1, 1)
        decoded, _ = self.decoder(torch.cat((target, context), -1), state)
        return self.output(decoded).swapaxes(0, 1)


def translation() -> SetUp:
    """128 pairs of 9 tokens."""
    tokens, targets = torch.randint(0, 200, (128, 9)), torch.randint(0, 200, (128, 9))
    return Translation(200, 256), tokens, targets, 0.01


NETWORKS: dict[str, Any] = {
    'lenet': lenet,
    'lenet-batchnorm': lambda: lenet(norms=True),
    'resnet-32px': lambda: resnet((8, 16, 32, 64), 32, 16),
    'resnet18-96px': lambda: resnet((64, 128, 256, 512), 96, 4),
    'rnn-by-hand': lambda: language_model('by hand'),
    'rnn': lambda: language_model('RNN'),
    'gru': lambda: language_model('GRU'),
    'lstm': lambda: language_model('LSTM'),
    'attention': attention,
    'transformer': transformer,
    'seq2seq': translation,
}

WARM_UP_SECONDS = 0.4
"""Helper threads have come by then."""


def train(net: Any, X: Tensor, y: Tensor, rate: float) -> Any:
    """A function that takes one step and answers its milliseconds."""
    optimizer = torch.optim.SGD(net.parameters(), lr=rate)

    def step() -> float:
        start = time.perf_counter()
        scores = net(X)
        loss = functional.cross_entropy(scores.reshape(-1, scores.shape[-1]), y.reshape(-1))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        loss.item()
        return 1000 * (time.perf_counter() - start)

    return step


for name in [globals().get('ONLY')] if 'ONLY' in globals() else NETWORKS:
    torch.manual_seed(0)
    step = train(*NETWORKS[name]())
    begun = time.perf_counter()
    step()
    while time.perf_counter() - begun < WARM_UP_SECONDS:
        step()
    for _ in range(REPETITIONS):  # noqa: F821 - set by the bench
        print(f'{name} {step()}')
