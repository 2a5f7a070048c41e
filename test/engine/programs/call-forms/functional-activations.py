import torch
from torch.nn import functional as F

x = torch.tensor([[1.0, -2.0, 0.5]])
print(F.sigmoid(x))
print(F.tanh(x))
print(F.elu(x, 0.5))
print(F.leaky_relu(x, negative_slope=0.2))
print(F.softplus(x))
print(F.gelu(x))
print(F.gelu(x, approximate='tanh'))
print(F.silu(x))
print(F.selu(x))
print(F.mish(x))
print(F.hardsigmoid(x))
print(F.logsigmoid(x))
print(F.softsign(x))
print(F.threshold(x, 0.0, -1.0))
print(F.glu(torch.ones(1, 4)))
