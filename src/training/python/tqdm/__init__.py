"""tqdm: bars of progress, as one line when a loop has ended."""

from .std import tqdm, trange

__all__ = ['tnrange', 'tqdm', 'tqdm_notebook', 'trange']

tqdm_notebook = tqdm
tnrange = trange
