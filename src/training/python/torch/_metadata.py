"""What a tensor is like: shape, dtype, place in memory."""

from typing import TYPE_CHECKING, Any, Self

import _engine

from ._dtypes import COMPLEX, CPU, DTYPES, FLOATING, Size, device, dtype, make_size
from ._handle import NDIM, SIZES, Handle, shared, wrap
from ._memory_formats import contiguous_format, lies_in, memory_format

__all__ = ['Metadata', 'wrap_dimension']

_describe = _engine.describe
_dtype = _engine.dtype
_ndim = _engine.ndim


class layout:
    """How the elements of a tensor lie in memory."""

    __module__ = 'torch'

    def __init__(self, name: str) -> None:
        self._name = name

    def __repr__(self) -> str:
        return f'torch.{self._name}'


STRIDED = layout('strided')


class Metadata:
    """Properties of a tensor that are no values."""

    __slots__ = ()

    _h: int

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    @property
    def shape(self) -> Size:
        """The length of each dimension."""
        _describe(self._h)
        return make_size(shared[SIZES : SIZES + shared[NDIM]])

    def size(self, dim: int | None = None) -> Any:
        """The shape, or the length of one dimension.

        Raises:
            TypeError: unless `dim` is an integer.
            IndexError: for a dimension that there is not.
        """
        if dim is None:
            return self.shape
        if not hasattr(dim, '__index__') or isinstance(dim, bool):
            raise TypeError(f"size(): argument 'dim' (position 1) must be int, not {type(dim).__name__}")
        shape = self.shape
        return shape[wrap_dimension(dim, len(shape))]

    def dim(self) -> int:
        """The number of dimensions."""
        return _ndim(self._h)

    ndimension = dim

    @property
    def ndim(self) -> int:
        """The number of dimensions."""
        return _ndim(self._h)

    def numel(self) -> int:
        """The number of elements."""
        return _engine.numel(self._h)

    nelement = numel

    def stride(self, dim: int | None = None) -> Any:
        """How many elements apart neighbours along each dimension lie in storage."""
        rank = _ndim(self._h)
        if dim is not None:
            return _engine.stride(self._h, wrap_dimension(dim, rank))
        return tuple(_engine.stride(self._h, i) for i in range(rank))

    def storage_offset(self) -> int:
        """Where in its storage the first element lies."""
        return _engine.storage_offset(self._h)

    def is_contiguous(self, memory_format: memory_format = contiguous_format) -> bool:
        """Whether the elements lie in storage without gaps in an order: row by row unless told otherwise."""
        if memory_format is not contiguous_format:
            return lies_in(self, memory_format)
        return bool(_engine.is_contiguous(self._h))

    def data_ptr(self) -> int:
        """A number that tensors which share storage from the same place have in common."""
        return _engine.data_ptr(self._h)

    def element_size(self) -> int:
        """Bytes of one element in PyTorch's own storage."""
        return self.dtype.itemsize

    @property
    def itemsize(self) -> int:
        """Bytes of one element."""
        return self.dtype.itemsize

    @property
    def nbytes(self) -> int:
        """Bytes of all elements."""
        return self.numel() * self.dtype.itemsize

    @property
    def dtype(self) -> dtype:
        """The type of the elements."""
        return DTYPES[_dtype(self._h)]

    @property
    def device(self) -> device:
        """Always the CPU."""
        return CPU

    is_cuda = False
    is_sparse = False
    is_quantized = False
    is_meta = False
    name = None

    @property
    def layout(self) -> Any:
        """Always `torch.strided`: each element has its place."""
        return STRIDED

    @property
    def names(self) -> tuple[None, ...]:
        """The dimensions' names, of which there are none."""
        return (None,) * self.dim()

    @property
    def real(self) -> Any:
        """The real parts, as a view; the tensor itself when it is not complex."""
        return wrap(_engine.real(self._h)) if self.is_complex() else self

    @real.setter
    def real(self, value: Any) -> None:
        self.real.copy_(value) if isinstance(value, Handle) else self.real.fill_(value)

    @property
    def imag(self) -> Any:
        """The imaginary parts of a complex tensor, as a view."""
        return wrap(_engine.imag(self._h))

    @imag.setter
    def imag(self, value: Any) -> None:
        self.imag.copy_(value) if isinstance(value, Handle) else self.imag.fill_(value)

    def is_floating_point(self) -> bool:
        """Whether the dtype is float32 or float64."""
        return FLOATING <= _dtype(self._h) < COMPLEX

    def is_complex(self) -> bool:
        """Whether the dtype is complex64 or complex128."""
        return _dtype(self._h) >= COMPLEX

    def is_inference(self) -> bool:
        """Whether it was made in inference mode."""
        return bool(_engine.is_inference(self._h))

    def is_signed(self) -> bool:
        """Whether the dtype has negative values."""
        return self.dtype.is_signed

    def get_device(self) -> int:
        """-1: the CPU."""
        return -1

    def cpu(self) -> Self:
        """Itself."""
        return self


def wrap_dimension(dim: int, rank: int) -> int:
    """A dimension counted from the front; PyTorch's IndexError when there is none.

    Raises:
        IndexError: for a dimension that there is not.
    """
    room = max(rank, 1)
    if -room <= dim < room:
        return dim % room
    raise IndexError(
        f'Dimension out of range (expected to be in range of [{-room}, {room - 1}], but got {dim})'
    )
