# trained: 1e-3
import torch
from torch import nn

X = torch.randn(128, 4)
y = (X.pow(2).sum(1) > 4).long()
net = nn.Sequential(nn.Linear(4, 16), nn.ReLU(), nn.BatchNorm1d(16), nn.Linear(16, 2))
optimizer = torch.optim.Adam(net.parameters(), lr=0.01)
loss_fn = nn.CrossEntropyLoss()
for epoch in range(10):
    for i in range(0, 128, 32):
        loss = loss_fn(net(X[i : i + 32]), y[i : i + 32])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(epoch, loss.item())
net.eval()
accuracy = (net(X).argmax(1) == y).float().mean()
print(accuracy)
