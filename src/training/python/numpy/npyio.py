"""Arrays in files: numpy's own format (`.npy`, `.npz`)."""

import ast
import os
import pickle
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from .creation import asarray
from .dtypes import dtype as numpy_dtype
from .memory import from_bytes, to_bytes
from .multiarray import ndarray

__all__ = ['load', 'save', 'savez', 'savez_compressed']

_OFFERED_LATE_BY = 'numpy'

_MAGIC = b'\x93NUMPY'


def _written(arr: Any) -> bytes:
    values = asarray(arr)
    head = f"{{'descr': '{values.dtype.str}', 'fortran_order': False, 'shape': {values.shape}, }}"
    head += ' ' * (-(len(head) + len(_MAGIC) + 5) % 64) + '\n'
    body = pickle.dumps(values.tolist()) if values.dtype.kind in 'UO' else to_bytes(values)
    return _MAGIC + b'\x01\x00' + len(head).to_bytes(2, 'little') + head.encode('latin1') + body


def _read(data: bytes, allow_pickle: bool) -> Any:
    if not data.startswith(_MAGIC):
        if not allow_pickle:
            raise ValueError('Cannot load file containing pickled data when allow_pickle=False')
        return pickle.loads(data)
    start = 10
    end = start + int.from_bytes(data[8:10], 'little')
    head = ast.literal_eval(data[start:end].decode('latin1'))
    kind = numpy_dtype(head['descr'])
    if kind.kind == 'O' and not allow_pickle:
        raise ValueError('Object arrays cannot be loaded when allow_pickle=False')
    if kind.kind in 'UO':
        return asarray(pickle.loads(data[end:]), kind)
    values = from_bytes(data[end:], kind)
    if head['fortran_order']:
        return values.reshape(tuple(reversed(head['shape']))).T
    return values.reshape(head['shape'])


def _named(file: Any, ending: str) -> Any:
    """The path with the ending that numpy gives it; an open file as it is."""
    if hasattr(file, 'write'):
        return file
    path = os.fspath(file)
    return path if path.endswith(ending) else path + ending


def save(file: Any, arr: Any, allow_pickle: bool = True) -> None:
    """Writes an array to a file of numpy's format."""
    target = _named(file, '.npy')
    if hasattr(target, 'write'):
        target.write(_written(arr))
        return
    with open(target, 'wb') as opened:
        opened.write(_written(arr))


def savez(file: Any, *args: Any, **kwds: Any) -> None:
    """Writes several arrays to one file, under their keywords or as `arr_0`, `arr_1`, …"""
    _pack(file, args, kwds, zipfile.ZIP_STORED)


def savez_compressed(file: Any, *args: Any, **kwds: Any) -> None:
    """The same, compressed."""
    _pack(file, args, kwds, zipfile.ZIP_DEFLATED)


def _pack(file: Any, args: Any, kwds: dict[str, Any], compression: int) -> None:
    arrays = kwds | {f'arr_{place}': value for place, value in enumerate(args)}
    with zipfile.ZipFile(_named(file, '.npz'), 'w', compression) as archive:
        for name, value in arrays.items():
            archive.writestr(f'{name}.npy', _written(value))


class NpzFile:
    """The arrays of a file by their names.

    Args:
        data: the bytes of the file.
        allow_pickle: whether arrays of objects are read.
    """

    def __init__(self, data: bytes, allow_pickle: bool = False) -> None:
        self._archive = zipfile.ZipFile(BytesIO(data))
        self._allow_pickle = allow_pickle
        self.files = [name.removesuffix('.npy') for name in self._archive.namelist()]

    def __getitem__(self, key: str) -> Any:
        if key not in self.files:
            raise KeyError(f'{key} is not a file in the archive')
        return _read(self._archive.read(f'{key}.npy'), self._allow_pickle)

    def __iter__(self) -> Iterator[str]:
        return iter(self.files)

    def __len__(self) -> int:
        return len(self.files)

    def __contains__(self, key: object) -> bool:
        return key in self.files

    def keys(self) -> list[str]:
        """The names."""
        return list(self.files)

    def items(self) -> list[tuple[str, ndarray]]:
        """The names with their arrays."""
        return [(key, self[key]) for key in self.files]

    def values(self) -> list[ndarray]:
        """The arrays."""
        return [self[key] for key in self.files]

    def close(self) -> None:
        """Closes the file."""
        self._archive.close()

    def __enter__(self) -> 'NpzFile':
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def load(file: Any, mmap_mode: Any = None, allow_pickle: bool = False) -> Any:
    """The array of a file, or the arrays of an `.npz` file by their names.

    Raises:
        FileNotFoundError: where there is no such file.
        EOFError: for an empty file.
        ValueError: for pickled objects unless they are allowed.
    """
    if hasattr(file, 'read'):
        data = file.read()
    else:
        with open(file, 'rb') as opened:
            data = opened.read()
    if not data:
        raise EOFError('No data left in file')
    return NpzFile(data, allow_pickle) if data[:2] == b'PK' else _read(data, allow_pickle)
