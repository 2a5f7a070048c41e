"""torch.autograd: gradients without `.grad`."""

import importlib
from typing import Any

from .._grad_mode import enable_grad, inference_mode, no_grad, set_grad_enabled
from . import function, functional
from ._backward import Variable, backward, grad
from .anomaly_mode import detect_anomaly, set_detect_anomaly
from .function import Function
from .gradcheck import gradcheck

__all__ = [
    'Function',
    'Variable',
    'backward',
    'detect_anomaly',
    'enable_grad',
    'function',
    'functional',
    'grad',
    'gradcheck',
    'inference_mode',
    'no_grad',
    'set_detect_anomaly',
    'set_grad_enabled',
]


def __getattr__(name: str) -> Any:
    if name in ('profiler', 'variable'):
        return importlib.import_module(f'torch.autograd.{name}')
    from .._names import missing

    raise missing('torch.autograd', name)
