"""What PyTorch itself has saved: an archive with a pickle, and the numbers of each tensor's storage."""

import pickle
import struct
import zipfile
from array import array
from typing import Any

from ._construct import tensor
from ._dtypes import bool_, dtype, float16, float32, float64, int8, int16, int32, int64, uint8

__all__ = ['read']

_STORAGES: dict[str, tuple[dtype, str]] = {
    'DoubleStorage': (float64, 'd'),
    'FloatStorage': (float32, 'f'),
    'HalfStorage': (float16, 'e'),
    'LongStorage': (int64, 'q'),
    'IntStorage': (int32, 'i'),
    'ShortStorage': (int16, 'h'),
    'CharStorage': (int8, 'b'),
    'ByteStorage': (uint8, 'B'),
    'BoolStorage': (bool_, 'B'),
}
"""By PyTorch's name of a storage: the dtype, and the format of an element in bytes."""


def read(file: Any) -> Any:
    """The object in an archive.

    Args:
        file: is read from its beginning.

    Raises:
        UnpicklingError: when it is no such archive, or holds tensors of a kind that does not exist here.
    """
    with zipfile.ZipFile(file) as archive:
        pickled = [name for name in archive.namelist() if name.endswith('/data.pkl')]
        if not pickled:
            raise pickle.UnpicklingError('the archive is none of PyTorch: it has no data.pkl')
        with archive.open(pickled[0]) as content:
            return _Unpickler(content, archive, pickled[0].removesuffix('data.pkl')).load()


class _Unpickler(pickle.Unpickler):
    """Makes tensors where PyTorch's pickle says how, each storage once."""

    def __init__(self, content: Any, archive: zipfile.ZipFile, root: str) -> None:
        super().__init__(content)
        self._archive, self._root = archive, root
        self._storages: dict[str, Any] = {}

    def persistent_load(self, pid: Any) -> Any:
        """The storage of a tensor: one dimension."""
        _, (kind, form), key, _, count = pid
        if key not in self._storages:
            content = self._archive.read(f'{self._root}data/{key}')
            self._storages[key] = tensor(_numbers(content, form, count), dtype=kind)
        return self._storages[key]

    def find_class(self, module_name: str, global_name: str) -> Any:
        """What PyTorch's own names stand for here; all others are looked up."""
        if module_name == 'torch' and global_name.endswith('Storage'):
            if global_name not in _STORAGES:
                raise pickle.UnpicklingError(f'D2L Exercises does not support torch.{global_name}')
            return _STORAGES[global_name]
        if (module_name, global_name) == ('torch._utils', '_rebuild_tensor_v2'):
            return _tensor
        if (module_name, global_name) == ('torch._utils', '_rebuild_parameter'):
            return lambda data, requires_grad, _: self.find_class('torch.nn', 'Parameter')(
                data, requires_grad
            )
        return super().find_class(module_name, global_name)


def _numbers(content: bytes, form: str, count: int) -> list[Any]:
    if form == 'e':
        return list(struct.unpack(f'<{count}e', content))
    # Both are little-endian: what PyTorch runs on, and WebAssembly.
    return array(form, content).tolist()


def _tensor(storage: Any, offset: int, size: Any, stride: Any, requires_grad: bool, *_: Any) -> Any:
    return storage.as_strided(size, stride, offset).requires_grad_(requires_grad)
