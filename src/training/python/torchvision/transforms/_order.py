"""Several transforms: one after the other, some of them, or in a random order."""

import random
from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import nn

__all__ = ['Compose', 'RandomApply', 'RandomChoice', 'RandomOrder']


class Compose:
    """Transforms one after the other.

    Args:
        transforms: in order.
    """

    def __init__(self, transforms: Sequence[Callable[[Any], Any]]) -> None:
        self.transforms = transforms

    def __call__(self, img: Any) -> Any:
        for transform in self.transforms:
            img = transform(img)
        return img

    def __repr__(self) -> str:
        lines = [f'    {transform}' for transform in self.transforms]
        return '\n'.join(['Compose(', *lines, ')'])


class RandomApply(nn.Module):
    """All of some transforms, or none of them."""

    def __init__(self, transforms: Any, p: float = 0.5) -> None:
        super().__init__()
        self.transforms = transforms
        self.p = p

    def forward(self, img: Any) -> Any:
        """The picture, or what the transforms make of it."""
        if self.p < torch.rand(1):
            return img
        for transform in self.transforms:
            img = transform(img)
        return img

    def __repr__(self) -> str:
        lines = [f'    {transform}' for transform in self.transforms]
        return '\n'.join(['RandomApply(', f'    p={self.p}', *lines, ')'])


class RandomOrder(Compose):
    """Transforms in a random order."""

    def __call__(self, img: Any) -> Any:
        order = list(range(len(self.transforms)))
        random.shuffle(order)
        for number in order:
            img = self.transforms[number](img)
        return img


class RandomChoice(Compose):
    """One of several transforms."""

    def __init__(self, transforms: Sequence[Callable[[Any], Any]], p: Sequence[float] | None = None) -> None:
        super().__init__(transforms)
        self.p = p

    def __call__(self, *args: Any) -> Any:
        return random.choices(self.transforms, weights=self.p)[0](*args)
