import torch
from torch import nn
from torch.nn import functional as F

x = torch.tensor([[-2.5, -1.2, -0.8, 0.3], [0.6, 1.0, 4.0, 8.0]], requires_grad=True)
for layer in (
    nn.Softsign(), nn.ReLU6(), nn.Hardtanh(), nn.Hardtanh(-2, 3), nn.LogSigmoid(), nn.Softmin(dim=1), nn.GLU(), nn.GLU(dim=0), nn.CELU(),
    nn.CELU(alpha=0.5), nn.SELU(), nn.Mish(), nn.Threshold(0.5, 20), nn.Hardsigmoid(), nn.Hardswish(), nn.Hardshrink(), nn.Softshrink(0.3),
    nn.Tanhshrink(),
):
    y = layer(x)
    print(layer, y.detach(), torch.autograd.grad((y * y).sum(), x)[0])
print(nn.Softmax2d()(torch.arange(8.0).reshape(1, 2, 2, 2)))
z = torch.tensor([-1.0, 2.0])
for layer in (nn.ReLU(inplace=True), nn.ReLU6(True), nn.Hardtanh(inplace=True), nn.SELU(True), nn.CELU(inplace=True), nn.ELU(inplace=True),
              nn.LeakyReLU(0.1, inplace=True), nn.SiLU(True), nn.Mish(True), nn.Threshold(0, 1, True), nn.Hardswish(True)):
    z = torch.tensor([-1.0, 2.0])
    y = layer(z)
    print(layer, z, y is z)
print(F.softmin(x.detach(), dim=0), F.threshold(z, 0.1, 5.0), F.celu(z), F.relu6(z * 9))
