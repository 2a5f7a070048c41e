"""PyTorch's interface over the engine: the names, forms and messages are here, the numbers in the engine."""

import math as _math
from typing import Any as _Any

from ._operations import *  # noqa: F403

# What is written in Python comes before the operation of the same name.
# isort: split
from . import _collected, _dtypes, _grad_mode, _legacy_types, _metadata, _operations, _printing, _random
from ._construct import as_tensor, asarray, from_numpy, tensor
from ._dtypes import (
    Size,
    bfloat16,
    can_cast,
    complex64,
    complex128,
    device,
    dtype,
    float16,
    float32,
    float64,
    get_default_device,
    get_default_dtype,
    int8,
    int16,
    int32,
    int64,
    set_default_dtype,
    set_default_tensor_type,
    uint8,
)
from ._functional import *  # noqa: F403
from ._grad_mode import (
    enable_grad,
    inference_mode,
    is_grad_enabled,
    is_inference_mode_enabled,
    no_grad,
    set_grad_enabled,
)
from ._limits import finfo, iinfo
from ._memory_formats import (
    channels_last,
    channels_last_3d,
    contiguous_format,
    memory_format,
    preserve_format,
)
from ._printing import set_printoptions
from ._queries import *  # noqa: F403
from ._random import (
    Generator,
    default_generator,
    get_rng_state,
    initial_seed,
    manual_seed,
    seed,
    set_rng_state,
)
from ._serialization import load, save
from ._settings import *  # noqa: F403
from ._tensor import Tensor

bool = _dtypes.bool_
float = float32
half = float16
cfloat = complex64
cdouble = complex128
double = float64
long = int64
int = int32
short = int16
strided = _metadata.STRIDED
pi = _math.pi
e = _math.e
inf = _math.inf
nan = _math.nan
newaxis = None
__version__ = '2.9.0+d2l.exercises'
_LATE_MODULES = ('accelerator', 'amp', 'fft', 'mps', 'version')

globals().update(_legacy_types.legacy_types())

from . import autograd, backends, cuda, linalg, nn, optim, special, utils  # noqa: E402


def __getattr__(name: str) -> _Any:
    import importlib

    if name in _LATE_MODULES or name in _collected.MODULES:
        return importlib.import_module(f'torch.{name}')
    if name in _collected.LATE:
        return getattr(importlib.import_module(_collected.LATE[name]), name)
    from ._names import missing

    raise missing('torch', name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_collected.MODULES, *_collected.LATE])


__all__ = sorted(name for name in {*globals(), *_collected.LATE} if not name.startswith('_'))
