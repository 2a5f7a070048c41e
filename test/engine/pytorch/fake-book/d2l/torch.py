"""As the book downloads: what is there by its checksum is not downloaded again, what has none always is."""

import hashlib
import os
from types import SimpleNamespace

DATA_URL = 'http://book.example/'
DATA_HUB = {}


class DataModule:
    pass


class ProgressBoard:
    pass


class Trainer:
    def fit(self, model, data):
        pass


display = SimpleNamespace()


def download(url, folder='../data', sha1_hash=None):
    if not url.startswith('http'):
        url, sha1_hash = DATA_HUB[url]
    os.makedirs(folder, exist_ok=True)
    name = os.path.join(folder, url.split('/')[-1])
    if os.path.exists(name) and sha1_hash:
        with open(name, 'rb') as file:
            if hashlib.sha1(file.read()).hexdigest() == sha1_hash:
                return name
    raise OSError(f'no network for {url}')
