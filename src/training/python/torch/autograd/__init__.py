"""torch.autograd: gradients without `.grad`."""

from typing import Any

from .._grad_mode import enable_grad, inference_mode, no_grad, set_grad_enabled
from . import function, functional
from ._backward import Variable, backward, grad
from .function import Function
from .gradcheck import gradcheck

__all__ = [
    'Function',
    'Variable',
    'backward',
    'enable_grad',
    'function',
    'functional',
    'grad',
    'gradcheck',
    'inference_mode',
    'no_grad',
    'set_grad_enabled',
]


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.autograd', name)
