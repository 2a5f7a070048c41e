"""Convolutional networks that the chapters on optimization and learners' programs train."""

from typing import Any

import torch
from torch import nn
from torch.nn import functional

from .classification import Classifier

__all__ = ['LeNet', 'ResNeXtBlock', 'Residual', 'corr2d', 'init_cnn', 'resnet18']

_OFFERED_LATE_BY = 'd2l.torch'


def corr2d(X: torch.Tensor, K: Any) -> torch.Tensor:
    """The cross-correlation of a matrix X with a kernel K, without padding."""
    height, width = K.shape
    rows, columns = X.shape[0] - height + 1, X.shape[1] - width + 1
    Y = torch.zeros((rows, columns))
    for row in range(rows):
        for column in range(columns):
            window = X[row : row + height, column : column + width]
            Y[row, column] = (window * K).sum()
    return Y


def init_cnn(module: Any) -> None:
    """Xavier's uniform initial weights for linear and convolutional layers; use it with `apply`."""
    if type(module) in (nn.Linear, nn.Conv2d):
        nn.init.xavier_uniform_(module.weight)


class LeNet(Classifier):
    """LeNet-5 with sigmoids and average pooling.

    Args:
        lr: the learning rate.
        num_classes: number of classes.
    """

    def __init__(self, lr: float = 0.1, num_classes: int = 10) -> None:
        super().__init__()
        self.save_hyperparameters()
        convolutions = [nn.LazyConv2d(6, kernel_size=5, padding=2), nn.Sigmoid(), _pooling()]
        convolutions += [nn.LazyConv2d(16, kernel_size=5), nn.Sigmoid(), _pooling(), nn.Flatten()]
        dense = [nn.LazyLinear(120), nn.Sigmoid(), nn.LazyLinear(84), nn.Sigmoid()]
        self.net = nn.Sequential(*convolutions, *dense, nn.LazyLinear(num_classes))


def _pooling() -> Any:
    return nn.AvgPool2d(kernel_size=2, stride=2)


class Residual(nn.Module):
    """The residual block of ResNet: two 3x3 convolutions beside a shortcut.

    Args:
        num_channels: channels of the output.
        use_1x1conv: whether a convolution adapts the shortcut.
        strides: of the first convolution and of the shortcut's.
    """

    def __init__(self, num_channels: int, use_1x1conv: bool = False, strides: int = 1) -> None:
        super().__init__()
        self.conv1 = nn.LazyConv2d(num_channels, kernel_size=3, padding=1, stride=strides)
        self.conv2 = nn.LazyConv2d(num_channels, kernel_size=3, padding=1)
        self.conv3 = nn.LazyConv2d(num_channels, kernel_size=1, stride=strides) if use_1x1conv else None
        self.bn1 = nn.LazyBatchNorm2d()
        self.bn2 = nn.LazyBatchNorm2d()

    def forward(self, X: torch.Tensor) -> torch.Tensor:
        """X of shape (n, channels, height, width)."""
        Y = functional.relu(self.bn1(self.conv1(X)))
        Y = self.bn2(self.conv2(Y))
        shortcut = X if self.conv3 is None else self.conv3(X)
        return functional.relu(Y + shortcut)


class ResNeXtBlock(nn.Module):
    """The residual block of ResNeXt: a grouped 3x3 convolution between two of 1x1, beside a shortcut.

    Args:
        num_channels: channels of the output.
        groups: channels of a group.
        bot_mul: the channels between, as a part of those of the output.
        use_1x1conv: whether a convolution adapts the shortcut.
        strides: of the grouped convolution and of the shortcut's.
    """

    def __init__(
        self, num_channels: int, groups: int, bot_mul: float, use_1x1conv: bool = False, strides: int = 1
    ) -> None:
        super().__init__()
        between = round(num_channels * bot_mul)
        self.conv1 = nn.LazyConv2d(between, kernel_size=1, stride=1)
        self.conv2 = nn.LazyConv2d(
            between, kernel_size=3, stride=strides, padding=1, groups=between // groups
        )
        self.conv3 = nn.LazyConv2d(num_channels, kernel_size=1, stride=1)
        self.bn1 = nn.LazyBatchNorm2d()
        self.bn2 = nn.LazyBatchNorm2d()
        self.bn3 = nn.LazyBatchNorm2d()
        if use_1x1conv:
            self.conv4 = nn.LazyConv2d(num_channels, kernel_size=1, stride=strides)
            self.bn4 = nn.LazyBatchNorm2d()
        else:
            self.conv4 = None

    def forward(self, X: Any) -> Any:
        """X of shape (n, channels, height, width)."""
        Y = functional.relu(self.bn1(self.conv1(X)))
        Y = functional.relu(self.bn2(self.conv2(Y)))
        Y = self.bn3(self.conv3(Y))
        shortcut = X if self.conv4 is None else self.bn4(self.conv4(X))
        return functional.relu(Y + shortcut)


def resnet18(num_classes: int, in_channels: int = 1) -> Any:
    """ResNet-18 for small pictures: its first convolution keeps their size, and no pooling follows.

    Args:
        num_classes: number of classes.
        in_channels: channels of the pictures.
    """
    first = (nn.Conv2d(in_channels, 64, kernel_size=3, stride=1, padding=1), nn.BatchNorm2d(64), nn.ReLU())
    net = nn.Sequential(*first)
    for number, channels in enumerate((64, 128, 256, 512), start=1):
        halves = number > 1
        entry = Residual(channels, use_1x1conv=True, strides=2) if halves else Residual(channels)
        net.add_module(f'resnet_block{number}', nn.Sequential(entry, Residual(channels)))
    net.add_module('global_avg_pool', nn.AdaptiveAvgPool2d((1, 1)))
    net.add_module('fc', nn.Sequential(nn.Flatten(), nn.Linear(512, num_classes)))
    return net
