"""Classifiers: what they measure while they train, and softmax regression."""

from typing import Any

import torch
from torch import nn
from torch.nn import functional

from .training import Module

__all__ = ['Classifier', 'SoftmaxRegression']

_OFFERED_LATE_BY = 'd2l.torch'


class Classifier(Module):
    """The base of the book's classifiers: draws the accuracy beside the loss."""

    def validation_step(self, batch: Any) -> None:
        """Draws loss and accuracy of a minibatch."""
        *inputs, labels = batch
        scores = self(*inputs)
        self.plot('loss', self.loss(scores, labels), train=False)
        self.plot('acc', self.accuracy(scores, labels), train=False)

    def accuracy(self, Y_hat: torch.Tensor, Y: torch.Tensor, averaged: bool = True) -> torch.Tensor:
        """The part of right predictions.

        Args:
            Y_hat: scores of shape (…, classes).
            Y: the right classes.
            averaged: False for 1. or 0. of each example instead.
        """
        scores = Y_hat.reshape((-1, Y_hat.shape[-1]))
        predicted = scores.argmax(axis=1).type(Y.dtype)
        right = (predicted == Y.reshape(-1)).type(torch.float32)
        return right.mean() if averaged else right

    def loss(self, Y_hat: torch.Tensor, Y: torch.Tensor, averaged: bool = True) -> torch.Tensor:
        """The cross-entropy of softmax(Y_hat).

        Args:
            Y_hat: scores of shape (…, classes).
            Y: the right classes.
            averaged: False for the loss of each example instead of the mean.
        """
        scores = Y_hat.reshape((-1, Y_hat.shape[-1]))
        return functional.cross_entropy(scores, Y.reshape((-1,)), reduction='mean' if averaged else 'none')

    def _tell_more(self, data: Any) -> None:
        from . import predictions

        trainer = self.trainer
        predictions.Judge(self, trainer.val_dataloader, trainer.prepare_batch, data).report()

    def layer_summary(self, X_shape: Any) -> None:
        """Prints the shape after every layer for a random input of shape `X_shape`."""
        X = torch.randn(*X_shape)
        for layer in self.net:
            X = layer(X)
            print(type(layer).__name__, 'output shape:\t', X.shape)


class SoftmaxRegression(Classifier):
    """Softmax regression with a layer of `torch.nn`.

    Args:
        num_outputs: number of classes.
        lr: the learning rate.
    """

    def __init__(self, num_outputs: int, lr: float) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(nn.Flatten(), nn.LazyLinear(num_outputs))

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        """X of shape (n, …) to scores of shape (n, num_outputs)."""
        return self.net(X)
