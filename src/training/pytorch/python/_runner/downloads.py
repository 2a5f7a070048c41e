"""Lets `d2l.download` and torchvision find data sets that were fetched before, where they look for them."""

from __future__ import annotations

import functools
import os
from typing import Any

from _runner.after_import import after_import
from _runner.stored_sets import provide

__all__ = ['install']


def install() -> None:
    """Lets whoever downloads look among the fetched sets first. What is not imported costs nothing."""
    # The book's package as it is installed, and ours.
    for name in ('d2l.torch', 'd2l.data_files'):
        after_import(name, _connect_book)
    after_import('torchvision.datasets.utils', _connect_torchvision)
    after_import('torchvision.datasets.mnist', _connect_mnist)


def _connect_book(module: Any) -> None:
    # Ours offers it late in `d2l.torch`.
    download = vars(module).get('download')
    if download is None:
        return

    @functools.wraps(download)
    def found(url: str, folder: str = '../data', sha1_hash: str | None = None) -> Any:
        address, known = module.DATA_HUB.get(url, (url, sha1_hash))
        file = os.path.join(folder, address.rpartition('/')[2])
        # Without a sum the book would download it in any case.
        if provide(file) and known is None:
            return file
        return download(url, folder, sha1_hash)

    module.download = found


def _connect_torchvision(utils: Any) -> None:
    download_url = utils.download_url

    @functools.wraps(download_url)
    def found(url: str, root: Any, filename: Any = None, *args: Any, **kwargs: Any) -> None:
        provide(os.path.join(os.path.expanduser(root), filename or os.path.basename(url)))
        download_url(url, root, filename, *args, **kwargs)

    utils.download_url = found


def _connect_mnist(mnist: Any) -> None:
    """Of data in MNIST's format only what was unpacked is kept, which is what it looks for."""
    check_exists = mnist.MNIST._check_exists

    @functools.wraps(check_exists)
    def found(pictures: Any) -> bool:
        for url, _ in pictures.resources:
            provide(os.path.join(pictures.raw_folder, os.path.splitext(os.path.basename(url))[0]))
        return check_exists(pictures)

    mnist.MNIST._check_exists = found
