"""The data sets."""

from torchvision.datasets.mnist import FashionMNIST

__all__ = ['FashionMNIST']
