import numpy as np
import torch

print(torch.as_tensor([1, 2]))
print(torch.as_tensor(np.array([1.0])))
print(torch.from_numpy(np.ones(2, dtype=np.float32)))
print(torch.tensor(np.arange(3)))
print(torch.asarray([1.5]))
