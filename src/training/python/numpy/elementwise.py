"""Universal functions: of each element of one array, or of each pair of two."""

from collections.abc import Callable
from typing import Any

import torch
from torch._type_names import BuiltinType

from .dtypes import torch_dtype
from .floating_errors import told_of_array
from .multiarray import as_tensor, ndarray, together, wrap

__all__ = ['of_one', 'of_reals', 'of_two', 'ufunc']

Compute = Callable[..., Any]


class ufunc(metaclass=BuiltinType, package='numpy'):
    """A function of every element.

    Args:
        name: numpy's.
        compute: from tensors, or a tensor and a number, a tensor.
        nin: how many arrays it takes.
        divides: whether its infinities come from zeros.
        identity: what its reduction of no elements is.
    """

    __module__ = 'numpy'

    def __init__(
        self,
        name: str,
        compute: Compute,
        nin: int,
        divides: bool = False,
        identity: Any = None,
        doc: str = '',
    ) -> None:
        self.__name__ = self.__qualname__ = name
        self.__doc__ = (
            doc or f'{name} of {"every element" if nin == 1 else "two arrays, element by element"}.'
        )
        self._compute = compute
        self.nin = nin
        self.nout = 1
        self.identity = identity
        self._divides = divides

    def __repr__(self) -> str:
        return f"<ufunc '{self.__name__}'>"

    def __call__(self, *args: Any, out: Any = None, where: Any = True, dtype: Any = None) -> Any:
        """What it makes of its arrays.

        Raises:
            TypeError: for another number of them.
        """
        if len(args) == self.nin + 1 and out is None:
            *args, out = args  # type: ignore[assignment]
        if len(args) != self.nin:
            raise TypeError(
                f'{self.__name__}() takes from {self.nin} to {self.nin + 1} positional arguments but '
                f'{len(args)} '
                f'{"was" if len(args) == 1 else "were"} given'
            )
        tensors = [each for each in args if isinstance(each, torch.Tensor)]
        for each in tensors:
            if each.requires_grad:
                each.numpy()  # raises, as numpy's own look at the tensor does
        result = self._result(*args)
        if dtype is not None:
            result = result.to(torch_dtype(dtype))
        if out is not None:
            return self._written(result, out[0] if isinstance(out, tuple) else out, where)
        return result if tensors else wrap(result)

    def _result(self, *args: Any) -> Any:
        if self.nin == 1:
            source = as_tensor(args[0])
            result = self._compute(source)
            told_of_array(self.__name__, result, source, divides=self._divides)
            return result
        left, right = args
        if (
            not isinstance(left, ndarray)
            and isinstance(right, ndarray)
            and isinstance(left, (bool, int, float))
        ):
            second, first = together(right._t, left)
        else:
            first, second = together(as_tensor(left), right)
        return self._compute(first, second)

    def _written(self, result: Any, out: Any, where: Any) -> Any:
        mask = None if where is True else as_tensor(where)
        out._t.copy_(result if mask is None else torch.where(mask, result.to(out._t.dtype), out._t))
        return out

    def reduce(self, array: Any, axis: Any = 0, keepdims: bool = False) -> Any:
        """What the function makes of all parts along a dimension, one after the other.

        Raises:
            ValueError: for a function of one array, and where there are no elements.
        """
        made = list(self._steps(array, axis))
        if not made:
            if self.identity is None:
                raise ValueError(
                    f'zero-size array to reduction operation {self.__name__} which has no identity'
                )
            return wrap(torch.tensor(self.identity))
        last = as_tensor(made[-1])
        return wrap(last.unsqueeze(axis) if keepdims else last)

    def accumulate(self, array: Any, axis: int = 0) -> Any:
        """The same, with all steps on the way."""
        return wrap(torch.stack([as_tensor(each) for each in self._steps(array, axis)], axis))

    def _steps(self, array: Any, axis: Any) -> Any:
        if self.nin != 2:
            raise ValueError('reduce only supported for binary functions')
        source = as_tensor(array)
        source, along = (source.reshape(-1), 0) if axis is None else (source, axis)
        so_far: Any = None
        for part in source.movedim(along, 0):
            so_far = wrap(part) if so_far is None else self(so_far, wrap(part))
            yield so_far

    def outer(self, A: Any, B: Any) -> Any:
        """What it makes of all pairs."""
        left, right = as_tensor(A), as_tensor(B)
        return self(ndarray._of(left.reshape(*left.shape, *(1,) * right.dim())), ndarray._of(right))

    def at(self, a: ndarray, indices: Any, b: Any) -> None:
        """Changes elements in place; those that are named several times, several times."""
        places = torch.broadcast_tensors(
            *map(as_tensor, indices if isinstance(indices, tuple) else (indices,))
        )
        given = as_tensor(b).expand(places[0].shape).reshape(-1)
        for number, place in enumerate(zip(*(each.reshape(-1).tolist() for each in places), strict=True)):
            a[place] = self(a[place], wrap(given[number]))


def of_one(name: str, compute: Compute, floating: bool = True, divides: bool = False) -> ufunc:
    """A function of one array; `floating` makes integers float64 first."""

    def apply(source: Any) -> Any:
        return compute(source if source.is_floating_point() or not floating else source.double())

    return ufunc(name, apply, 1, divides)


def of_two(name: str, compute: Compute, identity: Any = None) -> ufunc:
    """A function of two arrays."""

    def apply(left: Any, right: Any) -> Any:
        if not isinstance(right, torch.Tensor):
            right = torch.tensor(right, dtype=left.dtype)
        if not isinstance(left, torch.Tensor):
            left = torch.tensor(left, dtype=right.dtype)
        try:
            return compute(left, right)
        except RuntimeError as error:
            if 'must match the size of tensor' not in str(error):
                raise
            shapes = ' '.join(str(tuple(each.shape)).replace(' ', '') for each in (left, right))
            raise ValueError(f'operands could not be broadcast together with shapes {shapes} ') from None

    return ufunc(name, apply, 2, identity=identity)


def of_reals(name: str, compute: Compute) -> ufunc:
    """A function of two arrays of floating-point numbers."""

    def doubled(left: Any, right: Any) -> Any:
        pair = (each if each.is_floating_point() else each.double() for each in (left, right))
        return compute(*pair)

    return of_two(name, doubled)
