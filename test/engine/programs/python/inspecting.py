import inspect

import torch
from torch import nn
from d2l import torch as d2l

print('class LinearRegressionScratch' in inspect.getsource(d2l.LinearRegressionScratch))
print([name for name in ('Linear', 'ReLU', 'Sequential', 'HuberLoss', 'Module', 'Parameter') if name not in dir(nn)])
print([name for name in ('sum', 'reshape', 'backward', 'grad', 'shape', 'numpy') if name not in dir(torch.ones(1))])
print(torch.__version__.split('.')[0].isdigit(), nn.Linear.__name__, nn.Linear.__module__, type(nn.Linear(1, 1)), torch.Tensor, torch.ones(1).__class__)
print(isinstance(torch.ones(1), torch.Tensor), issubclass(nn.Linear, nn.Module), callable(nn.Linear(1, 1)))
print(hasattr(torch.Tensor, 'backward'), hasattr(nn.Module, 'forward'), inspect.isclass(d2l.Trainer))
