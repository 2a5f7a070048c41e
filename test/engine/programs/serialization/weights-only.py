import collections
import importlib
import io

import torch
from torch import nn

for value in (
    nn.Linear(1, 1),
    nn.Sequential(nn.ReLU()),
    {'a': torch.ones(1), 'b': [1, 'x', None]},
    collections.OrderedDict(a=nn.Parameter(torch.ones(1))),
):
    buffer = io.BytesIO()
    torch.save(value, buffer)
    buffer.seek(0)
    try:
        print(list(torch.load(buffer).items()))
    except Exception as error:
        print(type(error).__name__, error)
    buffer.seek(0)
    print(type(torch.load(buffer, weights_only=False)).__name__)
serialization = importlib.import_module('torch.serialization')
with serialization.safe_globals([nn.Linear]):
    print(nn.Linear in serialization.get_safe_globals())
try:
    torch.save(torch.ones(1), 'no/such/x')
except RuntimeError as error:
    print(error)
