"""Minima of functions."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy import ndarray

__all__ = ['OptimizeResult', 'minimize']

_STEP = 1.4901161193847656e-08
"""The square root of float64's resolution: the difference by which slopes are estimated."""

_METHODS = (None, 'BFGS', 'L-BFGS-B')


class OptimizeResult(dict):
    """What a minimization came to, by names and as attributes.

    Attributes:
        x: where the least value was found.
        fun: the value.
        success, message: whether it converged, and why it ended.
        nit, nfev: iterations, and calls of the function.
    """

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


class _Function:
    """A function of an array with its slopes, which counts its calls."""

    def __init__(self, fun: Callable[..., Any], args: tuple[Any, ...], jac: Any, highest: ndarray) -> None:
        self.calls = 0
        self._fun, self._args, self._jac, self._highest = fun, args, jac, highest

    def value(self, x: ndarray) -> float:
        self.calls += 1
        found = self._fun(x.copy(), *self._args)
        return float(np.asarray(found[0] if self._jac is True else found).reshape(-1)[0])

    def slopes(self, x: ndarray, value: float) -> ndarray:
        if self._jac is True:
            return np.asarray(self._fun(x.copy(), *self._args)[1], dtype=float)
        if callable(self._jac):
            return np.asarray(self._jac(x.copy(), *self._args), dtype=float)
        found = []
        for place in range(len(x)):
            step = _STEP * max(1.0, abs(float(x[place])))
            moved = x.copy()
            # Backwards where a step forwards would leave the bounds.
            if float(x[place]) + step > float(self._highest[place]):
                step = -step
            moved[place] = float(x[place]) + step
            found.append((self.value(moved) - value) / step)
        return np.array(found)


def minimize(
    fun: Callable[..., Any],
    x0: Any,
    args: Any = (),
    method: str | None = None,
    jac: Any = None,
    bounds: Sequence[tuple[float | None, float | None]] | None = None,
    tol: float | None = None,
    options: dict[str, Any] | None = None,
) -> OptimizeResult:
    """The least value of a function that was found from a start, by BFGS with projection onto bounds.

    Args:
        fun: of an array with one dimension, and of `args`.
        x0: where it starts.
        jac: the function of the slopes, or whether `fun` answers them too; by differences unless given.
        bounds: (least, greatest) of each coordinate; None for none.
        tol: below which the largest slope ends it.
        options: `maxiter`, `gtol`.

    Raises:
        NotImplementedError: for other methods than BFGS and L-BFGS-B.
    """
    if method not in _METHODS:
        raise NotImplementedError(f'D2L Exercises minimizes by BFGS and L-BFGS-B, not by {method}')
    x = np.atleast_1d(np.asarray(x0, dtype=float)).copy()
    low, high = _bounds(bounds, len(x))
    x = np.clip(x, low, high)
    given = options or {}
    function = _Function(fun, args if isinstance(args, tuple) else (args,), jac, high)
    limit = given.get('gtol', 1e-5 if tol is None else tol)
    return _descend(function, x, (low, high), limit, given.get('maxiter', 200 * len(x)))


def _bounds(bounds: Any, size: int) -> tuple[ndarray, ndarray]:
    pairs = [(None, None)] * size if bounds is None else list(bounds)
    low = np.array([-np.inf if least is None else float(least) for least, _ in pairs])
    return low, np.array([np.inf if most is None else float(most) for _, most in pairs])


def _descend(
    function: _Function, x: ndarray, bounds: tuple[ndarray, ndarray], limit: float, most: int
) -> OptimizeResult:
    value = function.value(x)
    slopes = function.slopes(x, value)
    curvature = np.eye(len(x))
    iterations = 0
    while iterations < most and _largest(_projected(x, slopes, bounds)) > limit:
        moved = _searched(function, x, value, slopes, curvature, bounds)
        if moved is None:
            break
        iterations += 1
        new_x, new_value = moved
        new_slopes = function.slopes(new_x, new_value)
        curvature = _updated(curvature, new_x - x, new_slopes - slopes)
        settled = abs(value - new_value) <= 2.2e-9 * max(abs(value), abs(new_value), 1.0)
        x, value, slopes = new_x, new_value, new_slopes
        if settled:
            break
    success = iterations < most
    return OptimizeResult(
        x=x,
        fun=value,
        jac=slopes,
        nit=iterations,
        nfev=function.calls,
        success=success,
        status=0 if success else 1,
        message='Optimization terminated successfully.'
        if success
        else 'Maximum number of iterations has been exceeded.',
    )


def _largest(values: ndarray) -> float:
    return float(np.abs(values).max()) if len(values) else 0.0


def _projected(x: ndarray, slopes: ndarray, bounds: tuple[ndarray, ndarray]) -> ndarray:
    return x - np.clip(x - slopes, *bounds)


def _searched(
    function: _Function,
    x: ndarray,
    value: float,
    slopes: ndarray,
    curvature: ndarray,
    bounds: tuple[ndarray, ndarray],
) -> tuple[ndarray, float] | None:
    """A point with a lower value: along the quasi-Newton direction, else against the slopes."""
    held = ((x <= bounds[0]) & (slopes > 0)) | ((x >= bounds[1]) & (slopes < 0))
    free = np.where(held, 0.0, slopes)
    for direction in (-np.where(held, 0.0, curvature @ free), -free):
        rate = 1.0
        for _ in range(40):
            found = np.clip(x + rate * direction, *bounds)
            reached = function.value(found)
            if reached < value + 1e-4 * float((slopes * (found - x)).sum()):
                return found, reached
            rate /= 2
    return None


def _updated(curvature: ndarray, step: ndarray, change: ndarray) -> ndarray:
    """The inverse of the curvature after a step (Nocedal and Wright, 2006, equation 6.17)."""
    along = float((step * change).sum())
    if along <= 1e-12:
        return curvature
    rest = np.eye(len(step)) - np.outer(step, change) / along
    return rest @ curvature @ rest.T + np.outer(step, step) / along
