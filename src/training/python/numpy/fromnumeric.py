"""The methods of arrays as functions."""

from typing import Any

import torch

from .creation import array, asarray
from .multiarray import ndarray

__all__ = [
    'all',
    'amax',
    'amin',
    'any',
    'argmax',
    'argmin',
    'argsort',
    'around',
    'clip',
    'cumsum',
    'max',
    'mean',
    'min',
    'ndim',
    'prod',
    'ravel',
    'reshape',
    'round',
    'shape',
    'size',
    'sort',
    'squeeze',
    'std',
    'sum',
    'transpose',
    'var',
]

_OFFERED_BY = 'numpy'


def _method(name: str) -> Any:
    def apply(a: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(a, torch.Tensor):
            return _of_tensor(name, a, args, kwargs)
        return getattr(asarray(a), name)(*args, **kwargs)

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = f'As the method {name} of arrays.'
    return apply


_REDUCTIONS = {
    **dict.fromkeys(('sum', 'prod', 'max', 'min', 'all', 'any'), ('out', 'axis')),
    'mean': ('dtype', 'out', 'axis'),
    **dict.fromkeys(('std', 'var'), ('ddof', 'dtype', 'out', 'axis')),
}
"""The names by which numpy calls the method of what is no array, such as a tensor, which refuses them."""


def _of_tensor(name: str, tensor: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """What numpy makes of a tensor: reductions are the tensor's own, others give a tensor."""
    if name in _REDUCTIONS:
        given = dict(zip(('axis', 'dtype', 'out'), args, strict=False)) | kwargs
        usual = {'ddof': 0}
        return getattr(tensor, name)(**{key: given.get(key, usual.get(key)) for key in _REDUCTIONS[name]})
    return torch.as_tensor(getattr(asarray(tensor), name)(*args, **kwargs))


sum, mean, prod, max, min, std, var, cumsum, argmax, argmin, argsort, all, any = map(
    _method,
    (
        'sum',
        'mean',
        'prod',
        'max',
        'min',
        'std',
        'var',
        'cumsum',
        'argmax',
        'argmin',
        'argsort',
        'all',
        'any',
    ),
)
reshape, transpose, ravel, squeeze, clip, round = map(
    _method, ('reshape', 'transpose', 'ravel', 'squeeze', 'clip', 'round')
)
amax, amin = max, min
around = round


def sort(a: Any, axis: int = -1) -> ndarray:
    """A sorted copy."""
    made = array(a)
    made.sort(axis)
    return made


def shape(a: Any) -> tuple[int, ...]:
    """The length of each dimension."""
    return asarray(a).shape


def ndim(a: Any) -> int:
    """The number of dimensions."""
    return asarray(a).ndim


def size(a: Any) -> int:
    """The number of elements."""
    return asarray(a).size
