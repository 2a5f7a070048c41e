import torch

import numpy as np

print(torch.from_numpy(np.array([1.0, 2.0])), torch.tensor(np.array([1, 2])), torch.tensor(np.array([1.5], dtype=np.float32)))
print((torch.ones(2) + np.float64(1)).dtype, repr(torch.ones(2).numpy()), torch.arange(3).numpy())
