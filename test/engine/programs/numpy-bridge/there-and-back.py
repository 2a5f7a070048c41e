import torch

import numpy as np

x = torch.arange(4.0)
a = x.numpy()
print(repr(a), type(a).__name__, a.shape, a.dtype)
a[0] = 9
print(x, torch.from_numpy(a), torch.tensor(np.array([1.0, 2.0])).dtype)
x
