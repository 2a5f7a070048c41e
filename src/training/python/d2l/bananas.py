"""The book's data for object detection: pictures with a banana somewhere, and where."""

import csv
import os
from typing import Any

import torch
from torch import Tensor
from torch.utils import data
from torchvision import io

from .data_files import download_extract

__all__ = ['BananasDataset', 'load_data_bananas', 'read_data_bananas']

_OFFERED_LATE_BY = 'd2l.torch'

_SIDE = 256
"""Pixels of a picture's height and width."""


def read_data_bananas(is_train: bool = True) -> tuple[list[Tensor], Tensor]:
    """The pictures to train or to validate with.

    Returns:
        Pictures, uint8 of shape (3, 256, 256), and for each the class and the corners of its box, as parts
        of the sides: float32 of shape (pictures, 1, 5).

    Raises:
        DataFileMissingError: when the data set is not there; it says what to do.
    """
    folder = os.path.join(
        download_extract('banana-detection'), 'bananas_train' if is_train else 'bananas_val'
    )
    with open(os.path.join(folder, 'label.csv'), newline='') as file:
        _, *rows = csv.reader(file)
    images = [io.read_image(os.path.join(folder, 'images', name)) for name, *_ in rows]
    targets = [[int(number) for number in numbers] for _, *numbers in rows]
    return images, torch.tensor(targets).unsqueeze(1) / _SIDE


class BananasDataset(data.Dataset):
    """Pictures, float32, with their targets; says how many it has read.

    Args:
        is_train: those to train with, or those to validate with.
    """

    def __init__(self, is_train: bool) -> None:
        self.features, self.labels = read_data_bananas(is_train)
        print(f'read {len(self.features)} {"training" if is_train else "validation"} examples')

    def __getitem__(self, idx: int) -> tuple[Tensor, Tensor]:
        return self.features[idx].float(), self.labels[idx]

    def __len__(self) -> int:
        return len(self.features)


def load_data_bananas(batch_size: int) -> tuple[Any, Any]:
    """Minibatches to train with, shuffled, and to validate with."""
    train = data.DataLoader(BananasDataset(is_train=True), batch_size, shuffle=True)
    return train, data.DataLoader(BananasDataset(is_train=False), batch_size)
