"""A small convolutional network: 20 steps."""

import torch
from torch import nn

net = nn.Sequential(
    nn.Conv2d(1, 6, 5, padding=2), nn.Sigmoid(), nn.AvgPool2d(2), nn.Flatten(), nn.Linear(6 * 14 * 14, 10)
)
X = torch.randn(64, 1, 28, 28)
y = torch.randint(0, 10, (64,))
opt = torch.optim.SGD(net.parameters(), lr=0.1)
for i in range(20):
    out = net(X)
    l = nn.functional.cross_entropy(out, y)
    opt.zero_grad()
    l.backward()
    opt.step()
