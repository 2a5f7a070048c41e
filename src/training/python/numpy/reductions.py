"""The methods of arrays that reduce dimensions, or order elements."""

import math
import operator
import warnings
from typing import Any

from .dtypes import scalar_of, torch_dtype
from .exceptions import AxisError
from .floating_errors import told

__all__ = ['Reductions']


class Reductions:
    """Sums and their like, of all elements or along dimensions."""

    __slots__ = ()

    _t: Any
    _of: Any
    size: Any
    shape: Any
    ndim: Any

    def _wrap(self, tensor: Any) -> Any:
        return self._of(tensor) if tensor.dim() else scalar_of(tensor)

    def _axes(self, axis: Any) -> Any:
        """The dimensions, counted from the front; None for all.

        Raises:
            AxisError: for a dimension that the array has not.
        """
        if axis is None:
            return None
        several = tuple(axis) if isinstance(axis, (tuple, list)) else (operator.index(axis),)
        for each in several:
            if not -self.ndim <= each < self.ndim:
                raise AxisError(each, self.ndim)
        return tuple(each % self.ndim for each in several)

    def _reduced(
        self, name: str, axis: Any, keepdims: bool, dtype: Any = None, floating: bool = False, out: Any = None
    ) -> Any:
        source = _floating(self._t) if floating else self._t
        if dtype is not None:
            source = source.to(torch_dtype(dtype))
        axes = self._axes(axis)
        if axes is None or len(axes) == self.ndim:
            result = getattr(source.reshape(-1), name)()
            result = result.reshape((1,) * self.ndim) if keepdims else result
        else:
            order = [each for each in range(self.ndim) if each not in axes]
            shape = [self.shape[each] for each in order]
            source = source.permute(*order, *axes).reshape(*shape, -1) if len(axes) > 1 else source
            result = getattr(source, name)(-1 if len(axes) > 1 else axes[0])
            if keepdims:
                result = result.reshape(
                    [1 if place in axes else size for place, size in enumerate(self.shape)]
                )
        if out is not None:
            out._t.copy_(result)
            return out
        return self._wrap(result)

    def _require_elements(self, axis: Any, problem: str) -> None:
        if self.size == 0 and (axis is None or (isinstance(axis, int) and self.shape[axis] == 0)):
            raise ValueError(problem)

    def sum(
        self, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: bool = False, initial: Any = 0
    ) -> Any:
        """The sum, of all or along dimensions."""
        found = self._reduced('sum', axis, keepdims, dtype, out=out)
        return found + initial if initial else found

    def mean(self, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: bool = False) -> Any:
        """The mean, of all or along dimensions."""
        if not self.size:
            warnings.warn('Mean of empty slice.', RuntimeWarning, stacklevel=2)
            told('invalid', 'double_scalars')
        return self._reduced('mean', axis, keepdims, dtype, floating=True, out=out)

    def prod(
        self, axis: Any = None, dtype: Any = None, out: Any = None, keepdims: bool = False, initial: Any = 1
    ) -> Any:
        """The product, of all or along dimensions."""
        found = self._reduced('prod', axis, keepdims, dtype, out=out)
        return found * initial if initial != 1 else found

    def all(self, axis: Any = None, out: Any = None, keepdims: bool = False) -> Any:
        """Whether all elements differ from 0."""
        return self._reduced('all', axis, keepdims, out=out)

    def any(self, axis: Any = None, out: Any = None, keepdims: bool = False) -> Any:
        """Whether any element differs from 0."""
        return self._reduced('any', axis, keepdims, out=out)

    def max(self, axis: Any = None, out: Any = None, keepdims: bool = False, initial: Any = None) -> Any:
        """The largest element, of all or along dimensions.

        Raises:
            ValueError: when there is none.
        """
        if initial is None:
            self._require_elements(
                axis, 'zero-size array to reduction operation maximum which has no identity'
            )
        elif not self.size:
            return initial
        found = self._reduced('amax', axis, keepdims, out=out)
        return found if initial is None else max(found, initial)

    def min(self, axis: Any = None, out: Any = None, keepdims: bool = False, initial: Any = None) -> Any:
        """The smallest element, of all or along dimensions.

        Raises:
            ValueError: when there is none.
        """
        if initial is None:
            self._require_elements(
                axis, 'zero-size array to reduction operation minimum which has no identity'
            )
        elif not self.size:
            return initial
        found = self._reduced('amin', axis, keepdims, out=out)
        return found if initial is None else min(found, initial)

    def argmax(self, axis: Any = None, out: Any = None, keepdims: bool = False) -> Any:
        """Where the largest element is.

        Raises:
            ValueError: when there is none.
        """
        self._require_elements(axis, 'attempt to get argmax of an empty sequence')
        return self._place('argmax', axis, keepdims)

    def argmin(self, axis: Any = None, out: Any = None, keepdims: bool = False) -> Any:
        """Where the smallest element is.

        Raises:
            ValueError: when there is none.
        """
        self._require_elements(axis, 'attempt to get argmin of an empty sequence')
        return self._place('argmin', axis, keepdims)

    def _place(self, name: str, axis: Any, keepdims: bool) -> Any:
        self._axes(axis)
        if axis is None:
            found = getattr(self._t.reshape(-1), name)()
            return self._wrap(found.reshape((1,) * self.ndim) if keepdims else found)
        return self._wrap(getattr(self._t, name)(axis, keepdims))

    def argsort(self, axis: Any = -1, kind: Any = None) -> Any:
        """The order that sorts the elements."""
        self._axes(axis)
        flat = self._t.reshape(-1) if axis is None else self._t
        return self._wrap(flat.argsort(-1 if axis is None else axis, stable=True))

    def sort(self, axis: int = -1, kind: Any = None) -> None:
        """Sorts in place."""
        self._axes(axis)
        self._t.copy_(self._t.sort(axis)[0])

    def cumsum(self, axis: Any = None, dtype: Any = None, out: Any = None) -> Any:
        """Sums of all elements so far."""
        self._axes(axis)
        source = self._t if dtype is None else self._t.to(torch_dtype(dtype))
        return self._wrap(source.reshape(-1).cumsum(0) if axis is None else source.cumsum(axis))

    def var(
        self, axis: Any = None, dtype: Any = None, out: Any = None, ddof: int = 0, keepdims: bool = False
    ) -> Any:
        """The variance, of all or along dimensions; divides by n - ddof."""
        values = self._of(_floating(self._t))
        axes = self._axes(axis)
        count = self.size if axes is None else math.prod(self.shape[each] for each in axes)
        if count <= ddof:
            warnings.warn('Degrees of freedom <= 0 for slice', RuntimeWarning, stacklevel=2)
            return self._wrap(values._t.sum(axes or (), keepdims) * math.nan)
        distances = values - values._reduced('mean', axis, True)
        return (distances * distances).sum(axis, keepdims=keepdims) / (count - ddof)

    def std(
        self, axis: Any = None, dtype: Any = None, out: Any = None, ddof: int = 0, keepdims: bool = False
    ) -> Any:
        """The standard deviation, of all or along dimensions."""
        return self.var(axis, dtype, out, ddof, keepdims) ** 0.5


def _floating(tensor: Any) -> Any:
    return tensor if tensor.is_floating_point() else tensor.double()
