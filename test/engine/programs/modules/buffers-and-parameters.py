import torch
from torch import nn


class Running(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer('mean', torch.zeros(2))
        self.register_parameter('scale', nn.Parameter(torch.ones(2)))
        self.register_buffer('hidden', torch.ones(1), persistent=False)
        self.count = 0

    def forward(self, X):
        self.mean = 0.9 * self.mean + 0.1 * X.mean(0)
        self.count += 1
        return (X - self.mean) * self.scale


net = Running()
net(torch.ones(3, 2))
print(dict(net.named_buffers()), [name for name, _ in net.named_parameters()])
print(list(net.state_dict()), net.count)
net.double()
print(net.mean.dtype, net.scale.dtype)
net.scale = torch.ones(2)
