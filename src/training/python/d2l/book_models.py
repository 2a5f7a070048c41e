"""Models and functions that chapters 3 to 5 define in their cells; the book's package leaves them out."""

from typing import Any

import torch
from torch import nn

from .classification import Classifier
from .regression import LinearRegression, LinearRegressionScratch

__all__ = [
    'MLP',
    'DropoutMLP',
    'DropoutMLPScratch',
    'MLPScratch',
    'SoftmaxRegressionScratch',
    'WeightDecay',
    'WeightDecayScratch',
    'cross_entropy',
    'dropout_layer',
    'l2_penalty',
    'relu',
    'softmax',
]

_OFFERED_LATE_BY = 'd2l.torch'


def l2_penalty(w: torch.Tensor) -> torch.Tensor:
    """Half the sum of squares."""
    return w.pow(2).sum() / 2


class WeightDecayScratch(LinearRegressionScratch):
    """Linear regression whose loss holds the weights small.

    Args:
        num_inputs: number of features.
        lambd: how much the penalty counts.
        lr: the learning rate.
        sigma: standard deviation of the initial weights.
    """

    def __init__(self, num_inputs: int, lambd: float, lr: float, sigma: float = 0.01) -> None:
        super().__init__(num_inputs, lr, sigma)
        self.save_hyperparameters()

    def loss(self, y_hat: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        """Half the squared error, averaged, and the penalty."""
        return super().loss(y_hat, y) + self.lambd * l2_penalty(self.w)


class WeightDecay(LinearRegression):
    """Linear regression with the optimizer's weight decay, which leaves the bias alone.

    Args:
        wd: the weight decay.
        lr: the learning rate.
    """

    def __init__(self, wd: float, lr: float) -> None:
        super().__init__(lr)
        self.save_hyperparameters()
        self.wd = wd

    def configure_optimizers(self) -> Any:
        weights = {'params': self.net.weight, 'weight_decay': self.wd}
        return torch.optim.SGD([weights, {'params': self.net.bias}], lr=self.lr)


def softmax(X: torch.Tensor) -> torch.Tensor:
    """Each row as probabilities; large scores overflow, as the book discusses."""
    powers = torch.exp(X)
    return powers / powers.sum(1, keepdims=True)


def cross_entropy(y_hat: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    """The mean of -log of the probabilities `y_hat` of the right classes `y`."""
    right = y_hat[list(range(len(y_hat))), y]
    return -torch.log(right).mean()


class SoftmaxRegressionScratch(Classifier):
    """Softmax regression with tensors alone.

    Args:
        num_inputs: number of features.
        num_outputs: number of classes.
        lr: the learning rate.
        sigma: standard deviation of the initial weights.
    """

    def __init__(self, num_inputs: int, num_outputs: int, lr: float, sigma: float = 0.01) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.W = torch.normal(0, sigma, size=(num_inputs, num_outputs), requires_grad=True)
        self.b = torch.zeros(num_outputs, requires_grad=True)

    def parameters(self, recurse: bool = True) -> Any:
        """The two tensors, which are no `Parameter`s."""
        return [self.W, self.b]

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        """X of shape (n, …) to probabilities of shape (n, num_outputs)."""
        return softmax(torch.matmul(X.reshape((-1, self.W.shape[0])), self.W) + self.b)

    def loss(self, y_hat: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        """The cross-entropy of probabilities."""
        return cross_entropy(y_hat, y)


def relu(X: torch.Tensor) -> torch.Tensor:
    """The larger of each element and 0."""
    return torch.max(X, torch.zeros_like(X))


class MLPScratch(Classifier):
    """A network with one hidden layer, of `Parameter`s alone.

    Args:
        num_inputs: number of features.
        num_outputs: number of classes.
        num_hiddens: width of the hidden layer.
        lr: the learning rate.
        sigma: standard deviation of the initial weights.
    """

    def __init__(
        self, num_inputs: int, num_outputs: int, num_hiddens: int, lr: float, sigma: float = 0.01
    ) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.W1 = nn.Parameter(torch.randn(num_inputs, num_hiddens) * sigma)
        self.b1 = nn.Parameter(torch.zeros(num_hiddens))
        self.W2 = nn.Parameter(torch.randn(num_hiddens, num_outputs) * sigma)
        self.b2 = nn.Parameter(torch.zeros(num_outputs))

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        """X of shape (n, …) to scores of shape (n, num_outputs)."""
        hidden = relu(torch.matmul(X.reshape((-1, self.num_inputs)), self.W1) + self.b1)
        return torch.matmul(hidden, self.W2) + self.b2


class MLP(Classifier):
    """A network with one hidden layer, of layers of `torch.nn`.

    Args:
        num_outputs: number of classes.
        num_hiddens: width of the hidden layer.
        lr: the learning rate.
    """

    def __init__(self, num_outputs: int, num_hiddens: int, lr: float) -> None:
        super().__init__()
        self.save_hyperparameters()
        layers = (nn.Flatten(), nn.LazyLinear(num_hiddens), nn.ReLU(), nn.LazyLinear(num_outputs))
        self.net = nn.Sequential(*layers)


def dropout_layer(X: torch.Tensor, dropout: float) -> torch.Tensor:
    """Elements are set to zero with a probability, the others scaled so that the mean stays."""
    assert 0 <= dropout <= 1
    if dropout == 1:
        return torch.zeros_like(X)
    mask = (torch.rand(X.shape) > dropout).float()
    return mask * X / (1.0 - dropout)


class DropoutMLPScratch(Classifier):
    """A network with two hidden layers and dropout after each, by `dropout_layer`.

    Args:
        num_outputs: number of classes.
        num_hiddens_1, num_hiddens_2: widths of the hidden layers.
        dropout_1, dropout_2: probabilities after them.
        lr: the learning rate.
    """

    def __init__(
        self,
        num_outputs: int,
        num_hiddens_1: int,
        num_hiddens_2: int,
        dropout_1: float,
        dropout_2: float,
        lr: float,
    ) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.lin1 = nn.LazyLinear(num_hiddens_1)
        self.lin2 = nn.LazyLinear(num_hiddens_2)
        self.lin3 = nn.LazyLinear(num_outputs)
        self.relu = nn.ReLU()

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        """X of shape (n, …) to scores of shape (n, num_outputs); drops while it trains only."""
        hidden = self.relu(self.lin1(X.reshape((X.shape[0], -1))))
        if self.training:
            hidden = dropout_layer(hidden, self.dropout_1)
        hidden = self.relu(self.lin2(hidden))
        if self.training:
            hidden = dropout_layer(hidden, self.dropout_2)
        return self.lin3(hidden)


class DropoutMLP(Classifier):
    """A network with two hidden layers and dropout after each, of layers of `torch.nn`.

    Args:
        num_outputs: number of classes.
        num_hiddens_1, num_hiddens_2: widths of the hidden layers.
        dropout_1, dropout_2: probabilities after them.
        lr: the learning rate.
    """

    def __init__(
        self,
        num_outputs: int,
        num_hiddens_1: int,
        num_hiddens_2: int,
        dropout_1: float,
        dropout_2: float,
        lr: float,
    ) -> None:
        super().__init__()
        self.save_hyperparameters()
        first = (nn.LazyLinear(num_hiddens_1), nn.ReLU(), nn.Dropout(dropout_1))
        second = (nn.LazyLinear(num_hiddens_2), nn.ReLU(), nn.Dropout(dropout_2))
        self.net = nn.Sequential(nn.Flatten(), *first, *second, nn.LazyLinear(num_outputs))
