# trained: 1e-3
import torch
from d2l import torch as d2l
from torch import nn

data = torch.matmul(torch.normal(0.0, 1, (64, 2)), torch.tensor([[1, 2], [-0.1, 0.5]])) + torch.tensor([1, 2])
net_G = nn.Sequential(nn.Linear(2, 2))
net_D = nn.Sequential(nn.Linear(2, 5), nn.Tanh(), nn.Linear(5, 3), nn.Tanh(), nn.Linear(3, 1))
loss = nn.BCEWithLogitsLoss(reduction='sum')
trainer_D = torch.optim.Adam(net_D.parameters(), lr=0.05)
trainer_G = torch.optim.Adam(net_G.parameters(), lr=0.005)
for X in data.split(16):
    Z = torch.normal(0, 1, size=(16, 2))
    print(d2l.update_D(X, Z, net_D, net_G, loss, trainer_D), d2l.update_G(Z, net_D, net_G, loss, trainer_G))
