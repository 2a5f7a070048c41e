"""Arrays of texts and of any objects: places in a list of them, which index and change form as numbers do."""

import operator
from collections.abc import Callable, Iterable
from typing import Any

import torch

from .arrayprint import rows_text
from .dtypes import dtype, generic, object_, str_
from .exceptions import UFuncTypeError
from .multiarray import ndarray, register_object_maker

__all__ = ['ObjectArray', 'joined', 'objects', 'of_objects', 'texts']

_LONGEST = {'b': 5, 'i': 21, 'u': 3, 'f': 32}


class ObjectArray(ndarray, package='numpy'):
    """An array of texts (`<U3`) or of objects; `_t` holds the place of each element in `_objects`."""

    __slots__ = ('_kind', '_objects')
    __module__ = 'numpy'

    _objects: list[Any]
    _kind: dtype

    def _like(self, tensor: Any) -> Any:
        """The elements at other places."""
        return _made(tensor, self._objects, self._kind)

    def _element(self, tensor: Any) -> Any:
        return self._objects[tensor.item()]

    def _as_tensor(self) -> Any:
        raise TypeError(
            f"can't convert np.ndarray of type numpy.{self._kind.type.__name__}. The only supported types "
            'are: '
            'float64, float32, float16, complex64, complex128, int64, int32, int16, int8, uint64, uint32, '
            'uint16, uint8, and bool.'
        )

    @property
    def dtype(self) -> dtype:
        """`object`, or that of texts: `<U3`."""
        return self._kind

    def _flat(self) -> list[Any]:
        return [self._objects[place] for place in self._t.reshape(-1).tolist()]

    def tolist(self) -> Any:
        """The elements as nested lists."""
        return _nested(self._flat(), self.shape) if self.ndim else self._element(self._t)

    def item(self, *args: int) -> Any:
        """The only element, or one of several.

        Raises:
            ValueError: unless there is exactly one element.
        """
        chosen = self._t[args] if len(args) > 1 else self._t.reshape(-1)[args[0]] if args else self._t
        if chosen.numel() != 1:
            raise ValueError('can only convert an array of size 1 to a Python scalar')
        return self._objects[chosen.item()]

    def copy(self) -> 'ObjectArray':
        """A copy with elements of its own."""
        return of_objects(self._flat(), self.shape, self._kind)

    def astype(self, kind: Any, copy: bool = True) -> Any:
        """A copy as numbers, as texts or as objects.

        Raises:
            ValueError: for a text that is no number.
        """
        wanted = dtype(kind)
        values = self._flat()
        if wanted.kind == 'O':
            return of_objects(values, self.shape, wanted)
        if wanted.kind == 'U':
            return texts([str(value) for value in values], self.shape)
        make = float if wanted.kind == 'f' else bool if wanted.kind == 'b' else int
        return ndarray._of(torch.tensor([make(value) for value in values]).reshape(self.shape)).astype(wanted)

    def fill(self, value: Any) -> None:
        """Sets all elements."""
        self[...] = value

    def __getitem__(self, index: Any) -> Any:
        chosen = ndarray.__getitem__(ndarray._of(self._t), index)
        return self._like(chosen._t) if isinstance(chosen, ndarray) else self._objects[chosen]

    def __setitem__(self, index: Any, value: Any) -> None:
        given = value if isinstance(value, ndarray) else _array_for(value, self._kind)
        if self._kind.kind == 'U':
            given = given.astype(str)
        first = len(self._objects)
        self._objects.extend(
            each[: self._kind.length] if self._kind.kind == 'U' else each for each in _elements(given)
        )
        places = torch.arange(first, len(self._objects)).reshape(given.shape)
        ndarray.__setitem__(ndarray._of(self._t), index, ndarray._of(places))

    def __iter__(self) -> Any:
        if not self.ndim:
            raise TypeError('iteration over a 0-d array')
        return (self[place] for place in range(len(self)))

    def __contains__(self, element: Any) -> bool:
        return element in self._flat()

    def __bool__(self) -> bool:
        if self.size != 1:
            return ndarray.__bool__(self)
        return bool(self._flat()[0])

    def sort(self, axis: int = -1, kind: Any = None) -> None:
        """Sorts in place."""
        self._t.copy_(torch.take_along_dim(self._t, self.argsort(axis)._t, axis))

    def argsort(self, axis: int = -1, kind: Any = None) -> Any:
        """The order that sorts the elements."""
        return self._ranks().argsort(axis)

    def _ranks(self) -> ndarray:
        """For each element the number of those before it in order."""
        values = self._flat()
        order = {value: rank for rank, value in enumerate(sorted(set(values)))}
        return ndarray._of(
            torch.tensor([order[value] for value in values], dtype=torch.int64).reshape(self.shape)
        )

    def sum(self, axis: Any = None, keepdims: bool = False) -> Any:
        """The sum of the objects, by their own `+`."""
        return self._folded(operator.add, 'add', axis)

    def max(self, axis: Any = None, keepdims: bool = False) -> Any:
        """The largest."""
        return self._folded(max, 'maximum', axis)

    def min(self, axis: Any = None, keepdims: bool = False) -> Any:
        """The smallest."""
        return self._folded(min, 'minimum', axis)

    def mean(self, axis: Any = None, keepdims: bool = False) -> Any:
        """The sum of the objects divided by their number."""
        return self.sum(axis) / (self.size if axis is None else self.shape[axis])

    def _folded(self, compute: Callable[[Any, Any], Any], name: str, axis: Any) -> Any:
        if self._kind.kind == 'U':
            raise UFuncTypeError(
                f"ufunc '{name}' did not contain a loop with signature matching types {self._kind!r}"
            )
        rows = self if axis is None else self._like(self._t.movedim(axis, 0))
        found: Any = None
        for place, value in enumerate(self._flat() if axis is None else rows):
            found = value if place == 0 else compute(found, value)
        return found

    def __repr__(self) -> str:
        shown = _text(self, ', ', 7, repr)
        return f'array({shown}, dtype={"object" if self._kind.kind == "O" else repr(str(self._kind))})'

    def __str__(self) -> str:
        if not self.ndim:
            return str(self.item())
        return _text(self, ' ', 1, repr)


def _made(tensor: Any, values: list[Any], kind: dtype) -> ObjectArray:
    made = object.__new__(ObjectArray)
    made._t, made._objects, made._kind = tensor, values, kind
    return made


def _elements(values: ndarray) -> list[Any]:
    return values._flat() if isinstance(values, ObjectArray) else values._t.reshape(-1).tolist()


def _nested(flat: list[Any], shape: Any) -> Any:
    for size in reversed(shape[1:]):
        flat = [flat[start : start + size] for start in range(0, len(flat), size)]
    return flat


def of_objects(values: Iterable[Any], shape: Any, kind: Any = object_) -> ObjectArray:
    """An array of objects, in row-major order."""
    listed = [value.item() if isinstance(value, generic) else value for value in values]
    return _made(torch.arange(len(listed)).reshape(tuple(shape)), listed, dtype(kind))


def texts(values: list[str], shape: Any = None) -> ObjectArray:
    """An array of texts, of a dtype that has room for the longest."""
    longest = max(map(len, values), default=1) or 1
    return of_objects(values, (len(values),) if shape is None else shape, dtype(str_, longest))


def _array_for(value: Any, kind: dtype) -> ObjectArray:
    if isinstance(value, (list, tuple)):
        return objects(value)
    return of_objects([value], ())


def objects(data: Any, kind: Any = None) -> ObjectArray:
    """An array of what are no numbers alone: of texts where all are texts or numbers, else of objects."""
    if isinstance(data, ndarray):
        return data.astype(kind or object_)
    flat, shape = _flattened(data)
    wanted = None if kind is None else dtype(kind)
    plain = [value.item() if isinstance(value, generic) else value for value in flat]
    has_text = any(isinstance(value, str) for value in plain)
    if wanted is None and has_text and all(isinstance(value, (str, bool, int, float)) for value in plain):
        return _mixed_texts(plain, shape)
    if wanted is not None and wanted.kind == 'U':
        made = texts([str(value) for value in plain], shape)
        return made if not wanted.length else made.astype(wanted)
    return of_objects(plain, shape)


def _mixed_texts(values: list[Any], shape: Any) -> ObjectArray:
    """Numbers become texts too; each dtype has room for its longest number."""
    made = texts([str(value) for value in values], shape)
    room = max((_LONGEST['b' if isinstance(v, bool) else 'i' if isinstance(v, int) else 'f'] for v in values
                if not isinstance(v, str)), default=0)  # fmt: skip
    made._kind = dtype(str_, max(room, made._kind.length))
    return made


def _flattened(data: Any) -> tuple[list[Any], tuple[int, ...]]:
    """The elements of nested sequences and their shape, as deep as all have one length."""
    if not isinstance(data, (list, tuple, range, ndarray)):
        return [data], ()
    flat: list[Any] = list(data)
    shape: tuple[int, ...] = (len(flat),)
    while flat and all(isinstance(each, (list, tuple, ndarray)) for each in flat):
        lengths = {len(each) if not isinstance(each, ndarray) or each.ndim else None for each in flat}
        if len(lengths) != 1 or None in lengths:
            break
        shape += (lengths.pop(),)  # type: ignore[operator]
        flat = [member for each in flat for member in each]
    return flat, shape


def joined(arrays: list[ndarray], axis: int = 0) -> ObjectArray:
    """Arrays one after the other along a dimension."""
    values: list[Any] = []
    parts: list[Any] = []
    for each in arrays:
        own = _elements(each)
        parts.append(torch.arange(len(values), len(values) + len(own)).reshape(each.shape))
        values.extend(own)
    tensor = torch.cat(parts, axis)
    if any(isinstance(each, ObjectArray) and each._kind.kind == 'O' for each in arrays):
        return _made(tensor, values, dtype(object_))
    room = _mixed_texts(values, (len(values),))
    return _made(tensor, room._objects, room._kind)


def _text(array: ObjectArray, separator: str, indent: int, write: Callable[[Any], str]) -> str:
    """The elements in brackets, a row to a line."""
    if not array.size:
        return '[]'
    written = [f'list({value!r})' if isinstance(value, list) else write(value) for value in array._flat()]
    nested = _nested(written, array.shape) if array.ndim else written[0]
    return rows_text(nested, array.ndim, separator, indent)


def _compared(name: str) -> Callable[..., Any]:
    compute = getattr(operator, name)

    def apply(self: ObjectArray, other: Any) -> Any:
        return _each(self, other, compute, True)

    return apply


def _each(left: ObjectArray, right: Any, compute: Callable[[Any, Any], Any], to_bool: bool) -> Any:
    other = (
        right if isinstance(right, ndarray) else objects(right) if isinstance(right, (list, tuple)) else None
    )
    if other is None:
        pairs = [(value, right) for value in left._flat()]
        shape = left.shape
    else:
        first, second = torch.broadcast_tensors(left._t, torch.arange(other.size).reshape(other.shape))
        shape, theirs = tuple(first.shape), _elements(other)
        places = zip(first.reshape(-1).tolist(), second.reshape(-1).tolist(), strict=True)
        pairs = [(left._objects[a], theirs[b]) for a, b in places]
    made = [compute(*pair) for pair in pairs]
    if to_bool:
        return ndarray._of(torch.tensor([bool(value) for value in made], dtype=torch.bool).reshape(shape))
    return of_objects(made, shape)


def _arithmetic(name: str, ufunc: str, swapped: bool) -> Callable[..., Any]:
    compute = getattr(operator, name)

    def apply(self: ObjectArray, other: Any) -> Any:
        if isinstance(other, torch.Tensor):
            return NotImplemented
        if self._kind.kind == 'U':
            theirs = other.dtype if isinstance(other, ndarray) else objects(other).dtype
            kinds = f'{theirs!r}, {self._kind!r}' if swapped else f'{self._kind!r}, {theirs!r}'
            raise UFuncTypeError(
                f"ufunc '{ufunc}' did not contain a loop with signature matching types ({kinds}) -> None"
            )
        return _each(self, other, (lambda mine, given: compute(given, mine)) if swapped else compute, False)

    return apply


_UFUNCS = {
    'add': 'add', 'sub': 'subtract', 'mul': 'multiply', 'truediv': 'divide', 'floordiv': 'floor_divide',
    'mod': 'remainder', 'pow': 'power',
}  # fmt: skip

for _name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
    setattr(ObjectArray, f'__{_name}__', _compared(_name))
for _name, _ufunc in _UFUNCS.items():
    setattr(ObjectArray, f'__{_name}__', _arithmetic(_name, _ufunc, False))
    setattr(ObjectArray, f'__r{_name}__', _arithmetic(_name, _ufunc, True))


def _as_objects(self: ndarray, kind: dtype) -> ObjectArray:
    """Numbers as texts or as objects."""
    values = self._t.reshape(-1).tolist()
    if kind.kind == 'O':
        return of_objects(values, self.shape, kind)
    made = texts([str(value) for value in values], self.shape)
    made._kind = dtype(str_, kind.length or _LONGEST[self.dtype.kind])
    return made


ObjectArray.__qualname__ = 'ndarray'
ndarray._as_objects = _as_objects
register_object_maker(objects)
