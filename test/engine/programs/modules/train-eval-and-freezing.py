import torch
from torch import nn

net = nn.Sequential(nn.Linear(3, 3), nn.Dropout(0.5), nn.Linear(3, 1))
print(net.training, net.eval() is net, net[1].training, net.train().training)
for parameter in net[0].parameters():
    parameter.requires_grad = False
net(torch.ones(1, 3)).sum().backward()
print(net[0].weight.grad, net[2].bias.grad)
print(sum(p.numel() for p in net.parameters()), sum(p.numel() for p in net.parameters() if p.requires_grad))
net.requires_grad_(False)
print(any(p.requires_grad for p in net.parameters()))
net.zero_grad()
print(net[2].bias.grad)
