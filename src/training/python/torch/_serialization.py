"""torch.save and torch.load: pickles in the run's own files."""

import importlib
import os
import pickle
from typing import Any

from ._ordered import Ordered

__all__ = ['load', 'save']

_ARCHIVE = b'PK\x03\x04'
"""How a zip file begins: PyTorch's own format."""

_ADVICE = (
    'In PyTorch 2.6, we changed the default value of the `weights_only` argument in `torch.load` from '
    '`False` to '
    '`True`. Re-running `torch.load` with `weights_only` set to `False` will likely succeed, but it can '
    'result in '
    'arbitrary code execution. Do it only if you got the file from a trusted source.'
)
_REFUSED = (
    'Weights only load failed. This file can still be loaded, to do so you have two options, \033[1mdo '
    'those steps '
    'only if you trust the source of the checkpoint\033[0m. \n\t(1) {advice}\n\t(2) Alternatively, to load '
    'with '
    '`weights_only=True` please check the recommended steps in the following error '
    'message.\n\tWeightsUnpickler '
    'error: Unsupported global: GLOBAL {name} was not an allowed global by default. Please use '
    '`torch.serialization.add_safe_globals([{name}])` or the `torch.serialization.safe_globals([{name}])` '
    'context '
    'manager to allowlist this global if you trust this class/function.\n\nCheck the documentation of '
    'torch.load '
    'to learn more about types accepted by default with weights_only '
    'https://pytorch.org/docs/stable/generated/torch.load.html.'
)
# What tensors, parameters, dtypes and sizes are made by.
_OWN = frozenset(('torch', 'torch._construct', 'torch._dtypes', 'torch.nn.parameter', 'torch._tensor'))
_PLAIN = frozenset(('collections.OrderedDict', 'collections.Counter', 'builtins.set', 'builtins.complex'))
# numpy's own names for what makes its arrays and scalars.
_NUMPY = {'ndarray': 'numpy.core.multiarray._reconstruct'}

safe: list[Any] = []
"""What the program allows besides (torch.serialization)."""


class _WeightsUnpickler(pickle.Unpickler):
    """Makes nothing but tensors, containers, and what the program has allowed."""

    def find_class(self, module: str, name: str) -> Any:
        full = f'{module}.{name}'
        if full == 'collections.OrderedDict':
            return Ordered
        if module in _OWN or full in _PLAIN:
            return super().find_class(module, name)
        for each in safe:
            if f'{each.__module__}.{each.__qualname__}' == full:
                return each
        shown = _NUMPY.get(name, 'numpy.core.multiarray.scalar') if module.startswith('numpy') else full
        raise pickle.UnpicklingError(_REFUSED.format(advice=_ADVICE, name=shown))


def save(obj: Any, f: Any, *_: Any, **__: Any) -> None:
    """Writes an object with its tensors into a file of the run, or a file object.

    The format is Python's pickle; PyTorch itself cannot read it.

    Raises:
        RuntimeError: for a file in a folder that does not exist.
    """
    if hasattr(f, 'write'):
        pickle.dump(obj, f)
        return
    folder = os.path.dirname(os.fspath(f))
    if folder and not os.path.isdir(folder):
        raise RuntimeError(f'Parent directory {folder} does not exist.')
    with open(f, 'wb') as file:
        pickle.dump(obj, file)


def load(f: Any, map_location: Any = None, *, weights_only: bool | None = None, **_: Any) -> Any:
    """Reads what `save` wrote, here or in PyTorch.

    Args:
        f: the file.
        map_location: where the tensors are to be: there is one device.
        weights_only: False to make objects of any class, such as a whole module.

    Raises:
        RuntimeError: for a place that is a GPU.
        UnpicklingError: when it is no such file, or holds an object of a class that was not allowed.
    """
    if hasattr(f, 'read'):
        return _loaded(f, map_location, weights_only)
    with open(f, 'rb') as file:
        return _loaded(file, map_location, weights_only)


def _loaded(file: Any, map_location: Any, weights_only: bool | None) -> Any:
    if map_location is not None and str(map_location).startswith('cuda'):
        raise RuntimeError(
            'Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False. If '
            'you are running on a CPU-only machine, please use torch.load with '
            "map_location=torch.device('cpu') to map your storages to the CPU."
        )
    start = file.tell()
    is_archive = file.read(len(_ARCHIVE)) == _ARCHIVE
    file.seek(start)
    if is_archive:
        return importlib.import_module('torch._archives').read(file)
    return pickle.load(file) if weights_only is False else _WeightsUnpickler(file).load()
