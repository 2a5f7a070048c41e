"""numpy.testing: assertions about arrays, in numpy's words."""

import contextlib
from collections.abc import Callable
from typing import Any

import torch

from .creation import asarray
from .multiarray import ndarray, together

__all__ = [
    'assert_',
    'assert_allclose',
    'assert_almost_equal',
    'assert_array_almost_equal',
    'assert_array_equal',
    'assert_array_less',
    'assert_equal',
    'assert_raises',
]


def _shown(name: str, value: ndarray) -> str:
    text = f'array({value.item()})' if not value.ndim else repr(value)
    return f' {name}: {text}'


def _largest(values: Any) -> str:
    return str(ndarray._of(values.max().reshape(1)))[1:-1].strip()


def _compare(
    actual: Any,
    desired: Any,
    header: str,
    holds: Callable[[Any, Any], Any],
    err_msg: str,
    equal_nan: bool = True,
) -> None:
    """Raises unless a comparison holds for all elements of two arrays.

    Raises:
        AssertionError: with what differs, and both arrays.
    """
    x, y = asarray(actual), asarray(desired)
    shown = [_shown('x', x), _shown('y', y)]
    if x.ndim and y.ndim and x.shape != y.shape:
        _fail(header, err_msg, [f'(shapes {x.shape}, {y.shape} mismatch)', *shown])
    if x.dtype.kind in 'UO' or y.dtype.kind in 'UO':
        if not asarray(x == y).all():
            _fail(header, err_msg, shown)
        return
    left, right = together(x._t, y._t)
    left, right = torch.broadcast_tensors(left, right)
    if equal_nan:
        for word, here, there in (
            ('nan', left.isnan(), right.isnan()),
            ('+inf', left == float('inf'), right == float('inf')),
            ('-inf', left == -float('inf'), right == -float('inf')),
        ):
            if not (here == there).all():
                _fail(header, err_msg, [f'x and y {word} location mismatch:', *shown])
    both = left.isfinite() & right.isfinite()
    right_for_all = holds(left, right) | ~both if equal_nan else holds(left, right)
    if right_for_all.all():
        return
    wrong = int((~right_for_all).sum())
    share = 100 * wrong / left.numel()
    lines = [f'Mismatched elements: {wrong} / {left.numel()} ({share:.3g}%)']
    kinds = [each.double() if each.is_floating_point() else each for each in (left, right)]
    apart = (kinds[0] - kinds[1]).abs()[both] if left.dtype is not torch.bool else None
    if apart is not None and apart.numel():
        lines.append(f'Max absolute difference: {_largest(apart)}')
        sizes = right[both].abs().double()
        relative = (apart.double() / sizes)[sizes != 0]
        lines.append(f'Max relative difference: {_largest(relative) if relative.numel() else "inf"}')
    _fail(header, err_msg, [*lines, *shown])


def _fail(header: str, err_msg: str, lines: list[str]) -> None:
    raise AssertionError('\n'.join(['', header, err_msg, *lines]))


def assert_array_equal(x: Any, y: Any, err_msg: str = '', verbose: bool = True) -> None:
    """Raises an AssertionError unless two arrays have the same elements."""
    _compare(x, y, 'Arrays are not equal', lambda a, b: a == b, err_msg)


def assert_allclose(
    actual: Any, desired: Any, rtol: float = 1e-07, atol: float = 0, equal_nan: bool = True, err_msg: str = ''
) -> None:
    """Raises an AssertionError unless all elements are equal within `atol + rtol * |desired|`."""
    header = f'Not equal to tolerance rtol={rtol:g}, atol={atol:g}'
    _compare(actual, desired, header, lambda a, b: (a - b).abs() <= atol + rtol * b.abs(), err_msg, equal_nan)


def assert_array_almost_equal(
    x: Any, y: Any, decimal: int = 6, err_msg: str = '', verbose: bool = True
) -> None:
    """Raises an AssertionError unless all elements differ by less than 1.5 in a decimal."""
    header = f'Arrays are not almost equal to {decimal} decimals'
    _compare(x, y, header, lambda a, b: (a - b).abs().double() < 1.5 * 10.0**-decimal, err_msg)


def assert_array_less(x: Any, y: Any, err_msg: str = '', verbose: bool = True) -> None:
    """Raises an AssertionError unless each element is less than its partner."""
    _compare(x, y, 'Arrays are not less-ordered', lambda a, b: a < b, err_msg)


def assert_almost_equal(
    actual: Any, desired: Any, decimal: int = 7, err_msg: str = '', verbose: bool = True
) -> None:
    """Raises an AssertionError unless two numbers, or all elements, differ by less than 1.5 in a decimal.

    Raises:
        AssertionError: where they differ by more.
    """
    if any(hasattr(each, '__len__') for each in (actual, desired)):
        assert_array_almost_equal(actual, desired, decimal, err_msg)
    elif abs(float(desired) - float(actual)) >= 1.5 * 10.0**-decimal:
        lines = [f' ACTUAL: {actual!r}', f' DESIRED: {desired!r}']
        raise AssertionError('\n'.join(['', f'Arrays are not almost equal to {decimal} decimals', *lines]))


def assert_equal(actual: Any, desired: Any, err_msg: str = '', verbose: bool = True) -> None:
    """Raises an AssertionError unless two objects are equal, member by member.

    Raises:
        AssertionError: with the first member that differs.
    """
    if isinstance(desired, dict) and isinstance(actual, dict):
        assert_equal(len(actual), len(desired), err_msg)
        for key in desired:
            assert_equal(actual[key], desired[key], f'key={key!r}\n{err_msg}')
    elif isinstance(desired, (list, tuple)) and isinstance(actual, (list, tuple)):
        assert_equal(len(actual), len(desired), err_msg)
        for place, pair in enumerate(zip(actual, desired, strict=True)):
            assert_equal(*pair, f'item={place}\n{err_msg}')
    elif isinstance(actual, (ndarray, torch.Tensor)) or isinstance(desired, (ndarray, torch.Tensor)):
        assert_array_equal(actual, desired, err_msg)
    elif actual != desired and not (actual != actual and desired != desired):
        lines = [*([err_msg] if err_msg else []), f' ACTUAL: {actual!r}', f' DESIRED: {desired!r}']
        raise AssertionError('\n'.join(['', 'Items are not equal:', *lines]))


def assert_(val: Any, msg: str = '') -> None:
    """Raises an AssertionError unless a value is true.

    Raises:
        AssertionError: when it is not.
    """
    if not val:
        raise AssertionError(msg)


@contextlib.contextmanager
def _raising(kind: Any) -> Any:
    try:
        yield
    except kind:
        return
    raise AssertionError(f'{kind.__name__} not raised')


def assert_raises(exception_class: Any, *args: Any, **kwargs: Any) -> Any:
    """Raises an AssertionError unless a call, or the `with` block, raises an exception of a class.

    Raises:
        AssertionError: when nothing is raised.
    """
    if not args:
        return _raising(exception_class)
    try:
        args[0](*args[1:], **kwargs)
    except exception_class:
        return None
    raise AssertionError(f'{exception_class.__name__} not raised by {args[0].__name__}')
