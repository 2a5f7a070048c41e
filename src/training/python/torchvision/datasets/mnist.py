"""Data sets in the IDX format of MNIST."""

import gzip
import os
from collections.abc import Callable
from typing import Any, ClassVar

import torch
from d2l.data_files import FOLDERS, missing_file
from PIL import Image
from PIL._files import tensor_of
from torch import Tensor

from ..transforms._several import transform_together
from .vision import VisionDataset

__all__ = ['MNIST', 'FashionMNIST']


class MNIST(VisionDataset):
    """Grey pictures with classes.

    Args:
        root: the folder that holds `MNIST/raw/train-images-idx3-ubyte` and so on, also as `.gz`.
        train: the pictures to train with, or those to test with.
        transform: applied to every picture.
        target_transform: applied to every class.
        download: has no effect: nothing is downloaded.

    Attributes:
        data: uint8 of shape (count, height, width).
        targets: the classes, int64 of shape (count,).

    Raises:
        DataFileMissingError: when a file is not there; it says what to do.
    """

    address = 'http://yann.lecun.com/exdb/mnist/'
    stand_in = 'mnist'
    classes: ClassVar[list[str]] = [
        '0 - zero',
        '1 - one',
        '2 - two',
        '3 - three',
        '4 - four',
        '5 - five',
        '6 - six',
        '7 - seven',
        '8 - eight',
        '9 - nine',
    ]

    def __init__(
        self,
        root: str,
        train: bool = True,
        transform: Callable[[Any], Any] | None = None,
        target_transform: Callable[[Any], Any] | None = None,
        download: bool = False,
    ) -> None:
        super().__init__(root, transform, target_transform)
        self.train = train
        part = 'train' if train else 't10k'
        content = self._read(f'{part}-images-idx3-ubyte')
        count, height, width = (int.from_bytes(content[i : i + 4], 'big') for i in (4, 8, 12))
        self.data: Tensor = tensor_of(content[16:], (count, height, width))
        labels = self._read(f'{part}-labels-idx1-ubyte')[8:]
        self.targets: Tensor = tensor_of(labels, (count,)).long()

    def _read(self, name: str) -> bytes:
        kind = type(self).__name__
        for folder in (self.root, *FOLDERS):
            for middle in (os.path.join(kind, 'raw'), kind, ''):
                path = os.path.join(folder, middle, name)
                if os.path.exists(path):
                    with open(path, 'rb') as file:
                        return file.read()
                if os.path.exists(path + '.gz'):
                    with gzip.open(path + '.gz', 'rb') as packed:
                        return packed.read()
        folder = os.path.join(self.root, kind, 'raw')
        raise missing_file(f'{kind}/raw/{name}', f'{self.address}{name}.gz', folder, kind, self.stand_in)

    @property
    def class_to_idx(self) -> dict[str, int]:
        """The number of each class."""
        return {name: number for number, name in enumerate(self.classes)}

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, index: int) -> tuple[Any, Any]:
        """A picture and its class, transformed.

        Raises:
            IndexError: beyond the last.
        """
        return self._transformed(Image.fromarray(self.data[index], mode='L'), int(self.targets[index]))

    def __getitems__(self, indices: list[int]) -> list[tuple[Any, Any]]:
        """Several items, their pictures transformed together where that is possible."""
        if self.target_transform is not None or not indices:
            return [self[index] for index in indices]
        places = torch.tensor(indices)
        pictures = transform_together(self.transform, self.data.index_select(0, places))
        if pictures is None:
            return [self[index] for index in indices]
        return list(zip(pictures, self.targets[places].tolist(), strict=True))

    def extra_repr(self) -> str:
        """Which part it is."""
        return f'Split: {"Train" if self.train else "Test"}'


class FashionMNIST(MNIST):
    """Grey pictures of clothes in 10 classes; the arguments are those of `MNIST`."""

    address = 'http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/'
    stand_in = 'fashion_mnist'
    classes: ClassVar[list[str]] = [
        'T-shirt/top',
        'Trouser',
        'Pullover',
        'Dress',
        'Coat',
        'Sandal',
        'Shirt',
        'Sneaker',
        'Bag',
        'Ankle boot',
    ]
