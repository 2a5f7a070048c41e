"""The modules of torch.nn."""

from .activation import (
    Dropout,
    ELU,
    GELU,
    LeakyReLU,
    LogSigmoid,
    LogSoftmax,
    PReLU,
    ReLU,
    SiLU,
    Sigmoid,
    Softmax,
    Softplus,
    Tanh,
)
from .container import ModuleDict, ModuleList, ParameterList, Sequential
from .convolution import AvgPool2d, Conv2d, LazyConv2d, MaxPool2d
from .embedding import Embedding
from .linear import Flatten, Identity, LazyLinear, Linear, Unflatten
from .loss import (
    BCELoss,
    BCEWithLogitsLoss,
    CrossEntropyLoss,
    HuberLoss,
    KLDivLoss,
    L1Loss,
    MSELoss,
    NLLLoss,
    SmoothL1Loss,
)
from .module import Module

__all__ = [
    'AvgPool2d',
    'BCELoss',
    'BCEWithLogitsLoss',
    'Conv2d',
    'CrossEntropyLoss',
    'Dropout',
    'ELU',
    'Embedding',
    'Flatten',
    'GELU',
    'HuberLoss',
    'Identity',
    'KLDivLoss',
    'L1Loss',
    'LazyConv2d',
    'LazyLinear',
    'LeakyReLU',
    'Linear',
    'LogSigmoid',
    'LogSoftmax',
    'MSELoss',
    'MaxPool2d',
    'Module',
    'ModuleDict',
    'ModuleList',
    'NLLLoss',
    'PReLU',
    'ParameterList',
    'ReLU',
    'Sequential',
    'SiLU',
    'Sigmoid',
    'SmoothL1Loss',
    'Softmax',
    'Softplus',
    'Tanh',
    'Unflatten',
]
