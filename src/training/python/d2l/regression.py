"""Linear regression: data, models and optimizer of the chapter on it."""

from typing import Any

import torch
from torch import nn

from .hyperparameters import HyperParameters
from .training import DataModule, Module

__all__ = ['SGD', 'LinearRegression', 'LinearRegressionScratch', 'SyntheticRegressionData']

_OFFERED_BY = 'd2l.torch'


class SyntheticRegressionData(DataModule):
    """y = X w + b + noise, with X standard normal.

    Args:
        w: the true weights, a vector.
        b: the true bias.
        noise: standard deviation of the noise.
        num_train: rows to train with.
        num_val: rows to validate with.
        batch_size: rows of a minibatch.
    """

    def __init__(
        self,
        w: Any,
        b: torch.Tensor | float,
        noise: float = 0.01,
        num_train: int = 1000,
        num_val: int = 1000,
        batch_size: int = 32,
    ) -> None:
        super().__init__()
        self.save_hyperparameters()
        rows = num_train + num_val
        self.X = torch.randn(rows, len(w))
        disturbance = torch.randn(rows, 1) * noise
        self.y = torch.matmul(self.X, w.reshape((-1, 1))) + b + disturbance

    def get_dataloader(self, train: bool) -> Any:
        rows = slice(0, self.num_train) if train else slice(self.num_train, None)
        return self.get_tensorloader((self.X, self.y), train, rows)


class SGD(HyperParameters):
    """Minibatch stochastic gradient descent: each parameter moves against its gradient.

    Args:
        params: the parameters.
        lr: the learning rate.
    """

    def __init__(self, params: Any, lr: float) -> None:
        self.save_hyperparameters()

    def step(self) -> None:
        """Moves every parameter."""
        for param in self.params:
            param -= self.lr * param.grad

    def zero_grad(self) -> None:
        """Sets the gradients to zero."""
        for param in self.params:
            if param.grad is not None:
                param.grad.zero_()


class LinearRegressionScratch(Module):
    """Linear regression with tensors alone.

    Args:
        num_inputs: number of features.
        lr: the learning rate.
        sigma: standard deviation of the initial weights.
    """

    def __init__(self, num_inputs: int, lr: float, sigma: float = 0.01) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.w = torch.normal(0, sigma, (num_inputs, 1), requires_grad=True)
        self.b = torch.zeros(1, requires_grad=True)

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        """X of shape (n, num_inputs) to predictions of shape (n, 1)."""
        return torch.matmul(X, self.w) + self.b

    def loss(self, y_hat: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        """Half the squared error, averaged."""
        squared = (y_hat - y) ** 2 / 2
        return squared.mean()

    def configure_optimizers(self) -> Any:
        return SGD([self.w, self.b], self.lr)


class LinearRegression(Module):
    """Linear regression with a layer of `torch.nn`.

    Args:
        lr: the learning rate.
    """

    def __init__(self, lr: float) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.LazyLinear(1)
        self.net.weight.data.normal_(0, 0.01)
        self.net.bias.data.fill_(0)

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        """X of shape (n, features) to predictions of shape (n, 1)."""
        return self.net(X)

    def loss(self, y_hat: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        """The squared error, averaged."""
        measure = nn.MSELoss()
        return measure(y_hat, y)

    def configure_optimizers(self) -> Any:
        return torch.optim.SGD(self.parameters(), self.lr)

    def get_w_b(self) -> Any:
        """The learned weights and bias."""
        return (self.net.weight.data, self.net.bias.data)
