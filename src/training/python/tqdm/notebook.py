"""tqdm.notebook: the same bars as everywhere."""

from .std import tqdm, trange

__all__ = ['tqdm', 'trange']
