"""The book's data for semantic segmentation: the pictures of VOC 2012, and the class of each pixel."""

import functools
import os
from typing import Any

import torch
from torch import Tensor
from torch.utils import data
from torchvision import io, transforms
from torchvision.transforms import functional

from .data_files import download_extract
from .first_edition import get_dataloader_workers

__all__ = [
    'VOC_CLASSES',
    'VOC_COLORMAP',
    'VOCSegDataset',
    'load_data_voc',
    'read_voc_images',
    'voc_colormap2label',
    'voc_label_indices',
    'voc_rand_crop',
]

_OFFERED_LATE_BY = 'd2l.torch'

VOC_CLASSES = [
    *('background', 'aeroplane', 'bicycle', 'bird', 'boat', 'bottle', 'bus', 'car', 'cat', 'chair', 'cow'),
    *('diningtable', 'dog', 'horse', 'motorbike', 'person', 'potted plant', 'sheep', 'sofa', 'train'),
    'tv/monitor',
]
"""The names of the classes."""

_LEVELS = 256


def _colour(number: int) -> list[int]:
    """VOC's colour of a class: the lowest bits of its number are bit 7 of each channel, the next bit 6."""
    return [sum((number >> 3 * bit + channel & 1) << 7 - bit for bit in range(2)) for channel in range(3)]


VOC_COLORMAP = [_colour(number) for number in range(len(VOC_CLASSES))]
"""Red, green and blue of each class."""


def read_voc_images(voc_dir: str, is_train: bool = True) -> tuple[list[Tensor], list[Tensor]]:
    """Pictures to train or to validate with, and their labels as colours: uint8 of shape (3, height, width).

    Raises:
        FileNotFoundError: when there is no such folder.
    """
    names = os.path.join(voc_dir, 'ImageSets', 'Segmentation', 'train.txt' if is_train else 'val.txt')
    with open(names) as file:
        images = file.read().split()
    features = [io.read_image(os.path.join(voc_dir, 'JPEGImages', f'{name}.jpg')) for name in images]
    labels = [
        io.read_image(os.path.join(voc_dir, 'SegmentationClass', f'{name}.png'), io.ImageReadMode.RGB)
        for name in images
    ]
    return features, labels


def voc_colormap2label() -> Tensor:
    """The class of every colour, int64 of shape (256³,): 0 for colours that are none's."""
    labels = torch.zeros(_LEVELS**3, dtype=torch.long)
    for number, (red, green, blue) in enumerate(VOC_COLORMAP):
        labels[(red * _LEVELS + green) * _LEVELS + blue] = number
    return labels


def voc_label_indices(colormap: Tensor, colormap2label: Tensor) -> Tensor:
    """The class of each pixel, int64 of shape (height, width), of colours (3, height, width)."""
    red, green, blue = colormap.to(torch.int64)
    return colormap2label[(red * _LEVELS + green) * _LEVELS + blue]


def voc_rand_crop(feature: Tensor, label: Tensor, height: int, width: int) -> tuple[Tensor, Tensor]:
    """The same random rectangle of a picture and of its label."""
    place = transforms.RandomCrop.get_params(feature, (height, width))
    return functional.crop(feature, *place), functional.crop(label, *place)


@functools.cache
def _shared_classes() -> Tensor:
    """`voc_colormap2label()`, once for all data sets: it takes 128 MB."""
    return voc_colormap2label()


class VOCSegDataset(data.Dataset):
    """Random pieces of pictures and the classes of their pixels; says how many pictures are large enough.

    Args:
        is_train: those to train with, or those to validate with.
        crop_size: height and width of a piece; smaller pictures are left out.
        voc_dir: the folder of the data set.
    """

    def __init__(self, is_train: bool, crop_size: tuple[int, int], voc_dir: str) -> None:
        self.transform = transforms.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225])
        self.crop_size = crop_size
        features, labels = read_voc_images(voc_dir, is_train=is_train)
        self.features = [self.normalize_image(feature) for feature in self.filter(features)]
        self.labels = self.filter(labels)
        self.colormap2label = _shared_classes()
        print(f'read {len(self.features)} examples')

    def normalize_image(self, img: Tensor) -> Tensor:
        """Bytes to numbers around 0, channel by channel."""
        return self.transform(img.float() / 255)

    def filter(self, imgs: list[Tensor]) -> list[Tensor]:
        """Those from which a piece can be cut."""
        height, width = self.crop_size
        return [img for img in imgs if img.shape[1] >= height and img.shape[2] >= width]

    def __getitem__(self, idx: int) -> tuple[Tensor, Tensor]:
        feature, label = voc_rand_crop(self.features[idx], self.labels[idx], *self.crop_size)
        return feature, voc_label_indices(label, self.colormap2label)

    def __len__(self) -> int:
        return len(self.features)


def load_data_voc(batch_size: int, crop_size: tuple[int, int]) -> tuple[Any, Any]:
    """Minibatches to train with, shuffled, and to validate with; what does not fill one is left out.

    Raises:
        DataFileMissingError: when the data set is not there; it says what to do.
    """
    folder = download_extract('voc2012', os.path.join('VOCdevkit', 'VOC2012'))
    options: dict[str, Any] = {'drop_last': True, 'num_workers': get_dataloader_workers()}
    train = data.DataLoader(VOCSegDataset(True, crop_size, folder), batch_size, shuffle=True, **options)
    return train, data.DataLoader(VOCSegDataset(False, crop_size, folder), batch_size, **options)
