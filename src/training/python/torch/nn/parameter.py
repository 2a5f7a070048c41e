"""Parameters: the tensors that a module learns."""

from collections.abc import Sequence
from typing import Any

import _engine

from .._construct import tensor
from .._handle import check
from .._operations import zeros
from .._tensor import Tensor, _TensorType

__all__ = ['Parameter', 'Uninitialized', 'UninitializedBuffer', 'UninitializedParameter']


class _ParameterType(_TensorType):
    def __call__(cls, *args: Any, **kwargs: Any) -> Any:  # noqa: N805 - a class of classes
        make: Any = cls.__new__
        return make(cls, *args, **kwargs)


class Parameter(Tensor, metaclass=_ParameterType):
    """A tensor that a module registers when it is assigned as an attribute.

    Args:
        data: the values; the storage is shared.
        requires_grad: whether it is learned.
    """

    __slots__ = ()

    def __new__(cls, data: Any = None, requires_grad: bool = True) -> Any:
        source = tensor([]) if data is None else data
        if not isinstance(source, Tensor):
            detached = source.detach()
            raise RuntimeError(
                f'Creating a Parameter from an instance of type {type(data).__name__} requires that '
                'detach() returns an instance of the same type, but return type '
                f'{type(detached).__name__} was found instead. To use the type as a Parameter, please '
                'correct the detach() semantics defined by its __torch_dispatch__() implementation.'
            )
        if requires_grad and not (source.is_floating_point() or source.is_complex()):
            raise RuntimeError('Only Tensors of floating point and complex dtype can require gradients')
        h = _engine.data(source._h, True)
        check(h)
        made = object.__new__(cls)
        made._h = h
        if requires_grad:
            made.requires_grad_(True)
        return made

    def __repr__(self) -> str:
        return 'Parameter containing:\n' + super().__repr__()

    def _remake(self, values: Any) -> Any:
        return type(self)(values, self.requires_grad)

    def __reduce_ex__(self, protocol: Any) -> Any:
        return _rebuild, (self.detach(), self.requires_grad)


def _rebuild(data: Any, requires_grad: bool) -> Parameter:
    return Parameter(data, requires_grad)


_UNKNOWN_SHAPE = (
    "Can't access the shape of an uninitialized parameter or buffer. This error usually happens in "
    '`load_state_dict` when trying to load an uninitialized parameter into an initialized one. Call '
    '`forward` to initialize the parameters before accessing their attributes.'
)


class Uninitialized:
    """A tensor whose shape the first forward pass decides."""

    __slots__ = ()
    _becomes: type = Tensor

    def materialize(self: Any, shape: Sequence[int]) -> None:
        """Takes its shape and becomes an ordinary one; the object stays the same."""
        values = zeros(tuple(shape), dtype=self.dtype)
        check(_engine.set_data(self._h, values._h))
        self.__class__ = self._becomes

    @property
    def shape(self) -> Any:
        """The shape, of which nothing is known yet.

        Raises:
            RuntimeError: always, until the first input has been seen.
        """
        raise RuntimeError(_UNKNOWN_SHAPE)

    def __repr__(self) -> str:
        return f'<{type(self).__name__}>'

    def __deepcopy__(self: Any, memo: dict[Any, Any]) -> Any:
        return memo.setdefault(id(self), type(self)(self.requires_grad, dtype=self.dtype))


def refuse_uninitialized(value: Any, where: str) -> None:
    """Tells that a function cannot use a parameter or buffer that has no elements yet.

    Raises:
        ValueError: for such a one.
    """
    if isinstance(value, Uninitialized):
        raise ValueError(
            f'Attempted to use an uninitialized parameter in {where}. This error happens when you are '
            'using a '
            f'`LazyModule` or explicitly manipulating `torch.nn.parameter.{type(value).__name__}` objects. '
            'When '
            'using LazyModules Call `forward` with a dummy batch to initialize the parameters before calling '
            'torch functions'
        )


# What of a tensor says nothing of its elements, and what lets them come.
_KNOWN_EARLY = """
    data detach detach_ device dtype grad grad_fn is_cuda is_leaf is_sparse layout requires_grad
    requires_grad_ register_hook retain_grad to type cpu cuda float double half is_floating_point is_complex
"""
# Methods that PyTorch itself writes in Python.
_IN_PYTHON = ('backward', 'norm', 'split', 'stft', 'unique')


def _refuse(name: str) -> None:
    """Makes a method tell that there are no elements yet."""

    def refused(self: Any, *_: Any, **__: Any) -> Any:
        if name in _IN_PYTHON:
            where = f'<function Tensor.{name} at {id(refused):#x}>'
        else:
            where = f"<method '{name}' of 'torch._C.TensorBase' objects>"
        refuse_uninitialized(self, where)

    setattr(Uninitialized, name, refused)


for _owner in Tensor.__mro__[:-2]:
    for _name, _member in vars(_owner).items():
        if callable(_member) and not _name.startswith('_') and _name not in _KNOWN_EARLY.split():
            _refuse(_name)


class UninitializedParameter(Uninitialized, Parameter):
    """A parameter whose shape the first forward pass decides."""

    __slots__ = ()
    _becomes = Parameter

    def __new__(cls, requires_grad: bool = True, device: Any = None, dtype: Any = None) -> Any:
        return Parameter.__new__(cls, zeros(0, device=device, dtype=dtype), requires_grad)


class UninitializedBuffer(Uninitialized, Tensor, metaclass=_ParameterType):
    """A buffer whose shape the first forward pass decides."""

    __slots__ = ()

    def __new__(cls, requires_grad: bool = False, device: Any = None, dtype: Any = None) -> Any:
        values = zeros(0, device=device, dtype=dtype)
        h = _engine.data(values._h, True)
        check(h)
        made = object.__new__(cls)
        made._h = h
        return made
