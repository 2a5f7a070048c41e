"""torch.Tensor: what is not an operation of the generated table, and the fast forms of what is."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NoReturn

import _engine

from . import _arithmetic, _conversion, _functional, _gradients, _indexing, _metadata
from ._grad_mode import is_grad_enabled
from ._handle import Handle, check, raise_error, register_tensor_class, wrap
from ._legacy_types import legacy_tensor
from ._operations import TensorBase
from ._warnings import warn_once

__all__ = ['Tensor']

_ndim = _engine.ndim
_size = _engine.size


class _TensorType(type):
    """Makes `torch.Tensor(…)` PyTorch's legacy constructor; the engine's results do not pass through it."""

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls is not Tensor:
            return super().__call__(*args, **kwargs)
        return legacy_tensor('float32', args)


class Tensor(
    _arithmetic.Arithmetic,
    _conversion.Conversion,
    _gradients.Gradients,
    _metadata.Metadata,
    TensorBase,
    Handle,
    metaclass=_TensorType,
):
    """A multi-dimensional array of elements of one dtype, with gradients where asked for."""

    __slots__ = ()
    __module__ = 'torch'
    __array_priority__ = 1000

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

    def __getattr__(self, name: str) -> Any:
        from ._names import missing_member

        raise missing_member('torch.Tensor', type(self).__name__, name)

    def __dir__(self) -> list[str]:
        return sorted(set(dir(Tensor)) | set(getattr(self, '__dict__', ())))

    @property
    def T(self) -> 'Tensor':  # noqa: N802 - PyTorch's name
        """The dimensions in reverse order, as a view."""
        if _ndim(self._h) not in (0, 2):
            warn_once(
                'The use of `x.T` on tensors of dimension other than 2 to reverse their shape is deprecated '
                'and it will throw an error in a future release. Consider `x.mT` to transpose batches of '
                'matrices or `x.permute(*torch.arange(x.ndim - 1, -1, -1))` to reverse the dimensions of a '
                'tensor.'
            )
        return self.permute(*range(_ndim(self._h) - 1, -1, -1))

    @property
    def mT(self) -> 'Tensor':  # noqa: N802 - PyTorch's name
        """The last two dimensions exchanged, as a view."""
        return self.transpose(-2, -1)

    @property
    def H(self) -> 'Tensor':  # noqa: N802 - PyTorch's name
        """The conjugate transpose of a matrix.

        Raises:
            RuntimeError: for other than two dimensions.
        """
        rank = _ndim(self._h)
        if rank not in (0, 2):
            raise RuntimeError(f'tensor.H is only supported on matrices (2-D tensors). Got {rank}-D tensor.')
        return self.mH if rank else self

    @property
    def mH(self) -> 'Tensor':  # noqa: N802 - PyTorch's name
        """The last two dimensions exchanged, and each number conjugated."""
        return self.transpose(-2, -1).conj()

    def is_conj(self) -> bool:
        """False: numbers are conjugated at once."""
        return False

    def __repr__(self) -> str:
        text = _engine.format(self._h)
        return text if isinstance(text, str) else raise_error()

    def where(self, condition: 'Tensor', other: 'Tensor | float') -> 'Tensor':
        """Its own elements where the condition holds, those of `other` elsewhere."""
        from ._operations import where

        return where(condition, self, other)

    def norm(
        self,
        p: float | str = 'fro',
        dim: int | Sequence[int] | None = None,
        keepdim: bool = False,
        dtype: Any = None,
    ) -> 'Tensor':
        """The p-norm of all elements, or along dimensions; the Euclidean one unless told otherwise."""
        return _functional.norm(self, p, dim, keepdim, None, dtype)

    unique = _functional.unique
    unique_consecutive = _functional.unique_consecutive

    def stft(self, *args: Any, **kwargs: Any) -> 'Tensor':
        """The Fourier transforms of overlapping frames, as `torch.stft` gives them."""
        from ._short_time import stft

        return stft(self, *args, **kwargs)

    def istft(self, *args: Any, **kwargs: Any) -> 'Tensor':
        """The signal whose `stft` this is, as `torch.istft` gives it."""
        from ._short_time import istft

        return istft(self, *args, **kwargs)

    def lu(self, pivot: bool = True, get_infos: bool = False) -> 'tuple[Tensor, ...]':
        """The factors with exchanged rows, as `torch.lu` gives them."""
        return tuple(_functional.lu(self, pivot, get_infos))

    def nonzero(self, *, as_tuple: bool = False) -> 'Tensor | tuple[Tensor, ...]':
        """The places of elements other than 0: one row each, or one vector for each dimension."""
        found = TensorBase.nonzero(self)
        if not as_tuple:
            return found
        if _ndim(self._h) == 0:  # as a vector of one element
            return self.reshape(1).nonzero(as_tuple=True)
        return tuple(found[:, dim].clone() for dim in range(_ndim(self._h)))

    def _shown_as(self, view_of: 'Callable[[Tensor], Tensor]') -> 'Tensor':
        """Takes the shape of a view of itself, in place."""
        if self.requires_grad and self.is_leaf and is_grad_enabled():
            raise RuntimeError('a leaf Variable that requires grad is being used in an in-place operation.')
        view = view_of(wrap(_engine.twin(self._h)))
        check(_engine.show_as(self._h, view._h))
        return self

    def unsqueeze_(self, dim: int) -> 'Tensor':
        """With a further dimension of size 1, in place."""
        return self._shown_as(lambda old: old.unsqueeze(dim))

    def squeeze_(self, *args: Any, **kwargs: Any) -> 'Tensor':
        """Without dimensions of size 1, in place."""
        return self._shown_as(lambda old: old.squeeze(*args, **kwargs))

    def t_(self) -> 'Tensor':
        """Transposed, in place."""
        return self._shown_as(lambda old: old.t())

    def transpose_(self, dim0: int, dim1: int) -> 'Tensor':
        """With two dimensions exchanged, in place."""
        return self._shown_as(lambda old: old.transpose(dim0, dim1))

    swapaxes_ = transpose_

    def as_strided_(
        self, size: Sequence[int], stride: Sequence[int], storage_offset: int | None = None
    ) -> 'Tensor':
        """With other sizes, strides and offset over the same memory, in place."""
        return self._shown_as(lambda old: old.as_strided(size, stride, storage_offset))

    def fill_diagonal_(self, fill_value: float, wrap: bool = False) -> 'Tensor':
        """Sets the diagonal of a matrix, in place.

        Raises:
            NotImplementedError: for `wrap=True`.
        """
        if wrap:
            raise NotImplementedError('D2L Exercises does not support fill_diagonal_(wrap=True)')
        self.diagonal().fill_(fill_value)
        return self

    def values(self) -> NoReturn:
        """The elements other than 0 of a sparse tensor; there is none, so it raises.

        Raises:
            RuntimeError: always.
        """
        raise RuntimeError('values expected sparse tensor layout but got Strided')

    def cuda(self, *_: Any, **__: Any) -> NoReturn:
        """There is no CUDA here.

        Raises:
            AssertionError: always, as PyTorch without CUDA.
        """
        from ._dtypes import NO_CUDA

        raise AssertionError(NO_CUDA)

    def register_hook(self, hook: Callable[['Tensor'], 'Tensor | None']) -> Any:
        """Calls `hook(gradient)` in every backward pass; what it returns takes the gradient's place.

        Raises:
            RuntimeError: unless the tensor requires gradients.
        """
        from .autograd._callbacks import HookHandle

        if not self.requires_grad:
            raise RuntimeError("cannot register a hook on a tensor that doesn't require gradient")
        return HookHandle(self, hook)

    def register_post_accumulate_grad_hook(self, hook: Callable[['Tensor'], None]) -> Any:
        """Calls `hook(tensor)` in every backward pass when `grad` has its new value.

        Raises:
            RuntimeError: unless the tensor is a leaf that requires gradients.
        """
        from .autograd._callbacks import HookHandle

        if not self.requires_grad:
            raise RuntimeError("cannot register a hook on a tensor that doesn't require gradient")
        if not self.is_leaf:
            raise RuntimeError('post accumulate grad hooks cannot be registered on non-leaf tensors')
        return HookHandle(self, hook, afterwards=True)


Tensor.__qualname__ = 'Tensor'
register_tensor_class(Tensor)
