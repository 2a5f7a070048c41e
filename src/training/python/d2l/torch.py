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
from typing import Any as _Any

import numpy as np
import torch
from matplotlib import pyplot as plt
from torch import nn
from torch.nn import functional as F  # noqa: N812 - the book's name

from .board import Point, ProgressBoard
from .devices import cpu, gpu, num_gpus, try_all_gpus, try_gpu
from .first_edition import (
    Accumulator,
    Animator,
    accuracy,
    evaluate_accuracy,
    evaluate_loss,
    get_dataloader_workers,
    linreg,
    load_array,
    sgd,
    squared_loss,
    synthetic_data,
    train_ch3,
    train_epoch_ch3,
)
from .hyperparameters import HyperParameters, add_to_class
from .plotting import plot, set_axes, set_figsize, show_images, use_svg_display
from .regression import SGD, LinearRegression, LinearRegressionScratch, SyntheticRegressionData
from .timing import Timer
from .training import DataModule, Module, Trainer

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


def __getattr__(name: str) -> _Any:
    if name in _FROM_TORCH:
        return getattr(torch, _FROM_TORCH[name])
    from . import later

    if name in later.NAMES:
        found = globals()[name] = later.load(name)
        return found
    from .known_names import KNOWN

    if name in KNOWN.split():
        raise AttributeError(f'D2L Exercises does not support d2l.{name} yet')
    raise AttributeError(f"module 'd2l.torch' has no attribute '{name}'")


def __dir__() -> list[str]:
    from . import later

    return sorted({*globals(), *_FROM_TORCH, *later.NAMES})


# All that the book's package has, the modules that it imports too.
__all__ = sorted(name for name in globals() if not name.startswith('_'))
