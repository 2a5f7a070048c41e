from collections import OrderedDict
import torch
from torch import nn


class MultiTask(nn.Module):
    def __init__(self, dims, heads):
        super().__init__()
        layers = OrderedDict()
        for i, (a, b) in enumerate(zip(dims[:-1], dims[1:])):
            layers[f'fc{i}'] = nn.Linear(a, b)
            layers[f'act{i}'] = nn.ReLU()
        self.body = nn.Sequential(layers)
        self.heads = nn.ModuleDict({k: nn.Linear(dims[-1], v) for k, v in heads.items()})
        self.log_vars = nn.ParameterDict({k: nn.Parameter(torch.zeros(1)) for k in heads})

    def forward(self, x):
        h = self.body(x)
        return {k: m(h) for k, m in self.heads.items()}


torch.manual_seed(0)
net = MultiTask([3, 8, 4], {'cls': 2, 'reg': 1})
print(net)
x = torch.randn(6, 3)
t = {'cls': torch.randint(0, 2, (6,)), 'reg': torch.randn(6, 1)}
crit = {'cls': nn.CrossEntropyLoss(), 'reg': nn.MSELoss()}
opt = torch.optim.Adam(net.parameters(), lr=0.01)
for i in range(3):
    out = net(x)
    losses = {k: crit[k](out[k], t[k]) for k in out}
    total = sum(torch.exp(-net.log_vars[k]) * l + net.log_vars[k] for k, l in losses.items())
    opt.zero_grad()
    total.backward()
    opt.step()
    print({k: f'{v.item():.4f}' for k, v in losses.items()}, total)
print(net.log_vars, net.heads['cls'].weight.grad.norm())
