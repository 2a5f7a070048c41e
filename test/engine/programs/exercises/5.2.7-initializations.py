# trained: 1e-3
import torch
from torch import nn

X = torch.randn(64, 8)
y = (X[:, :1] * X[:, 1:2] > 0).float()
for init in (nn.init.zeros_, nn.init.ones_, nn.init.xavier_uniform_, nn.init.kaiming_uniform_, nn.init.orthogonal_):
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(8, 8), nn.Tanh(), nn.Linear(8, 1))
    for layer in (net[0], net[2]):
        if init is not nn.init.orthogonal_:
            init(layer.weight)
        nn.init.zeros_(layer.bias)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
    for _ in range(20):
        loss = nn.functional.binary_cross_entropy_with_logits(net(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(init.__name__, loss.item())
