"""The small color pictures of CIFAR."""

import os
import pickle
from collections.abc import Callable
from typing import Any, ClassVar

import torch
from d2l.data_files import FOLDERS, missing_file
from numpy import ndarray
from PIL import Image
from PIL._files import tensor_of
from torch import Tensor

from .vision import VisionDataset

__all__ = ['CIFAR10', 'CIFAR100']

_OFFERED_LATE_BY = 'torchvision.datasets'
_OFFERED = ['CIFAR10', 'CIFAR100']


class _Pixels:
    """What stands in a batch's file for an array of numpy's."""

    def __init__(self, *_: Any) -> None:
        self.values: Tensor = torch.zeros(0)

    def __setstate__(self, state: Any) -> None:
        if isinstance(state, tuple) and len(state) == 5:
            shape, content = state[1], state[4]
            self.values = tensor_of(content.encode('latin1') if isinstance(content, str) else content, shape)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module_name: str, global_name: str) -> Any:
        """A stand-in for arrays of bytes and their dtypes, which are of numpy's private modules."""
        if module_name.partition('.')[0] == 'numpy':
            return _Pixels
        return super().find_class(module_name, global_name)


class CIFAR10(VisionDataset):
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
    _listed: ClassVar[str | None] = 'CIFAR10'
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
        super().__init__(root, transform, target_transform)
        self.train = train
        parts = [self._read(name) for name in self._parts[train]]
        pixels = torch.cat([part['data'].values.reshape(-1, 3, 32, 32) for part in parts])
        self.data: ndarray = pixels.permute(0, 2, 3, 1).contiguous().numpy()
        self.targets: list[int] = [label for part in parts for label in part[self._labels_key]]
        self.classes: list[str] = self._read(self._names[0])[self._names[1]]
        self.class_to_idx = {name: number for number, name in enumerate(self.classes)}

    def _read(self, name: str) -> dict[str, Any]:
        for folder in (self.root, *FOLDERS):
            path = os.path.join(folder, self.base_folder, name)
            if os.path.exists(path):
                with open(path, 'rb') as file:
                    return _Unpickler(file, encoding='latin1').load()
        folder = os.path.join(self.root, self.base_folder)
        raise missing_file(f'{self.base_folder}/{name}', self.address, folder, self._listed, None)

    def __len__(self) -> int:
        return len(self.data)

    def __getitem__(self, index: int) -> tuple[Any, Any]:
        return self._transformed(Image.fromarray(self.data[index]), self.targets[index])

    def extra_repr(self) -> str:
        """Which part it is."""
        return f'Split: {"Train" if self.train else "Test"}'


class CIFAR100(CIFAR10):
    """60,000 color pictures in 100 classes; the arguments are those of `CIFAR10`."""

    address = 'https://www.cs.toronto.edu/~kriz/cifar-100-python.tar.gz'
    base_folder = 'cifar-100-python'
    _listed = None
    _parts: ClassVar[dict[bool, tuple[str, ...]]] = {True: ('train',), False: ('test',)}
    _labels_key = 'fine_labels'
    _names = ('meta', 'fine_label_names')
