"""The small color pictures of CIFAR."""

import os
import pickle
from collections.abc import Callable
from typing import Any, ClassVar

import numpy as np
import torch
from d2l.data_files import FOLDERS, missing_file
from PIL import Image
from torch.utils.data import Dataset

__all__ = ['CIFAR10', 'CIFAR100']


class CIFAR10(Dataset):
    """60,000 color pictures of 32 by 32 pixels in 10 classes.

    Args:
        root: has the folder of the unpacked archive.
        train: the pictures to train with, or those to test with.
        transform: applied to every picture.
        target_transform: applied to every class.
        download: has no effect: a run has no network.

    Attributes:
        data: uint8 of shape (count, 32, 32, 3), an array.
        targets: the classes.

    Raises:
        DataFileMissingError: when a file is not there; it says what to do.
    """

    address = 'https://www.cs.toronto.edu/~kriz/cifar-10-python.tar.gz'
    base_folder = 'cifar-10-batches-py'
    _parts: ClassVar[dict[bool, tuple[str, ...]]] = {
        True: tuple(f'data_batch_{number}' for number in range(1, 6)),
        False: ('test_batch',),
    }
    _labels_key = 'labels'
    _names = ('batches.meta', 'label_names')

    def __init__(
        self,
        root: str,
        train: bool = True,
        transform: Callable[[Any], Any] | None = None,
        target_transform: Callable[[Any], Any] | None = None,
        download: bool = False,
    ) -> None:
        self.root = root
        self.train = train
        self.transform = transform
        self.target_transform = target_transform
        parts = [self._read(name) for name in self._parts[train]]
        pixels = torch.cat([torch.as_tensor(part['data']).reshape(-1, 3, 32, 32) for part in parts])
        self.data: np.ndarray = pixels.permute(0, 2, 3, 1).contiguous().numpy()
        self.targets: list[int] = [label for part in parts for label in part[self._labels_key]]
        self.classes: list[str] = self._read(self._names[0])[self._names[1]]
        self.class_to_idx = {name: number for number, name in enumerate(self.classes)}

    def _read(self, name: str) -> dict[str, Any]:
        for folder in (self.root, *FOLDERS):
            path = os.path.join(folder, self.base_folder, name)
            if os.path.exists(path):
                with open(path, 'rb') as file:
                    return pickle.load(file, encoding='latin1')
        folder = os.path.join(self.root, self.base_folder)
        raise missing_file(f'{self.base_folder}/{name}', self.address, folder, None, None)

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, index: int) -> tuple[Any, Any]:
        picture: Any = Image.fromarray(self.data[index])
        target: Any = self.targets[index]
        if self.transform is not None:
            picture = self.transform(picture)
        return picture, target if self.target_transform is None else self.target_transform(target)

    def __repr__(self) -> str:
        lines = [
            f'Dataset {type(self).__name__}',
            f'    Number of datapoints: {len(self)}',
            f'    Root location: {self.root}',
            f'    Split: {"Train" if self.train else "Test"}',
        ]
        if self.transform is not None:
            lines.append('    StandardTransform')
            lines.append('Transform: ' + repr(self.transform).replace('\n', '\n           '))
        return '\n'.join(lines)


class CIFAR100(CIFAR10):
    """60,000 color pictures in 100 classes; the arguments are those of `CIFAR10`."""

    address = 'https://www.cs.toronto.edu/~kriz/cifar-100-python.tar.gz'
    base_folder = 'cifar-100-python'
    _parts: ClassVar[dict[bool, tuple[str, ...]]] = {True: ('train',), False: ('test',)}
    _labels_key = 'fine_labels'
    _names = ('meta', 'fine_label_names')
