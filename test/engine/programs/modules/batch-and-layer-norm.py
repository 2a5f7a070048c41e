import torch
from torch import nn

X = torch.tensor([[1.0, 10.0], [2.0, 25.0], [6.0, 0.0]])
bn = nn.BatchNorm1d(2)
print(bn(X))
print(bn.running_mean, bn.running_var, bn.num_batches_tracked)
bn.eval()
print(bn(X))
print(nn.LayerNorm(2)(X))
image = torch.arange(16.0).reshape(2, 2, 2, 2)
print(nn.BatchNorm2d(2)(image))
print([name for name, _ in bn.named_parameters()], list(bn.state_dict()))
