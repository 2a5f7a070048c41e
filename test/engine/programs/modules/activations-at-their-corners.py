import torch
from torch import nn

for layer, corners in (
    (nn.ReLU(), [0.0]), (nn.ReLU6(), [0.0, 6.0]), (nn.Hardtanh(), [-1.0, 1.0]), (nn.Hardsigmoid(), [-3.0, 3.0]),
    (nn.Hardswish(), [-3.0, 3.0]), (nn.LeakyReLU(), [0.0]), (nn.ELU(), [0.0]), (nn.Threshold(0.5, 2.0), [0.5]),
):
    x = torch.tensor(corners, requires_grad=True)
    y = layer(x)
    print(layer, y.detach(), torch.autograd.grad(y.sum(), x)[0])
