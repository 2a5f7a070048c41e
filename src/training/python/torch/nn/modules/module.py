"""nn.Module: what owns parameters and other modules."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, Self

from ..._dtypes import NO_CUDA, Device
from ..._ordered import Ordered
from ..._tensor import Tensor
from .._state import load_module, save_module
from ._casts import Casts
from ._forward import own_constructor
from ._hooks import Hooked

__all__ = ['Module']

_OFFERED_BY = 'torch.nn.modules'


class _IncompatibleKeys(NamedTuple):
    missing_keys: list[str]
    unexpected_keys: list[str]

    def __repr__(self) -> str:
        if not self.missing_keys and not self.unexpected_keys:
            return '<All keys matched successfully>'
        return f'_IncompatibleKeys(missing_keys={self.missing_keys}, unexpected_keys={self.unexpected_keys})'


_IncompatibleKeys.__str__ = _IncompatibleKeys.__repr__


def indented(text: str, spaces: int) -> str:
    """All lines but the first moved to the right."""
    first, *rest = text.split('\n')
    return '\n'.join([first, *(' ' * spaces + line for line in rest)])


class Module(Casts, Hooked):
    """The base of all models and layers.

    Assigning a Parameter or a Module to an attribute registers it.

    Raises:
        TypeError: when the base class's own `__init__` gets arguments.
    """

    training: bool

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        if kwargs:
            raise TypeError(
                f"{type(self).__name__}.__init__() got an unexpected keyword argument '{next(iter(kwargs))}'"
            )
        if args:
            raise TypeError(
                f'{type(self).__name__}.__init__() takes 1 positional argument but {len(args) + 1} were given'
            )
        state = self.__dict__
        state['training'] = True
        state['_parameters'] = {}
        state['_buffers'] = {}
        state['_non_persistent_buffers_set'] = set()
        state['_backward_pre_hooks'] = Ordered()
        state['_backward_hooks'] = Ordered()
        state['_is_full_backward_hook'] = None
        state['_forward_hooks'] = Ordered()
        state['_forward_hooks_with_kwargs'] = Ordered()
        state['_forward_hooks_always_called'] = Ordered()
        state['_forward_pre_hooks'] = Ordered()
        state['_forward_pre_hooks_with_kwargs'] = Ordered()
        state['_state_dict_hooks'] = Ordered()
        state['_state_dict_pre_hooks'] = Ordered()
        state['_load_state_dict_pre_hooks'] = Ordered()
        state['_load_state_dict_post_hooks'] = Ordered()
        state['_modules'] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if not cls.__name__.startswith('_'):
            own_constructor(cls)

    def forward(self, *input: Any) -> Tensor:
        """Computes the output; every module defines its own.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError(
            f'Module [{type(self).__name__}] is missing the required "forward" function'
        )

    # ------------------------------------------------------------ what it does

    def train(self, mode: bool = True) -> Self:
        """Switches itself and all descendants into training mode.

        Raises:
            ValueError: unless `mode` is a bool.
        """
        if not isinstance(mode, bool):
            raise ValueError('training mode is expected to be boolean')
        self.training = mode
        for module in self.children():
            module.train(mode)
        return self

    def eval(self) -> Self:
        """Switches itself and all descendants into evaluation mode."""
        return self.train(False)

    def apply(self, fn: Callable[['Module'], Any]) -> Self:
        """Calls `fn` with every descendant, then with itself."""
        for module in self.children():
            module.apply(fn)
        fn(self)
        return self

    def requires_grad_(self, requires_grad: bool = True) -> Self:
        """Switches the recording of all parameters."""
        for parameter in self.parameters():
            parameter.requires_grad_(requires_grad)
        return self

    def zero_grad(self, set_to_none: bool = True) -> None:
        """Clears the gradients of all parameters."""
        for parameter in self.parameters():
            if parameter.grad is None:
                continue
            if set_to_none:
                parameter.grad = None
            else:
                parameter.grad.zero_()

    def share_memory(self) -> Self:
        """Itself: there is one process."""
        return self

    def to_empty(self, *, device: Device, recurse: bool = True) -> Self:
        """Moves parameters and buffers to a device, without their values."""
        return self.to(device)

    def cpu(self) -> Self:
        """Itself."""
        return self

    def cuda(self, device: Device = None) -> Self:
        """Moves the parameters to the GPU; there is none, so it raises.

        Raises:
            AssertionError: always: PyTorch here has no CUDA.
        """
        raise AssertionError(NO_CUDA)

    def state_dict(self, *, prefix: str = '', keep_vars: bool = False) -> 'OrderedDict[str, Tensor]':
        """All parameters and persistent buffers by name."""
        return save_module(self, prefix, keep_vars)

    def load_state_dict(
        self, state_dict: Mapping[str, Any], strict: bool = True, assign: bool = False
    ) -> _IncompatibleKeys:
        """Copies values into the parameters and buffers of the same names.

        Raises:
            RuntimeError: when names (if `strict`) or shapes do not agree.
        """
        return _IncompatibleKeys(*load_module(self, state_dict, strict))

    def __getstate__(self) -> dict[str, Any]:
        return dict(self.__dict__)

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)

    # ------------------------------------------------------------ text

    def extra_repr(self) -> str:
        """What stands between the brackets of the repr."""
        return ''

    def _get_name(self) -> str:
        return type(self).__name__

    def __repr__(self) -> str:
        extra = self.extra_repr()
        extras = extra.split('\n') if extra else []
        children = [f'({name}): {indented(repr(module), 2)}' for name, module in self._modules.items()]
        lines = extras + children
        name = self._get_name()
        if not lines:
            return f'{name}()'
        if len(extras) == 1 and not children:
            return f'{name}({extras[0]})'
        return f'{name}(\n  ' + '\n  '.join(lines) + '\n)'
