"""Pictures in folders that are named by their classes."""

import os
from collections.abc import Callable
from typing import Any

from PIL import Image

from .vision import VisionDataset

__all__ = ['IMG_EXTENSIONS', 'DatasetFolder', 'ImageFolder', 'default_loader', 'make_dataset']

_OFFERED_LATE_BY = 'torchvision.datasets'
_OFFERED = ['DatasetFolder', 'ImageFolder']

IMG_EXTENSIONS = ('.jpg', '.jpeg', '.png', '.ppm', '.bmp', '.pgm', '.tif', '.tiff', '.webp')


def default_loader(path: str) -> Image.Image:
    """The picture of a file, of mode RGB."""
    return Image.open(path).convert('RGB')


def find_classes(directory: str) -> tuple[list[str], dict[str, int]]:
    """The names of the folders in order, and the number of each.

    Raises:
        FileNotFoundError: when there is no folder.
    """
    classes = sorted(entry.name for entry in os.scandir(directory) if entry.is_dir())
    if not classes:
        raise FileNotFoundError(f"Couldn't find any class folder in {directory}.")
    return classes, {name: number for number, name in enumerate(classes)}


def make_dataset(
    directory: str,
    class_to_idx: dict[str, int],
    extensions: tuple[str, ...] | None = None,
    is_valid_file: Callable[[str], bool] | None = None,
) -> list[tuple[str, int]]:
    """The path and the class of every file, in order.

    Raises:
        FileNotFoundError: when a class has no file.
    """

    def is_valid(path: str) -> bool:
        return is_valid_file(path) if is_valid_file is not None else path.lower().endswith(extensions or ())

    found: list[tuple[str, int]] = []
    missing = []
    for name in sorted(class_to_idx):
        walked = sorted(os.walk(os.path.join(directory, name), followlinks=True))
        paths = [os.path.join(place, file) for place, _, files in walked for file in sorted(files)]
        chosen = [(path, class_to_idx[name]) for path in paths if is_valid(path)]
        found.extend(chosen)
        if not chosen:
            missing.append(name)
    if missing:
        supported = f' Supported extensions are: {", ".join(extensions)}' if extensions is not None else ''
        raise FileNotFoundError(f'Found no valid file for the classes {", ".join(missing)}.{supported}')
    return found


class DatasetFolder(VisionDataset):
    """Files in folders that are named by their classes.

    Args:
        root: has a folder for each class.
        loader: reads a file.
        extensions: of the files that count.
        transform: applied to what was read.
        target_transform: applied to the number of the class.
        is_valid_file: says of a path whether it counts, instead of `extensions`.

    Attributes:
        classes: names, in order.
        class_to_idx: the number of each.
        samples: path and class of each file.
        targets: class of each file.

    Raises:
        FileNotFoundError: when there is no folder, or a class has no file.
    """

    def __init__(
        self,
        root: str,
        loader: Callable[[str], Any],
        extensions: tuple[str, ...] | None = None,
        transform: Callable[[Any], Any] | None = None,
        target_transform: Callable[[Any], Any] | None = None,
        is_valid_file: Callable[[str], bool] | None = None,
    ) -> None:
        super().__init__(root, transform, target_transform)
        self.loader = loader
        self.extensions = extensions
        self.classes, self.class_to_idx = find_classes(root)
        self.samples = make_dataset(root, self.class_to_idx, extensions, is_valid_file)
        self.targets = [target for _, target in self.samples]

    def __len__(self) -> int:
        return len(self.samples)

    def __getitem__(self, index: int) -> tuple[Any, Any]:
        path, target = self.samples[index]
        return self._transformed(self.loader(path), target)


class ImageFolder(DatasetFolder):
    """Pictures in folders that are named by their classes; the arguments are those of `DatasetFolder`.

    Attributes:
        imgs: path and class of each picture.
    """

    def __init__(
        self,
        root: str,
        transform: Callable[[Any], Any] | None = None,
        target_transform: Callable[[Any], Any] | None = None,
        loader: Callable[[str], Any] = default_loader,
        is_valid_file: Callable[[str], bool] | None = None,
    ) -> None:
        extensions = IMG_EXTENSIONS if is_valid_file is None else None
        super().__init__(root, loader, extensions, transform, target_transform, is_valid_file)
        self.imgs = self.samples
