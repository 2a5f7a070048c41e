"""State dicts of modules."""

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from .._handle import Handle
from .._ordered import Ordered
from .parameter import Uninitialized

if TYPE_CHECKING:
    from .modules.module import Module

__all__ = ['load_module', 'save_module']


def _entries(module: 'Module', prefix: str) -> Any:
    """Name and tensor of everything that belongs to the state."""
    for path, owner in module.named_modules(remove_duplicate=False):
        start = f'{prefix}{path}.' if path else prefix
        for name, parameter in owner._parameters.items():
            if parameter is not None:
                yield start + name, parameter
        for name, buffer in owner._buffers.items():
            if buffer is not None and name not in owner._non_persistent_buffers_set:
                yield start + name, buffer


def save_module(module: 'Module', prefix: str, keep_vars: bool) -> 'OrderedDict[str, Any]':
    """The tensors of a module by name; outside the recording unless `keep_vars`."""
    state = Ordered()
    for name, tensor in _entries(module, prefix):
        known = not isinstance(tensor, Uninitialized)
        state[name] = tensor.detach() if known and not keep_vars else tensor
    return state


def load_module(module: 'Module', state: Any, strict: bool) -> tuple[list[str], list[str]]:
    """Copies values into a module; gives the names that were missing and those that were not expected.

    Raises:
        TypeError: for what is no dictionary.
        RuntimeError: when shapes, or with `strict` names, do not agree.
    """
    if not hasattr(state, 'items'):
        raise TypeError(f'Expected state_dict to be dict-like, got {type(state)}.')
    own = OrderedDict(_entries(module, ''))
    missing = [name for name in own if name not in state]
    unexpected = [name for name in state if name not in own]
    errors: list[str] = []
    if strict and missing:
        errors.append(f'Missing key(s) in state_dict: {_quoted(missing)}. ')
    if strict and unexpected:
        errors.append(f'Unexpected key(s) in state_dict: {_quoted(unexpected)}. ')
    for name, tensor in own.items():
        if name not in state:
            continue
        value = state[name]
        if not isinstance(value, Handle):
            errors.append(
                f'While copying the parameter named "{name}", expected torch.Tensor or Tensor-like object '
                f'from checkpoint but received {type(value)}'
            )
            continue
        if isinstance(tensor, Uninitialized):
            if isinstance(value, Uninitialized):
                continue
            tensor.materialize(value.shape)
        if tensor.shape != value.shape:
            errors.append(
                f'size mismatch for {name}: copying a param with shape {value.shape} from checkpoint, '
                f'the shape in current model is {tensor.shape}.'
            )
        else:
            known: Any = tensor
            known.data.copy_(value.detach())
    if errors:
        lines = '\n\t'.join(errors)
        raise RuntimeError(f'Error(s) in loading state_dict for {type(module).__name__}:\n\t{lines}')
    return missing, unexpected


def _quoted(names: list[str]) -> str:
    return ', '.join(f'"{name}"' for name in names)
