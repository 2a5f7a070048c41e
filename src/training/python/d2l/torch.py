"""`from d2l import torch as d2l`: everything of the book's package."""

import collections
import hashlib
import inspect
import math
import os
import random
import re
import shutil
import sys
import time
import zipfile
from importlib import import_module as _import_module
from typing import Any as _Any

import numpy as np
import torch
from matplotlib import pyplot as plt
from torch import nn
from torch.nn import functional as F  # noqa: N812 - the book's name

from . import _collected_torch as _collected
from ._collected_torch import *  # noqa: F403

_SAME_IN_TORCH = """
    abs arange cos cosh exp eye float32 int32 int64 linspace log matmul meshgrid normal ones ones_like rand
    randn sigmoid sin sinh stack tanh tensor zeros zeros_like
"""
_FROM_TORCH = {**{name: name for name in _SAME_IN_TORCH.split()}, 'batch_matmul': 'bmm', 'concat': 'cat'}
"""Names of the book's package that stand for functions of torch."""


def numpy(x: _Any, *args: _Any, **kwargs: _Any) -> _Any:
    """The tensor as a numpy array, outside the recording."""
    return x.detach().numpy(*args, **kwargs)


def size(x: _Any, *args: _Any, **kwargs: _Any) -> _Any:
    """The number of elements."""
    return x.numel(*args, **kwargs)


def _method(name: str) -> _Any:
    def call(x: _Any, *args: _Any, **kwargs: _Any) -> _Any:
        return getattr(x, name)(*args, **kwargs)

    call.__name__ = call.__qualname__ = name
    call.__doc__ = f'x.{name}(…)'
    return call


reshape = _method('reshape')
to = _method('to')
reduce_sum = _method('sum')
argmax = _method('argmax')
astype = _method('type')
transpose = _method('t')
reduce_mean = _method('mean')
expand_dims = _method('unsqueeze')
swapaxes = _method('swapaxes')
repeat = _method('repeat')
reduce_max = _method('max')


_MODULES = {
    'd2l': 'd2l.torch',
    'Image': 'PIL.Image',
    'data': 'torch.utils.data',
    'display': 'IPython.display',
    'backend_inline': 'matplotlib_inline.backend_inline',
    'pd': 'pandas',
    'requests': 'requests',
    'tarfile': 'tarfile',
    'torchvision': 'torchvision',
    'transforms': 'torchvision.transforms',
}
"""Modules that the book's package imports, by the names that it gives them."""

_ALIASES = {'defaultdict': ('collections', 'defaultdict'), 'nn_Module': ('torch.nn', 'Module')}


def _late(name: str) -> _Any:
    """What the book's package calls `name`, imported when first used; None when it is not among these."""
    if name in _collected.LATE:
        return getattr(_import_module(_collected.LATE[name]), name)
    if name in _MODULES:
        return _import_module(_MODULES[name])
    if name in _ALIASES:
        module, own_name = _ALIASES[name]
        return getattr(_import_module(module), own_name)
    return None


def __getattr__(name: str) -> _Any:
    if name in _FROM_TORCH:
        return getattr(torch, _FROM_TORCH[name])
    found = _late(name)
    if found is not None:
        globals()[name] = found
        return found
    from ._known_names import KNOWN

    if name in KNOWN['d2l.torch'].split():
        raise AttributeError(f'D2L Exercises does not support d2l.{name} yet')
    raise AttributeError(f"module 'd2l.torch' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted({*globals(), *_FROM_TORCH, *_collected.LATE, *_MODULES, *_ALIASES})


# All that the book's package has, the modules that it imports too.
__all__ = sorted(name for name in globals() if not name.startswith('_'))
