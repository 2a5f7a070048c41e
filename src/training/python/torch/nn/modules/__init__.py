"""The modules of torch.nn."""

from .activation import ReLU, Sigmoid, Tanh
from .container import ModuleDict, ModuleList, ParameterList, Sequential
from .linear import Flatten, Identity, LazyLinear, Linear, Unflatten
from .loss import HuberLoss, L1Loss, MSELoss, SmoothL1Loss
from .module import Module

__all__ = [
    'Flatten',
    'HuberLoss',
    'Identity',
    'L1Loss',
    'LazyLinear',
    'Linear',
    'MSELoss',
    'Module',
    'ModuleDict',
    'ModuleList',
    'ParameterList',
    'ReLU',
    'Sequential',
    'Sigmoid',
    'SmoothL1Loss',
    'Tanh',
    'Unflatten',
]
