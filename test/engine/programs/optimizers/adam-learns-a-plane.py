# trained: 1e-3
import torch
from torch import nn

X = torch.randn(100, 3)
y = X @ torch.tensor([[1.0], [-2.0], [0.5]]) + 0.3
for kind in (torch.optim.Adam, torch.optim.AdamW, torch.optim.RMSprop, torch.optim.Adagrad):
    torch.manual_seed(0)
    net = nn.Linear(3, 1)
    optimizer = kind(net.parameters(), lr=0.05)
    for _ in range(50):
        loss = nn.functional.mse_loss(net(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(kind.__name__, loss.item(), net.weight.data, net.bias.data)
