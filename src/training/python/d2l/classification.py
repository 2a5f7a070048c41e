"""Classifiers."""

from typing import Any

import torch
from torch import nn
from torch.nn import functional

from .training import Module


class Classifier(Module):
    """The base of models whose outputs score classes; they have `lr`, and `net` unless they redefine `forward`."""

    def validation_step(self, batch: Any) -> None:
        Y_hat = self(*batch[:-1])
        self.plot('loss', self.loss(Y_hat, batch[-1]), train=False)
        self.plot('acc', self.accuracy(Y_hat, batch[-1]), train=False)

    def configure_optimizers(self) -> Any:
        return torch.optim.SGD(self.parameters(), lr=self.lr)

    def accuracy(self, Y_hat: Any, Y: Any, averaged: bool = True) -> Any:
        """The part of right predictions, or for each whether it is right (1 or 0)."""
        scores = Y_hat.reshape((-1, Y_hat.shape[-1]))
        predictions = scores.argmax(axis=1).type(Y.dtype)
        right = (predictions == Y.reshape(-1)).type(torch.float32)
        return right.mean() if averaged else right

    def loss(self, Y_hat: Any, Y: Any, averaged: bool = True) -> Any:
        """The cross-entropy of softmax, averaged or for each example."""
        scores = Y_hat.reshape((-1, Y_hat.shape[-1]))
        reduction = 'mean' if averaged else 'none'
        return functional.cross_entropy(scores, Y.reshape((-1,)), reduction=reduction)

    def layer_summary(self, X_shape: Any) -> None:
        """Prints the shape of each layer's output for an input of a shape."""
        X = torch.randn(*X_shape)
        for layer in self.net:
            X = layer(X)
            print(type(layer).__name__, 'output shape:\t', X.shape)


class SoftmaxRegression(Classifier):
    """One linear layer behind a Flatten.

    Args:
        num_outputs: number of classes.
        lr: the learning rate.
    """

    def __init__(self, num_outputs: int, lr: float) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(nn.Flatten(), nn.LazyLinear(num_outputs))

    def forward(self, X: Any) -> Any:
        return self.net(X)


class LeNet(Classifier):
    """LeNet-5: two convolutions, three dense layers.

    Args:
        lr: the learning rate.
        num_classes: number of classes.
    """

    def __init__(self, lr: float = 0.1, num_classes: int = 10) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(
            nn.LazyConv2d(6, kernel_size=5, padding=2),
            nn.Sigmoid(),
            nn.AvgPool2d(kernel_size=2, stride=2),
            nn.LazyConv2d(16, kernel_size=5),
            nn.Sigmoid(),
            nn.AvgPool2d(kernel_size=2, stride=2),
            nn.Flatten(),
            nn.LazyLinear(120),
            nn.Sigmoid(),
            nn.LazyLinear(84),
            nn.Sigmoid(),
            nn.LazyLinear(num_classes),
        )


def init_cnn(module: Any) -> None:
    """Xavier's uniform values for a linear or convolutional layer's weight."""
    if type(module) in (nn.Linear, nn.Conv2d):
        nn.init.xavier_uniform_(module.weight)


def corr2d(X: Any, K: Any) -> Any:
    """The cross-correlation of a matrix with a kernel."""
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y
