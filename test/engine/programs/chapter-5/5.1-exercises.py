import torch
from torch.nn import functional as F

x = torch.linspace(-4, 4, 9, requires_grad=True)
for name, y in {
    'prelu': F.prelu(x, torch.tensor([0.25])),
    'leaky': F.leaky_relu(x, 0.1),
    'elu': F.elu(x),
    'gelu': F.gelu(x / 2),
    'silu': F.silu(x),
    'softplus': F.softplus(x),
    'swish': x * torch.sigmoid(2 * x),
    'hard': F.hardtanh(x),
    'relu6': F.relu6(x),
}.items():
    (gradient,) = torch.autograd.grad(y.sum(), x)
    print(name, y.detach(), gradient)
print(torch.allclose(torch.tanh(x) + 1, 2 * torch.sigmoid(2 * x)))
