"""The files that the book downloads. Nothing is downloaded here: they are looked for, and missed by name.

Who runs the program may fetch a data set and then offers its files: see `src/data` of the project.
"""

import hashlib
import os
import sys
from dataclasses import dataclass

from .stand_ins import MAKERS, is_stand_in

__all__ = ['DATA_HUB', 'DATA_URL', 'DataFileMissingError', 'download', 'download_extract', 'extract']

_OFFERED_LATE_BY = 'd2l.torch'

DATA_URL = 'http://d2l-data.s3-accelerate.amazonaws.com/'
_FILES = """
    airfoil airfoil_self_noise.dat 76e5be1548fd8222e5074cf0faae75edff8cf93f
    kaggle_house_train kaggle_house_pred_train.csv 585e9cc93e70b39160e7921475f9bcd7d31219ce
    kaggle_house_test kaggle_house_pred_test.csv fa19780a7b011d9b009e8bff8e99922a8ee2eb90
    time_machine timemachine.txt 090b5e7e70c295757f55df93cb0a180b9691891a
    fra-eng fra-eng.zip 94646ad1522d915e7b0f9296181140edcf86a4f5
    hotdog hotdog.zip fba480ffa8aa7e0febbb511d181409f899b9baa5
    banana-detection banana-detection.zip 5de26c8fce5ccdea9f91267273464dc968d20d72
    voc2012 VOCtrainval_11-May-2012.tar 4e443f8a2eca6b1dac8a6c57641b67dd40621a49
    cifar10_tiny kaggle_cifar10_tiny.zip 2068874e4b9a9f0fb07ebe0ad2b29754449ccacd
    dog_tiny kaggle_dog_tiny.zip 0cb91d09b814ecdc07b50f31f8dcad3e81d6a86d
    ptb ptb.zip 319d85e578af0cdc590547f26231e4e31cdf1e42
    glove.6b.50d glove.6B.50d.zip 0b8703943ccdb6eb788e6f091b8946e82231bc4d
    glove.6b.100d glove.6B.100d.zip cd43bfb07e44e6f27cbcc7bc9ae3d80284fdaf5a
    glove.42b.300d glove.42B.300d.zip b5116e234e9eb9076672cfeabf5469f3eec904fa
    wiki.en wiki.en.zip c1816da3821ae9f43899be655002f6c723e91b88
    aclImdb aclImdb_v1.tar.gz 01ada507287d82875905620988597833ad4e0903
    pokemon pokemon.zip c065c0e2593b8b161a2d7873e42418bf6a21106c
"""
DATA_HUB: dict[str, tuple[str, str]] = {
    name: (DATA_URL + file, sha1)
    for name, file, sha1 in (line.split() for line in _FILES.strip().splitlines())
}
DATA_HUB['wikitext-2'] = (
    'https://s3.amazonaws.com/research.metamind.io/wikitext/wikitext-2-v1.zip',
    '3c914d17d80b1459be871a5039ac23e752a53cbe',
)
DATA_HUB['SNLI'] = (
    'https://nlp.stanford.edu/projects/snli/snli_1.0.zip',
    '9fcde07509c7e87ec61c640c1b2753d9041758e4',
)
"""Data sets by name: where the book has them from, and the SHA-1 of the file. Programs may add their own."""

_BOOK = frozenset(DATA_HUB)

FOLDERS = ('data', '../data')
"""Where files are looked for, after the folder that a program names itself."""

_UNPACKED = '.unpacked'
"""After the name of an archive: it was checked, and what is in it stands beside it. It may itself be gone."""


@dataclass(frozen=True)
class MissingData:
    """A data set's file that is nowhere: all that can be told of it, and what can be done.

    Attributes:
        file: its name, with the folders in which the data set has it.
        url: where the book has it from.
        places: folders in which it was looked for.
        data_set: the name in `DATA_HUB`, or of the class of `torchvision.datasets`; None when it has none.
        stand_in: the name by which `make_stand_in` generates data of the same form; None when it does not.
    """

    file: str
    url: str
    places: tuple[str, ...]
    data_set: str | None
    stand_in: str | None


class DataFileMissingError(FileNotFoundError):
    """A data set's file is in none of the folders.

    Args:
        missing: what is missing.
    """

    def __init__(self, missing: MissingData) -> None:
        super().__init__(missing)
        self.missing = missing

    def __str__(self) -> str:
        return f'{self.missing.file} is not there (looked in {", ".join(self.missing.places)})'


def missing_file(
    file: str, url: str, folder: str, data_set: str | None, stand_in: str | None
) -> DataFileMissingError:
    """The error that says that a data set's file is not there.

    Args:
        file: its name.
        url: where the book has it from.
        folder: the folder that the program named.
        data_set: its name, as `MissingData` has it.
        stand_in: the name of generated data; ignored when there are none.
    """
    places = tuple(dict.fromkeys((folder, *FOLDERS)))
    made = stand_in if stand_in in MAKERS else None
    return DataFileMissingError(MissingData(file, url, places, data_set, made))


def download(url: str, folder: str = '../data', sha1_hash: str | None = None) -> str:
    """The path of a data set's file, which must be there already.

    Args:
        url: of the file, or a name in `DATA_HUB`.
        folder: where it is looked for first.
        sha1_hash: of the real file; a file that differs is used, and said to differ.

    Raises:
        DataFileMissingError: when it is nowhere.
        KeyError: for a name that is not in `DATA_HUB`.
    """
    name = url if url in DATA_HUB else known_address(url)
    if name is None and '://' not in url:
        raise KeyError(url)
    if url in DATA_HUB:
        url, sha1_hash = DATA_HUB[url]
    file = url.rpartition('/')[2]
    unpacked = find(file + _UNPACKED, folder)
    if unpacked is not None:
        return unpacked.removesuffix(_UNPACKED)
    path = find(file, folder)
    if path is None:
        raise missing_file(file, url, folder, name if name in _BOOK else None, name)
    _check(path, sha1_hash)
    return path


def known_address(url: str) -> str | None:
    """The name in `DATA_HUB` of what is at an address, http or https; None when it has none."""
    place = url.partition('://')[2]
    return next((name for name, (known, _) in DATA_HUB.items() if known.partition('://')[2] == place), None)


def find(name: str, folder: str) -> str | None:
    """The path of a file that is in `folder` or one of `FOLDERS`; None when it is nowhere."""
    for place in (folder, *FOLDERS):
        path = os.path.join(place, name)
        if os.path.exists(path):
            return path
    return None


def _check(path: str, sha1_hash: str | None) -> None:
    if sha1_hash is None or is_stand_in(path):
        return
    with open(path, 'rb') as file:
        found = hashlib.sha1(file.read()).hexdigest()
    if found != sha1_hash:
        print(f'{path} is not the file that the book uses: its SHA-1 is {found}.', file=sys.stderr)


def extract(filename: str, folder: str | None = None) -> None:
    """Unpacks a zip or tar file, into its own folder when none is given, unless that was done before.

    Raises:
        AssertionError: unless it is a zip or tar file.
    """
    target = os.path.dirname(filename) if folder is None else folder
    if folder is None and os.path.exists(filename + _UNPACKED):
        return
    ending = os.path.splitext(filename)[1]
    if ending == '.zip':
        import zipfile

        with zipfile.ZipFile(filename, 'r') as archive:
            archive.extractall(target)
    elif ending in ('.tar', '.gz'):
        import tarfile

        with tarfile.open(filename, 'r') as archive:
            archive.extractall(target, filter='data')
    else:
        raise AssertionError('Only support zip/tar files.')


def download_extract(name: str, folder: str | None = None) -> str:
    """The path of a data set that comes as an archive, unpacked beside it."""
    archive = download(name)
    extract(archive)
    base = os.path.dirname(archive)
    return os.path.join(base, folder) if folder else os.path.splitext(archive)[0]
