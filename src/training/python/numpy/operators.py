"""The operators of arrays, which compute in the dtypes that numpy computes in."""

import operator
from collections.abc import Callable
from typing import Any

import torch

from .multiarray import as_tensor, ndarray, together, wrap

__all__ = ['add_operators']


def _compute(operation: Callable[[Any, Any], Any], left: Any, right: Any, divides: bool) -> Any:
    first, second = together(left, right)
    if divides and not first.is_floating_point():
        first = first.double()
    try:
        return wrap(operation(first, second))
    except RuntimeError as error:
        if 'must match the size of tensor' not in str(error):
            raise
        shapes = ' '.join(str(tuple(each.shape)).replace(' ', '') for each in (first, second))
        raise ValueError(f'operands could not be broadcast together with shapes {shapes} ') from None


def _add_operator(name: str, divides: bool = False) -> None:
    operation = getattr(operator, name)

    def forward(self: ndarray, other: Any) -> Any:
        if isinstance(other, (str, torch.Tensor)) or other is None:
            return NotImplemented
        return _compute(operation, self._t, other, divides)

    def reflected(self: ndarray, other: Any) -> Any:
        if isinstance(other, (str, torch.Tensor)) or other is None:
            return NotImplemented
        if isinstance(other, (bool, int, float)):
            own, number = together(self._t, other)
            if divides and not own.is_floating_point():
                own = own.double()
            return wrap(operation(number, own))
        return _compute(operation, as_tensor(other), self, divides)

    def in_place(self: ndarray, other: Any) -> ndarray:
        self._t.copy_(as_tensor(forward(self, other)))
        return self

    plain = name.strip('_')
    setattr(ndarray, f'__{plain}__', forward)
    if plain not in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
        setattr(ndarray, f'__r{plain}__', reflected)
        setattr(ndarray, f'__i{plain}__', in_place)


_PLAIN = (
    'add',
    'sub',
    'mul',
    'pow',
    'mod',
    'floordiv',
    'eq',
    'ne',
    'lt',
    'le',
    'gt',
    'ge',
    'and_',
    'or_',
    'xor',
)


def add_operators() -> None:
    """Gives arrays Python's operators."""
    for name in _PLAIN:
        _add_operator(name)
    _add_operator('truediv', divides=True)
