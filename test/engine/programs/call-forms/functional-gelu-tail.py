import torch
from torch.nn import functional as F

x = torch.tensor([-4.0, -3.0, 3.0])
print(F.gelu(x))
print(F.gelu(x.double()))
