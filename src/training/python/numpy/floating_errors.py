"""What numpy says of numbers that overflow, of divisions by zero and of results that are no number."""

import contextlib
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import torch

__all__ = ['errstate', 'geterr', 'seterr']

_OFFERED_BY = 'numpy'

_WORDS = {'divide': 'divide by zero', 'over': 'overflow', 'invalid': 'invalid value'}
_state: dict[str, str] = {'divide': 'warn', 'over': 'warn', 'under': 'ignore', 'invalid': 'warn'}
_MODES = ('ignore', 'warn', 'raise', 'call', 'print', 'log')


def geterr() -> dict[str, str]:
    """What is done of each: `ignore`, `warn`, `raise` or `print`."""
    return dict(_state)


def seterr(
    all: str | None = None,
    divide: str | None = None,
    over: str | None = None,
    under: str | None = None,
    invalid: str | None = None,
) -> dict[str, str]:
    """Sets what is done of each, and gives what was done before.

    Raises:
        ValueError: for another word than `ignore`, `warn`, `raise`, `print`.
    """
    before = dict(_state)
    given = {'divide': divide, 'over': over, 'under': under, 'invalid': invalid}
    for name, own in given.items():
        mode = own or all
        if mode is None:
            continue
        if mode not in _MODES:
            raise ValueError(f'invalid error mode {mode!r}')
        _state[name] = mode
    return before


@contextlib.contextmanager
def errstate(**kwargs: Any) -> Iterator[None]:
    """Sets inside a `with` block what is done of each."""
    before = seterr(**kwargs)
    try:
        yield
    finally:
        _state.update(before)


def told(kind: str, where: str) -> None:
    """Tells the program, as it wants to be told, of `divide`, `over` or `invalid` in a function.

    Raises:
        FloatingPointError: where the program wants errors.
    """
    mode = _state[kind]
    text = f'{_WORDS[kind]} encountered in {where}'
    if mode == 'raise':
        raise FloatingPointError(text)
    if mode == 'warn':
        warnings.warn(text, RuntimeWarning, stacklevel=_depth_of_the_program())
    elif mode == 'print':
        print(f'Warning: {text}')


def _depth_of_the_program() -> int:
    """How far the nearest frame outside of numpy is from the caller of this function."""
    depth = 1
    frame: Any = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get('__name__', '').partition('.')[0] == 'numpy':
        frame = frame.f_back
        depth += 1
    return depth


def told_of_array(where: str, result: Any, *operands: Any, divides: bool = False) -> None:
    """Looks through a tensor that a function made of operands, and tells what went wrong in it.

    Args:
        where: the function's name in numpy.
        result: the tensor.
        operands: tensors or numbers.
        divides: whether infinities come from zeros.
    """
    if not isinstance(result, torch.Tensor) or not result.is_floating_point():
        return
    finite = result.isfinite()
    if finite.all():
        return
    tensors = [each for each in operands if isinstance(each, torch.Tensor)]
    sound = [each for each in operands if not isinstance(each, torch.Tensor)]
    if any(each != each for each in sound):
        return
    infinite = ~finite & ~result.isnan()
    for each in tensors:
        infinite = infinite & each.isfinite()
    if all(abs(each) != float('inf') for each in sound) and infinite.any():
        told('divide' if divides else 'over', where)
    unknown = result.isnan()
    for each in tensors:
        unknown = unknown & ~each.isnan()
    if unknown.any():
        told('invalid', where)
