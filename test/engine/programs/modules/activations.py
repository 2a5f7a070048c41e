import torch
from torch import nn

x = torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0], requires_grad=True)
for layer in (nn.ReLU(), nn.Sigmoid(), nn.Tanh(), nn.LeakyReLU(), nn.ELU(), nn.GELU(), nn.SiLU(), nn.Softplus(), nn.Softsign(),
              nn.LogSigmoid(), nn.Hardtanh(), nn.ReLU6(), nn.Softmax(dim=0), nn.LogSoftmax(dim=0), nn.PReLU(), nn.Identity(),
              nn.SELU(), nn.Mish(), nn.Hardsigmoid(), nn.Hardswish(), nn.Tanhshrink(), nn.Threshold(0.1, 20.0)):
    y = layer(x)
    print(type(layer).__name__, y.detach(), torch.autograd.grad((y * y).sum(), x)[0])
