"""The methods of arrays that reduce dimensions, or order elements."""

from typing import Any

from .dtypes import scalar_of

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

    def _reduced(self, name: str, axis: Any, keepdims: bool, floating: bool = False) -> Any:
        source = _floating(self._t) if floating else self._t
        if axis is None:
            result = getattr(source.reshape(-1), name)()
            return self._wrap(result.reshape((1,) * self.ndim) if keepdims else result)
        return self._wrap(getattr(source, name)(axis, keepdims))

    def _require_elements(self, axis: Any, problem: str) -> None:
        if self.size == 0 and (axis is None or (isinstance(axis, int) and self.shape[axis] == 0)):
            raise ValueError(problem)

    def sum(self, axis: Any = None, keepdims: bool = False) -> Any:
        """The sum, of all or along dimensions."""
        return self._reduced('sum', axis, keepdims)

    def mean(self, axis: Any = None, keepdims: bool = False) -> Any:
        """The mean, of all or along dimensions."""
        return self._reduced('mean', axis, keepdims, floating=True)

    def prod(self, axis: Any = None, keepdims: bool = False) -> Any:
        """The product, of all or along a dimension."""
        return self._reduced('prod', axis, keepdims)

    def all(self, axis: Any = None, keepdims: bool = False) -> Any:
        """Whether all elements differ from 0."""
        return self._reduced('all', axis, keepdims)

    def any(self, axis: Any = None, keepdims: bool = False) -> Any:
        """Whether any element differs from 0."""
        return self._reduced('any', axis, keepdims)

    def max(self, axis: Any = None, keepdims: bool = False) -> Any:
        """The largest element, of all or along dimensions.

        Raises:
            ValueError: when there is none.
        """
        self._require_elements(axis, 'zero-size array to reduction operation maximum which has no identity')
        return self._reduced('amax', axis, keepdims)

    def min(self, axis: Any = None, keepdims: bool = False) -> Any:
        """The smallest element, of all or along dimensions.

        Raises:
            ValueError: when there is none.
        """
        self._require_elements(axis, 'zero-size array to reduction operation minimum which has no identity')
        return self._reduced('amin', axis, keepdims)

    def argmax(self, axis: Any = None) -> Any:
        """Where the largest element is.

        Raises:
            ValueError: when there is none.
        """
        self._require_elements(axis, 'attempt to get argmax of an empty sequence')
        return self._wrap(self._t.reshape(-1).argmax() if axis is None else self._t.argmax(axis))

    def argmin(self, axis: Any = None) -> Any:
        """Where the smallest element is.

        Raises:
            ValueError: when there is none.
        """
        self._require_elements(axis, 'attempt to get argmin of an empty sequence')
        return self._wrap(self._t.reshape(-1).argmin() if axis is None else self._t.argmin(axis))

    def argsort(self, axis: int = -1) -> Any:
        """The order that sorts the elements."""
        return self._wrap(self._t.argsort(axis))

    def sort(self, axis: int = -1) -> None:
        """Sorts in place."""
        self._t.copy_(self._t.sort(axis)[0])

    def cumsum(self, axis: Any = None) -> Any:
        """Sums of all elements so far."""
        return self._wrap(self._t.reshape(-1).cumsum(0) if axis is None else self._t.cumsum(axis))

    def var(self, axis: Any = None, ddof: int = 0, keepdims: bool = False) -> Any:
        """The variance, of all or along a dimension; divides by n - ddof."""
        values = self._of(_floating(self._t))
        distances = values - values.mean(axis, keepdims=True)
        count = self.size if axis is None else self.shape[axis]
        return (distances * distances).sum(axis, keepdims) / (count - ddof)

    def std(self, axis: Any = None, ddof: int = 0, keepdims: bool = False) -> Any:
        """The standard deviation, of all or along a dimension."""
        return self.var(axis, ddof, keepdims) ** 0.5

    def dot(self, other: Any) -> Any:
        """The product of vectors or matrices."""
        return self @ other


def _floating(tensor: Any) -> Any:
    return tensor if tensor.is_floating_point() else tensor.double()
