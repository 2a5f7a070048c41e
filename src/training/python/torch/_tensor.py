"""torch.Tensor: what is not an operation of the generated table, and the fast forms of what is."""

from collections.abc import Iterator
from typing import Any, NoReturn

import _engine

from . import _arithmetic, _composites, _conversion, _indexing
from ._dtypes import CPU, DTYPES, Size, device, dtype, make_size
from ._handle import (
    FLAGS,
    GRADIENT_EPOCH,
    IS_LEAF,
    NDIM,
    REQUIRES_GRAD,
    SIZES,
    Handle,
    check,
    raise_error,
    register_tensor_class,
    shared,
    wrap,
)
from ._loops import answer
from ._operations import TensorBase

_backward = _engine.backward
_describe = _engine.describe
_detach = _engine.detach
_dtype = _engine.dtype
_grad = _engine.grad
_ndim = _engine.ndim
_new = object.__new__
_size = _engine.size


class _TensorType(type):
    """Makes `torch.Tensor(…)` PyTorch's legacy constructor; the engine's results do not pass through it."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls is not Tensor:
            return super().__call__(*args, **kwargs)
        from ._construct import legacy_tensor

        return legacy_tensor('float32', args)


class Tensor(
    _arithmetic.Arithmetic,
    _conversion.Conversion,
    TensorBase,
    _composites.Composites,
    Handle,
    metaclass=_TensorType,
):
    """A multi-dimensional array of elements of one dtype, with gradients where asked for."""

    __slots__ = ()
    __module__ = 'torch'
    __array_priority__ = 1000

    # ------------------------------------------------------------ what it is

    @property
    def shape(self) -> Size:
        """The length of each dimension."""
        _describe(self._h)
        return make_size(shared[SIZES : SIZES + shared[NDIM]])

    def size(self, dim: int | None = None) -> Any:
        """The shape, or the length of one dimension."""
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

    def is_contiguous(self) -> bool:
        """Whether the elements lie in storage in row-major order without gaps."""
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
    layout = 'torch.strided'

    def is_floating_point(self) -> bool:
        """Whether the dtype is float32 or float64."""
        return _dtype(self._h) >= 6

    def is_complex(self) -> bool:
        """Always False."""
        return False

    def is_signed(self) -> bool:
        """Whether the dtype has negative values."""
        return self.dtype.is_signed

    def get_device(self) -> int:
        """-1: the CPU."""
        return -1

    def cpu(self) -> 'Tensor':
        """Itself."""
        return self

    # ------------------------------------------------------------ gradients

    @property
    def requires_grad(self) -> bool:
        """Whether operations on it are recorded for `backward`."""
        return bool(_engine.requires_grad(self._h))

    @requires_grad.setter
    def requires_grad(self, value: bool) -> None:
        if not isinstance(value, bool):
            raise RuntimeError('requires_grad must be a bool')
        check(_engine.set_requires_grad(self._h, value))

    def requires_grad_(self, requires_grad: bool = True) -> 'Tensor':
        """Switches recording for `backward` on or off, in place."""
        if not isinstance(requires_grad, bool):
            kind = type(requires_grad).__name__
            raise TypeError(
                f"requires_grad_(): argument 'requires_grad' (position 1) must be bool, not {kind}"
            )
        if requires_grad and _dtype(self._h) < 6:
            raise RuntimeError('only Tensors of floating point dtype can require gradients')
        check(_engine.set_requires_grad(self._h, requires_grad))
        return self

    @property
    def is_leaf(self) -> bool:
        """Whether no recorded operation made it."""
        return bool(_engine.is_leaf(self._h))

    @property
    def grad_fn(self) -> Any:
        """The operation that made it, None for a leaf."""
        name = _engine.grad_fn_name(self._h)
        if not name:
            return None
        from ._graph import node

        return node(self, name)

    @property
    def grad(self) -> 'Tensor | None':
        """The gradient that `backward` has accumulated; None before."""
        try:
            if self._gradient_epoch == shared[GRADIENT_EPOCH]:
                return self._gradient
        except AttributeError:
            pass
        h = _grad(self._h)
        if not h:
            _warn_of_inner_gradient(self)
            return None
        gradient: Tensor = _new(Tensor)
        gradient._h = h
        self._gradient = gradient
        self._gradient_epoch = shared[GRADIENT_EPOCH]
        return gradient

    @grad.setter
    def grad(self, value: 'Tensor | None') -> None:
        shared[GRADIENT_EPOCH] += 1
        if value is None:
            _engine.set_grad(self._h, 0)
            return
        if not isinstance(value, Tensor):
            raise TypeError(
                f'assigned grad expected to be a Tensor or None but got grad of type {type(value).__name__}'
            )
        if value.shape != self.shape:
            raise RuntimeError('assigned grad has data of a different size')
        check(_engine.set_grad(self._h, value._h))

    @grad.deleter
    def grad(self) -> None:
        self.grad = None

    def backward(
        self,
        gradient: Any = None,
        retain_graph: bool | None = None,
        create_graph: bool = False,
        inputs: Any = None,
    ) -> None:
        """Adds the gradient of this scalar to `.grad` of every leaf that it was computed from.

        Args:
            gradient: what the gradient is multiplied with from the left; needed unless there is one element.
            retain_graph: keep what a second pass needs; as `create_graph` unless given.
            create_graph: record the pass itself, for second derivatives.
            inputs: the leaves to consider; all of them by default.
        """
        handles: tuple[int, ...] = ()
        if inputs is not None:
            chosen = (inputs,) if isinstance(inputs, Tensor) else tuple(inputs)
            handles = tuple(tensor._h for tensor in chosen)
        start = 0 if gradient is None else _gradient_handle(gradient)
        if create_graph:
            shared[GRADIENT_EPOCH] += 1
        if retain_graph is None:
            retain_graph = create_graph
        status = _backward(self._h, start, bool(retain_graph), create_graph, len(handles), *handles)
        if status:
            answer(status)

    def retain_grad(self) -> None:
        """Makes `backward` keep `.grad` although this is no leaf."""
        check(_engine.retain_grad(self._h))

    def detach(self) -> 'Tensor':
        """The same values outside the recording; shares storage."""
        h = _detach(self._h)
        if h < 1:
            raise_error()
        tensor = _new(Tensor)
        tensor._h = h
        return tensor

    def detach_(self) -> 'Tensor':
        """Leaves the recording, in place."""
        values = self.detach()
        check(_engine.set_data(self._h, values._h))
        return self.requires_grad_(False)

    @property
    def data(self) -> 'Tensor':
        """The same values outside the recording; changes through it are not seen by `backward`."""
        return wrap(_engine.data(self._h))

    @data.setter
    def data(self, value: 'Tensor') -> None:
        if not isinstance(value, Tensor):
            raise TypeError(f'Variable data has to be a tensor, but got {type(value).__name__}')
        check(_engine.set_data(self._h, value._h))

    @property
    def _version(self) -> int:
        return _engine.version(self._h)

    # ------------------------------------------------------------ elements

    def __getitem__(self, index: Any) -> 'Tensor':
        return _indexing.get_item(self, index)

    def __setitem__(self, index: Any, value: Any) -> None:
        _indexing.set_item(self, index, value)

    def __len__(self) -> int:
        if _ndim(self._h) == 0:
            raise TypeError('len() of a 0-d tensor')
        return _size(self._h, 0)

    def __iter__(self) -> Iterator['Tensor']:
        if _ndim(self._h) == 0:
            raise TypeError('iteration over a 0-d tensor')
        return iter([_indexing.select(self, position) for position in range(_size(self._h, 0))])

    def __reversed__(self) -> 'Tensor':
        return self if _ndim(self._h) == 0 else self.flip(0)

    def __contains__(self, element: Any) -> bool:
        if isinstance(element, (Tensor, bool, int, float)):
            return bool((self == element).any().item())
        raise RuntimeError(
            f'Tensor.__contains__ only supports Tensor or scalar, but you passed in a {type(element)}.'
        )

    def __hash__(self) -> int:
        return id(self)

    def __dir__(self) -> list[str]:
        return sorted(set(dir(Tensor)) | set(getattr(self, '__dict__', ())))

    @property
    def T(self) -> 'Tensor':  # noqa: N802 - PyTorch's name
        """The dimensions in reverse order, as a view."""
        return self.permute(*range(_ndim(self._h) - 1, -1, -1))

    @property
    def mT(self) -> 'Tensor':  # noqa: N802 - PyTorch's name
        """The last two dimensions exchanged, as a view."""
        return self.transpose(-2, -1)

    H = mT

    def __repr__(self) -> str:
        text = _engine.format(self._h)
        return text if isinstance(text, str) else raise_error()

    def where(self, condition: Any, other: Any) -> 'Tensor':
        """Its own elements where the condition holds, those of `other` elsewhere."""
        from ._operations import where

        return where(condition, self, other)

    def norm(self, p: Any = 'fro', dim: Any = None, keepdim: bool = False, dtype: Any = None) -> Any:
        """The p-norm of all elements, or along dimensions; the Euclidean one unless told otherwise."""
        from ._extra import norm

        return norm(self, p, dim, keepdim, None, dtype)

    def nonzero(self, *, as_tuple: bool = False) -> Any:
        """The places of elements other than 0: one row each, or one vector for each dimension."""
        found = TensorBase.nonzero(self)
        return tuple(found[:, dim].clone() for dim in range(_ndim(self._h))) if as_tuple else found

    def expand_as(self, other: Any) -> 'Tensor':
        """A view in the shape of another tensor."""
        return self.expand(other.shape)

    def view_as(self, other: Any) -> 'Tensor':
        """A view in the shape of another tensor."""
        return self.view(other.shape)

    def reshape_as(self, other: Any) -> 'Tensor':
        """The elements in the shape of another tensor."""
        return self.reshape(other.shape)

    def ravel(self) -> 'Tensor':
        """The elements with one dimension."""
        return self.reshape(-1)

    def unsqueeze_(self, dim: int) -> 'Tensor':
        """With a further dimension of size 1, in place."""
        view = self.unsqueeze(dim)
        check(_engine.set_data(self._h, view._h))
        return self

    def squeeze_(self, *dim: int) -> 'Tensor':
        """Without dimensions of size 1, in place."""
        view = self.squeeze(*dim)
        check(_engine.set_data(self._h, view._h))
        return self

    def cuda(self, *_: Any, **__: Any) -> NoReturn:
        """There is no CUDA here."""
        from ._dtypes import NO_CUDA

        raise AssertionError(NO_CUDA)

    def register_hook(self, hook: Any) -> NoReturn:
        """Not supported."""
        raise NotImplementedError('D2L Exercises does not support Tensor.register_hook')


def wrap_dimension(dim: int, rank: int) -> int:
    """A dimension counted from the front; PyTorch's IndexError when there is none."""
    room = max(rank, 1)
    if -room <= dim < room:
        return dim % room
    raise IndexError(
        f'Dimension out of range (expected to be in range of [{-room}, {room - 1}], but got {dim})'
    )


def _gradient_handle(gradient: Any) -> int:
    if isinstance(gradient, Tensor):
        return gradient._h
    raise TypeError(f'gradients can be either Tensors, symbols or None, but got {type(gradient).__name__}')


def _warn_of_inner_gradient(tensor: Tensor) -> None:
    _describe(tensor._h)
    if shared[FLAGS] & (REQUIRES_GRAD | IS_LEAF) != REQUIRES_GRAD:
        return
    import warnings

    warnings.warn(
        'The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute '
        "won't be populated during autograd.backward(). If you indeed want the .grad field to be populated "
        'for a non-leaf Tensor, use .retain_grad() on the non-leaf Tensor.',
        stacklevel=3,
    )


Tensor.__qualname__ = 'Tensor'
register_tensor_class(Tensor)
