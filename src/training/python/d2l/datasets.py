"""Data sets of the book. Nothing is downloaded: files are looked for in the run's own folder."""

import os
from typing import Any

from .training import DataModule

DATA_HUB: dict[str, Any] = {}
"""Where the book's data sets are and their SHA-1 sums."""

DATA_URL = 'http://d2l-data.s3-accelerate.amazonaws.com/'
"""Where the book's data sets are."""


def _absent(name: str) -> FileNotFoundError:
    return FileNotFoundError(
        f"D2L Exercises downloads nothing, and there is no file '{name}'. Use data that the program makes "
        'itself, such as d2l.SyntheticRegressionData'
    )


def download(url: str, folder: str = '../data', sha1_hash: str | None = None) -> str:
    """The path of a file that is there already.

    Raises:
        FileNotFoundError: when it is not.
    """
    if not url.startswith('http'):
        url = DATA_HUB[url][0] if url in DATA_HUB else url
    path = os.path.join(folder, url.split('/')[-1])
    if os.path.exists(path):
        return path
    raise _absent(path)


def get_data_ch11(batch_size: int = 10, n: int = 1500) -> Any:
    """The airfoil data, from a file that is there already.

    Raises:
        FileNotFoundError: when it is not.
    """
    import numpy as np
    import torch

    from .first_edition import load_array

    data = np.genfromtxt(download('airfoil_self_noise.dat'), dtype=np.float32, delimiter='\t')
    rows = torch.from_numpy((data - data.mean(axis=0)) / data.std(axis=0))
    return load_array((rows[:n, :-1], rows[:n, -1]), batch_size, is_train=True), rows.shape[1] - 1


class FashionMNIST(DataModule):
    """The Fashion-MNIST data, which would have to be downloaded.

    Args:
        batch_size: images of a minibatch.
        resize: height and width.

    Raises:
        FileNotFoundError: always.
    """

    def __init__(self, batch_size: int = 64, resize: Any = (28, 28)) -> None:
        super().__init__()
        self.save_hyperparameters()
        raise _absent(f'{self.root}/FashionMNIST')

    def text_labels(self, indices: Any) -> list[str]:
        """The names of classes."""
        return get_fashion_mnist_labels(indices)


def load_data_fashion_mnist(batch_size: int, resize: Any = None) -> Any:
    """The Fashion-MNIST data, which would have to be downloaded.

    Raises:
        FileNotFoundError: always.
    """
    raise _absent('../data/FashionMNIST')


_LABELS = 't-shirt trouser pullover dress coat sandal shirt sneaker bag ankle_boot'


def get_fashion_mnist_labels(labels: Any) -> list[str]:
    """The names of classes of Fashion-MNIST."""
    names = [name.replace('_', ' ') for name in _LABELS.split()]
    return [names[int(label)] for label in labels]
