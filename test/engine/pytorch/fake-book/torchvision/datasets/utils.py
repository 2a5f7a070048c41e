"""As torchvision downloads: what is there is not downloaded again."""

import os


def download_url(url, root, filename=None, md5=None):
    root = os.path.expanduser(root)
    os.makedirs(root, exist_ok=True)
    if not os.path.exists(os.path.join(root, filename or os.path.basename(url))):
        raise OSError(f'no network for {url}')
