import random
import torch
from torch import nn


class DynamicNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Parameter(torch.randn(()))
        self.b = nn.Parameter(torch.randn(()))
        self.e = nn.Parameter(torch.randn(()))

    def forward(self, x):
        y = self.a + self.b * x
        for exp in range(4, random.randint(4, 6)):
            y = y + self.e * x ** exp
        return y

    def string(self):
        return f'y = {self.a.item()} + {self.b.item()} x + {self.e.item()} x^4 ?'


x = torch.linspace(-1, 1, 100)
y = torch.sin(x)
net = DynamicNet()
print(net, list(net.state_dict()))
opt = torch.optim.SGD(net.parameters(), lr=1e-3, momentum=0.9)
for t in range(50):
    loss = ((net(x) - y) ** 2).mean()
    opt.zero_grad()
    loss.backward()
    opt.step()
    if t % 10 == 9:
        print(t, round(loss.item(), 5))
print(net.string())
for name, par in net.named_parameters():
    print(name, par.shape, par)
