"""torch.nn.utils.parametrize: tensors of a module that are functions of others."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from copy import deepcopy
from typing import Any

from ..._grad_mode import no_grad
from ..._handle import Handle
from ..modules.container import ModuleDict, ModuleList
from ..modules.module import Module
from ..parameter import Parameter

__all__ = [
    'ParametrizationList',
    'cached',
    'is_parametrized',
    'register_parametrization',
    'remove_parametrizations',
    'type_before_parametrizations',
]

_known: dict[tuple[int, str], Any] = {}
_depth = 0


@contextmanager
def cached() -> Iterator[None]:
    """Computes each parametrized tensor once while the block runs."""
    global _depth
    _depth += 1
    try:
        yield
    finally:
        _depth -= 1
        if not _depth:
            _known.clear()


def _keep(module: Module, name: str, tensor: Any) -> None:
    if isinstance(tensor, Parameter):
        module.register_parameter(name, tensor)
    else:
        module.register_buffer(name, tensor)


def _refuse_change(name: str, before: Any, after: Any) -> None:
    """Refuses a parametrization that gives another dtype or shape than the tensor has."""
    if not isinstance(after, Handle):
        raise ValueError(f'A parametrization must return a tensor. Got {type(after).__name__}.')
    for part in ('dtype', 'shape'):
        if getattr(before, part) != getattr(after, part):
            said = 'the `unsafe`' if name else '`unsafe`'
            lines = (
                (f'module.{name}.{part}', f'parametrization(module.{name}).{part}')
                if name
                else (f'unparametrized {part}', f'parametrized {part}')
            )
            raise ValueError(
                f'Registering a parametrization may not change the {part} of the tensor, unless {said} flag '
                f'is enabled.\n{lines[0]}: {getattr(before, part)}\n{lines[1]}: {getattr(after, part)}'
            )


class ParametrizationList(ModuleList):
    """The functions that a tensor goes through; before them are `original`, or `original0`, `original1`, …

    Raises:
        ValueError: without a function, or for one that does not give what the tensor is.
    """

    def __init__(self, modules: Sequence[Module], original: Any, unsafe: bool = False) -> None:
        if not modules:
            raise ValueError('ParametrizationList requires one or more modules.')
        super().__init__(modules)
        self.unsafe = unsafe
        made = self._start(original)
        self.is_tensor = isinstance(made, Handle)
        self.ntensors = 1 if self.is_tensor else len(made)
        before = original.detach().clone()
        if self.is_tensor:
            if original.dtype != made.dtype:
                raise ValueError(
                    'When `right_inverse` outputs one tensor, it may not change the dtype.\n'
                    f'original.dtype: {original.dtype}\nright_inverse(original).dtype: {made.dtype}'
                )
            original.data = made.data
            _keep(self, 'original', original)
        else:
            self._keep_several(original, made)
        if not unsafe:
            _refuse_change('', before, self())

    def _start(self, original: Any) -> Any:
        """What the functions make the tensor of, as far as they can be turned round."""
        made = original
        with no_grad():
            for module in reversed(list(self)):
                if hasattr(module, 'right_inverse'):
                    with suppress(NotImplementedError):
                        made = module.right_inverse(made)
        if not isinstance(made, (Handle, Sequence)):
            raise ValueError(
                "'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...). "
                f'Got {type(made).__name__}'
            )
        return made

    def _keep_several(self, original: Any, made: Sequence[Any]) -> None:
        for position, tensor in enumerate(made):
            if not isinstance(tensor, Handle):
                raise ValueError(
                    "'right_inverse' must return a Tensor or a Sequence of tensors (list, tuple...). "
                    f'Got element {position} of the sequence with type {type(tensor).__name__}.'
                )
            known: Any = tensor
            if isinstance(original, Parameter):
                known = Parameter(known, original.requires_grad)
            _keep(self, f'original{position}', known.requires_grad_(original.requires_grad))

    def _originals(self) -> list[Any]:
        if self.is_tensor:
            return [self.original]
        return [getattr(self, f'original{position}') for position in range(self.ntensors)]

    @no_grad()
    def right_inverse(self, value: Any) -> None:
        """Makes the tensor have a value.

        Raises:
            RuntimeError: where a function cannot be turned round.
            ValueError: where turning it round gives what does not fit.
        """
        for module in reversed(list(self)):
            if not hasattr(module, 'right_inverse'):
                raise RuntimeError(
                    f'parametrization {type(module).__name__} does not implement right_inverse.'
                )
            value = module.right_inverse(value)
        several = [value] if self.is_tensor else value
        originals = self._originals()
        if not self.is_tensor and len(several) != self.ntensors:
            raise ValueError(
                f"'right_inverse' must return a sequence of tensors of length {self.ntensors}. "
                f'Got a sequence of length {len(several)}.'
            )
        for position, (original, tensor) in enumerate(zip(originals, several, strict=True)):
            if original.dtype != tensor.dtype:
                which = ('The tensor', 'original')
                if not self.is_tensor:
                    which = (f'Tensor {position}', f'original{position}')
                raise ValueError(
                    f'{which[0]} returned by `right_inverse` has dtype {tensor.dtype} while `{which[1]}` has '
                    f'dtype {original.dtype}'
                )
            original.data = tensor.data

    def forward(self) -> Any:
        """The tensor behind all functions."""
        first, *others = self
        value = first(*self._originals())
        for module in others:
            value = module(value)
        return value


def _behind(name: str) -> property:
    def read(self: Any) -> Any:
        chain = self.parametrizations[name]
        if not _depth:
            return chain()
        key = (id(self), name)
        if key not in _known:
            _known[key] = chain()
        return _known[key]

    def write(self: Any, value: Any) -> None:
        self.parametrizations[name].right_inverse(value)

    return property(read, write)


def _state_is_not_kept(self: Any) -> Any:
    raise RuntimeError(
        'Serialization of parametrized modules is only supported through state_dict(). See:\n'
        'https://pytorch.org/tutorials/beginner/saving_loading_models.html'
        '#saving-loading-a-general-checkpoint-for-inference-and-or-resuming-training'
    )


def _deep_copy(self: Any, memo: dict[int, Any]) -> Any:
    if id(self) not in memo:
        copy = memo[id(self)] = object.__new__(type(self))
        copy.__dict__ = deepcopy(self.__dict__, memo)
    return memo[id(self)]


def is_parametrized(module: Any, tensor_name: str | None = None) -> bool:
    """Whether a module, or one of its tensors, is made by functions."""
    held = getattr(module, 'parametrizations', None)
    if not isinstance(held, ModuleDict):
        return False
    return len(held) > 0 if tensor_name is None else tensor_name in held


def type_before_parametrizations(module: Any) -> type:
    """The class that a module had before one of its tensors was parametrized."""
    return type(module).__bases__[0] if is_parametrized(module) else type(module)


def _inject(module: Any) -> None:
    kind = type(module)
    members: dict[str, Any] = {'__module__': __name__, '__getstate__': _state_is_not_kept}
    if not hasattr(kind, '__deepcopy__'):
        members['__deepcopy__'] = _deep_copy
    module.__class__ = type(f'Parametrized{kind.__name__}', (kind,), members)
    module.parametrizations = ModuleDict()


def register_parametrization(
    module: Any, tensor_name: str, parametrization: Module, *, unsafe: bool = False
) -> Any:
    """Lets a parameter or buffer be what `parametrization` makes of others.

    Args:
        module: whose tensor it is.
        tensor_name: of the tensor.
        parametrization: a module from the new tensor (or tensors) to the old; with `right_inverse` values can
            be assigned.
        unsafe: whether shape and dtype may change.

    Raises:
        ValueError: where the module has no such tensor, or its shape or dtype changes.
    """
    parametrization.train(module.training)
    if is_parametrized(module, tensor_name):
        chain = module.parametrizations[tensor_name]
        if not unsafe:
            before = getattr(module, tensor_name)
            _refuse_change(tensor_name, before, parametrization(before))
        chain.append(parametrization)
        chain.unsafe |= unsafe
        return module
    if tensor_name not in module._parameters and tensor_name not in module._buffers:
        raise ValueError(
            f"Module '{module}' does not have a parameter, a buffer, or a parametrized element with name "
            f"'{tensor_name}'"
        )
    chain = ParametrizationList([parametrization], getattr(module, tensor_name), unsafe=unsafe)
    delattr(module, tensor_name)
    if not is_parametrized(module):
        _inject(module)
    setattr(type(module), tensor_name, _behind(tensor_name))
    module.parametrizations[tensor_name] = chain
    return module


def remove_parametrizations(module: Any, tensor_name: str, leave_parametrized: bool = True) -> Any:
    """Makes a tensor an ordinary one again, with the value that it has, or had at first.

    Raises:
        ValueError: where it is not parametrized, or is to get back one value of several.
    """
    if not is_parametrized(module, tensor_name):
        raise ValueError(f'Module {module} does not have a parametrization on {tensor_name}')
    chain = module.parametrizations[tensor_name]
    if chain.is_tensor:
        original = chain.original
        if leave_parametrized:
            with no_grad():
                original.data = getattr(module, tensor_name).data
    elif leave_parametrized:
        value = getattr(module, tensor_name)
        original = Parameter(value.detach()) if value.requires_grad else value
    else:
        raise ValueError(
            'Cannot leave unparametrized (`leave_parametrized=False`) a tensor that is parametrized in terms '
            'of a sequence of tensors.'
        )
    delattr(type(module), tensor_name)
    del module.parametrizations[tensor_name]
    _keep(module, tensor_name, original)
    if not is_parametrized(module):
        del module.parametrizations
        module.__class__ = type(module).__bases__[0]
    return module
