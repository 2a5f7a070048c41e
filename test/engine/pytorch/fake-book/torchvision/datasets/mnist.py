"""As torchvision looks for pictures in MNIST's format: unpacked."""

import os

from torchvision.datasets.utils import download_url


class MNIST:
    resources = (('train-labels-idx1-ubyte.gz', ''),)

    def __init__(self, root, download=False):
        self.root = root
        if not self._check_exists():
            for name, md5 in self.resources if download else ():
                download_url(f'http://pictures.example/{name}', self.raw_folder, name, md5)
            raise RuntimeError('Dataset not found.')

    @property
    def raw_folder(self):
        return os.path.join(self.root, self.__class__.__name__, 'raw')

    def _check_exists(self):
        return all(os.path.isfile(os.path.join(self.raw_folder, name[:-3])) for name, _ in self.resources)


class FashionMNIST(MNIST):
    pass
