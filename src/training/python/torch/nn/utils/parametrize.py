"""torch.nn.utils.parametrize: tensors of a module that are functions of others."""

from typing import Any

from ..._handle import Handle
from ..modules.container import ModuleDict, ModuleList
from ..modules.module import Module
from ..parameter import Parameter

__all__ = [
    'ParametrizationList',
    'is_parametrized',
    'register_parametrization',
    'remove_parametrizations',
]


class ParametrizationList(ModuleList):
    """The functions that a tensor goes through, and the tensor before them: `original`."""

    def __init__(self, original: Any, is_parameter: bool) -> None:
        super().__init__()
        if is_parameter:
            self.original = original
        else:
            self.register_buffer('original', original)

    def forward(self) -> Any:
        """The tensor behind all functions."""
        value = self.original
        for module in self:
            value = module(value)
        return value


def _behind(name: str) -> property:
    def read(self: Any) -> Any:
        return self.parametrizations[name]()

    def write(self: Any, value: Any) -> None:
        chain = self.parametrizations[name]
        for module in reversed(list(chain)):
            value = module.right_inverse(value)
        chain.original.data = value.data

    return property(read, write)


def is_parametrized(module: Any, tensor_name: str | None = None) -> bool:
    """Whether a module, or one of its tensors, is made by functions."""
    held = getattr(module, 'parametrizations', None)
    if not isinstance(held, ModuleDict):
        return False
    return len(held) > 0 if tensor_name is None else tensor_name in held


def _inject(module: Any) -> None:
    kind = type(module)
    made = type(f'Parametrized{kind.__name__}', (kind,), {'__module__': kind.__module__})
    module.__class__ = made
    module.parametrizations = ModuleDict()


def register_parametrization(
    module: Any, tensor_name: str, parametrization: Module, *, unsafe: bool = False
) -> Any:
    """Lets a parameter or buffer be what `parametrization` makes of another.

    Args:
        module: whose tensor it is.
        tensor_name: of the tensor.
        parametrization: a module from the new tensor to the old; with `right_inverse` values can be assigned.
        unsafe: whether shape and dtype may change.

    Raises:
        ValueError: where the module has no such tensor, or its shape or dtype changes.
    """
    parametrization.train(module.training)
    if not is_parametrized(module, tensor_name):
        is_parameter = tensor_name in module._parameters
        if not is_parameter and tensor_name not in module._buffers:
            raise ValueError(
                f"Module '{module}' does not have a parameter, a buffer, or a parametrized element with name "
                f"'{tensor_name}'"
            )
        original = getattr(module, tensor_name)
        if not is_parametrized(module):
            _inject(module)
        delattr(module, tensor_name)
        if hasattr(parametrization, 'right_inverse'):
            start = parametrization.right_inverse(original)
            original.data = start.data if isinstance(start, Handle) else original.data
        setattr(type(module), tensor_name, _behind(tensor_name))
        module.parametrizations[tensor_name] = ParametrizationList(original, is_parameter)
    chain = module.parametrizations[tensor_name]
    before = chain()
    after = parametrization(before)
    if not unsafe and after.shape != before.shape:
        raise ValueError(
            'Registering a parametrization may not change the shape of the tensor, unless `unsafe` flag is '
            f'enabled.\nmodule.{tensor_name}.shape: {before.shape}\nparametrization(module.{tensor_name})'
            f'.shape: {after.shape}'
        )
    chain.append(parametrization)
    return module


def remove_parametrizations(module: Any, tensor_name: str, leave_parametrized: bool = True) -> Any:
    """Makes a tensor an ordinary one again, with the value that it has, or had at first.

    Raises:
        ValueError: where it is not parametrized.
    """
    if not is_parametrized(module, tensor_name):
        raise ValueError(f'Module {module} does not have a parametrization on {tensor_name}')
    chain = module.parametrizations[tensor_name]
    original = chain.original
    if leave_parametrized:
        original.data = chain().data
    del module.parametrizations[tensor_name]
    delattr(type(module), tensor_name)
    if isinstance(original, Parameter):
        module.register_parameter(tensor_name, original)
    else:
        module.register_buffer(tensor_name, original)
    if not is_parametrized(module):
        del module.parametrizations
        module.__class__ = type(module).__bases__[0]
    return module
