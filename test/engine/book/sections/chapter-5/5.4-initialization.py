# %%
import torch
from torch import nn
from d2l import torch as d2l

x = torch.arange(-8.0, 8.0, 0.1, requires_grad=True)
y = torch.sigmoid(x)
y.backward(torch.ones_like(x))
d2l.plot(
    x.detach().numpy(),
    [y.detach().numpy(), x.grad.numpy()],
    legend=['sigmoid', 'gradient'],
    figsize=(4.5, 2.5),
)

# %%
M = torch.normal(0, 1, size=(4, 4))
print('a single matrix \n', M)
for i in range(100):
    M = M @ torch.normal(0, 1, size=(4, 4))
print('after multiplying 100 matrices\n', (M.abs() > 1e10).all())

# %%
net = nn.Sequential(nn.Linear(4, 3, bias=False), nn.Linear(3, 1, bias=False))
for layer in net:
    nn.init.constant_(layer.weight, 0.5)
net(torch.ones(2, 4)).sum().backward()
net[0].weight.grad

# %%
w = torch.empty(30, 20)
bound = (6 / (30 + 20)) ** 0.5
nn.init.xavier_uniform_(w)
(w.abs() <= bound).all(), nn.init.calculate_gain('relu'), nn.init.xavier_normal_(torch.empty(2, 3))
