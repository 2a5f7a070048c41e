import torch
from torch import nn
from d2l import torch as d2l


def grad_clipping(net, theta):
    params = [p for p in net.parameters() if p.requires_grad]
    norm = torch.sqrt(sum(torch.sum((p.grad**2)) for p in params))
    if norm > theta:
        for param in params:
            param.grad[:] *= theta / norm


net = nn.Linear(3, 2)
(net(torch.ones(4, 3)) ** 2).sum().backward()
before = net.weight.grad.clone()
grad_clipping(net, 1)
print(before, net.weight.grad)
net.zero_grad()
(net(torch.ones(4, 3)) ** 2).sum().backward()
d2l.grad_clipping(net, 1)
print(net.weight.grad)
net.zero_grad()
(net(torch.ones(4, 3)) ** 2).sum().backward()
print(torch.nn.utils.clip_grad_norm_(net.parameters(), max_norm=1.0))
net.weight.grad, net.bias.grad
