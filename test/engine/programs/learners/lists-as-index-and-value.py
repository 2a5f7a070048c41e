import torch
import torch.nn.functional as F
from torch import nn


def attempt(f):
    try:
        result = f()
        print(result.shape if isinstance(result, torch.Tensor) and result.numel() > 9 else result)
    except Exception as e:
        print(type(e).__name__, str(e))


x = torch.arange(24).reshape(2, 3, 4)
attempt(lambda: x[[[0, 1], [1, 0]]].shape)
attempt(lambda: x[[torch.tensor([0]), torch.tensor([1])]].shape)
attempt(lambda: x[[slice(0, 1)]].shape)
attempt(lambda: x[[None]].shape)
attempt(lambda: x[[0, [1]]].shape)
attempt(lambda: x[[1, 0]].shape)
attempt(lambda: x[[True, False]].shape)
values = torch.zeros(2, 2)
for value in ([1.0, 2.0], (1.0, 2.0), None, 'a', 3, True, torch.ones(2)):
    try:
        values[0] = value
        print(values)
    except Exception as e:
        print(type(e).__name__, e)
