"""numpy's functions given tensors: those that call the tensor's own method refuse, the others give arrays or tensors."""

import numpy as np
import torch

y = torch.tensor([[1.0, 2.0], [4.0, 3.0]])
for name in ('mean', 'sum', 'std', 'var', 'max', 'min', 'prod', 'all', 'any'):
    try:
        print(name, getattr(np, name)(y))
    except TypeError as error:
        print(name, str(error).split('\n')[0])
for make in (
    lambda: np.argmax(y),
    lambda: np.argsort(y),
    lambda: np.cumsum(y),
    lambda: np.reshape(y, (4,)),
    lambda: np.transpose(y),
    lambda: np.squeeze(y[None]),
    lambda: np.clip(y, 2, 3),
    lambda: np.sort(y),
    lambda: np.exp(y),
    lambda: np.dot(y, y),
    lambda: np.mean(y.numpy()),
    lambda: np.mean([1.0, y[0, 0]]),
):
    found = make()
    print(type(found).__name__, found)
