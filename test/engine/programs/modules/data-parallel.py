"""DataParallel where there is no GPU: the module itself, one name further in."""

import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 1))
parallel = nn.DataParallel(net)
X = torch.ones(2, 3)
print(parallel(X).equal(net(X)))
print(parallel)
print(list(parallel.state_dict()))
print(parallel.module is net, parallel.device_ids)
optimizer = torch.optim.SGD(parallel.parameters(), lr=0.1)
for _ in range(3):
    optimizer.zero_grad()
    loss = parallel(X).square().mean()
    loss.backward()
    optimizer.step()
    print(loss)
print(nn.DataParallel(nn.Linear(1, 1), device_ids=[0, 1]).device_ids)
