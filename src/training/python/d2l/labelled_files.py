"""Pictures in files, sorted into folders by their labels, as the book's Kaggle sections have them."""

import math
import os
import shutil
from collections import Counter

__all__ = ['copyfile', 'read_csv_labels', 'reorg_test', 'reorg_train_valid']

_OFFERED_LATE_BY = 'd2l.torch'

_SORTED = 'train_valid_test'


def read_csv_labels(fname: str) -> dict[str, str]:
    """The label by name, of a file with a heading and two columns.

    Raises:
        FileNotFoundError: when there is no such file.
    """
    with open(fname) as file:
        rows = [line.rstrip().split(',') for line in file.readlines()[1:]]
    return {name: label for name, label in rows}  # noqa: C416 - rows of another length are an error


def copyfile(filename: str, target_dir: str) -> None:
    """Copies a file into a folder, which is made where it is not there."""
    os.makedirs(target_dir, exist_ok=True)
    shutil.copy(filename, target_dir)


def reorg_train_valid(data_dir: str, labels: dict[str, str], valid_ratio: float) -> int:
    """Copies the pictures of `train` into folders by label: some to validate with, the others to train with.

    Args:
        data_dir: has `train`.
        labels: by file name without ending.
        valid_ratio: of the rarest label the part to validate with; as many of every other.

    Returns:
        How many of each label are to validate with.
    """
    rarest = Counter(labels.values()).most_common()[-1][1]
    to_validate = max(1, math.floor(rarest * valid_ratio))
    copied: Counter[str] = Counter()
    for name in os.listdir(os.path.join(data_dir, 'train')):
        label, file = labels[name.split('.')[0]], os.path.join(data_dir, 'train', name)
        copyfile(file, os.path.join(data_dir, _SORTED, 'train_valid', label))
        if copied[label] < to_validate:
            copyfile(file, os.path.join(data_dir, _SORTED, 'valid', label))
            copied[label] += 1
        else:
            copyfile(file, os.path.join(data_dir, _SORTED, 'train', label))
    return to_validate


def reorg_test(data_dir: str) -> None:
    """Copies the pictures of `test` into a folder for those whose label is unknown."""
    for name in os.listdir(os.path.join(data_dir, 'test')):
        copyfile(os.path.join(data_dir, 'test', name), os.path.join(data_dir, _SORTED, 'test', 'unknown'))
