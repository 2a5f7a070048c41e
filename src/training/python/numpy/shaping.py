"""The methods of arrays that give the same elements in another form."""

from typing import Any

from .dtypes import dtype, torch_dtype
from .exceptions import AxisError
from .reductions import Reductions

__all__ = ['Shaping']


class Shaping(Reductions):
    """Copies, other dtypes, other shapes."""

    __slots__ = ()

    _like: Any
    _as_objects: Any

    def astype(self, kind: Any, copy: bool = True) -> Any:
        """A copy with another dtype."""
        if dtype(kind).kind in 'UO':
            return self._as_objects(dtype(kind))
        return self._of(self._t.to(torch_dtype(kind), copy=copy))

    def copy(self, order: str = 'C') -> Any:
        """A copy with storage of its own."""
        return self._of(self._t.clone())

    def reshape(self, *shape: Any, order: str = 'C') -> Any:
        """The same elements in another shape.

        Raises:
            ValueError: when the shape has another number of elements.
        """
        wanted = shape[0] if len(shape) == 1 and not hasattr(shape[0], '__index__') else shape
        wanted = tuple(int(size) for size in wanted)
        try:
            if order == 'F':
                return self._like(self._t.permute(*range(self.ndim)[::-1]).reshape(wanted[::-1])).T
            return self._like(self._t.reshape(wanted))
        except RuntimeError:
            known = [size for size in wanted if size != -1] if wanted.count(-1) == 1 else list(wanted)
            shown = ','.join(map(str, known)) + (',' if len(wanted) == 1 else '')
            raise ValueError(f'cannot reshape array of size {self.size} into shape ({shown})') from None

    def flatten(self, order: str = 'C') -> Any:
        """A copy with one dimension."""
        source = self._t if order == 'C' else self._t.permute(*range(self.ndim)[::-1])
        return self._like(source.reshape(-1).clone())

    def ravel(self, order: str = 'C') -> Any:
        """The elements with one dimension, as a view where possible."""
        source = self._t if order == 'C' else self._t.permute(*range(self.ndim)[::-1])
        return self._like(source.reshape(-1))

    def transpose(self, *axes: Any) -> Any:
        """The dimensions in another order; reversed when none is given.

        Raises:
            AxisError: for a dimension that the array has not.
            ValueError: when they are not all named once.
        """
        given = axes[0] if len(axes) == 1 and not hasattr(axes[0], '__index__') else axes
        order = [int(axis) for axis in given] if given else list(range(self.ndim - 1, -1, -1))
        for axis in order:
            if not -self.ndim <= axis < self.ndim:
                raise AxisError(axis, self.ndim)
        if len(order) != self.ndim:
            raise ValueError("axes don't match array")
        return self._like(self._t.permute(*order))

    def squeeze(self, axis: Any = None) -> Any:
        """Without dimensions of size 1.

        Raises:
            AxisError: for a dimension that the array has not.
            ValueError: for a dimension of another size.
        """
        if axis is None:
            return self._like(self._t.squeeze())
        for one in (axis,) if isinstance(axis, int) else axis:
            if not -self.ndim <= one < self.ndim:
                raise AxisError(one, self.ndim)
            if self.shape[one] != 1:
                raise ValueError('cannot select an axis to squeeze out which has size not equal to one')
        return self._like(self._t.squeeze(axis))

    def view(self, dtype: Any = None) -> Any:
        """The same elements, seen by another array."""
        if dtype is None or (isinstance(dtype, type) and issubclass(dtype, Shaping)):
            return self._like(self._t)
        return self._of(self._t.view(torch_dtype(dtype)))
