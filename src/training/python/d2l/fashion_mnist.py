"""Fashion-MNIST as the book uses it, from files that are there."""

from typing import Any

from torch.utils import data

from .plotting import show_images
from .training import DataModule

__all__ = ['FashionMNIST', 'get_fashion_mnist_labels', 'load_data_fashion_mnist']

_OFFERED_LATE_BY = 'd2l.torch'

LABELS = (
    't-shirt',
    'trouser',
    'pullover',
    'dress',
    'coat',
    'sandal',
    'shirt',
    'sneaker',
    'bag',
    'ankle boot',
)
"""Names of the classes."""


class FashionMNIST(DataModule):
    """Pictures of clothes in 10 classes.

    Args:
        batch_size: pictures of a minibatch.
        resize: height and width.

    Raises:
        DataFileMissingError: when the files are not there; it says what to do.
    """

    def __init__(self, batch_size: int = 64, resize: Any = (28, 28)) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.train = _pictures(self.root, True, resize)
        self.val = _pictures(self.root, False, resize)

    def text_labels(self, indices: Any) -> list[str]:
        """The names of classes."""
        return get_fashion_mnist_labels(indices)

    def get_dataloader(self, train: bool) -> Any:
        pictures = self.train if train else self.val
        return data.DataLoader(pictures, self.batch_size, shuffle=train, num_workers=self.num_workers)

    def visualize(self, batch: Any, nrows: int = 1, ncols: int = 8, labels: Any = ()) -> None:
        """Shows the first pictures of a minibatch with their labels."""
        X, y = batch
        show_images(X.squeeze(1), nrows, ncols, titles=labels or self.text_labels(y))


def _pictures(root: str, train: bool, resize: Any) -> Any:
    from torchvision import datasets, transforms

    steps = [] if resize is None else [transforms.Resize(resize)]
    transform = transforms.Compose([*steps, transforms.ToTensor()])
    return datasets.FashionMNIST(root=root, train=train, transform=transform, download=True)


def get_fashion_mnist_labels(labels: Any) -> list[str]:
    """The names of classes."""
    return [LABELS[int(label)] for label in labels]


def load_data_fashion_mnist(batch_size: int, resize: Any = None) -> tuple[Any, Any]:
    """Two DataLoaders: to train with, shuffled, and to test with.

    Args:
        batch_size: pictures of a minibatch.
        resize: the length of a side; 28 when None.
    """
    trained, tested = (_pictures('../data', train, resize) for train in (True, False))
    return data.DataLoader(trained, batch_size, shuffle=True), data.DataLoader(tested, batch_size)
