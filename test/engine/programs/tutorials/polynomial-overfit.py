import math
import numpy as np
import torch
from torch import nn

np.random.seed(0)
n, d = 40, 8
features = np.random.normal(size=(2 * n, 1))
np.random.shuffle(features)
poly = np.power(features, np.arange(d).reshape(1, -1))
for i in range(d):
    poly[:, i] /= math.gamma(i + 1)
w = np.zeros(d)
w[:4] = np.array([5, 1.2, -3.4, 5.6])
labels = poly @ w + np.random.normal(scale=0.1, size=2 * n)
w, features, poly, labels = [torch.tensor(x, dtype=torch.float32) for x in [w, features, poly, labels]]
print(features[:2], poly[:2, :], labels[:2])
for k in (4, 2, d):
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(k, 1, bias=False))
    opt = torch.optim.SGD(net.parameters(), lr=0.05, weight_decay=0.001)
    for _ in range(30):
        l = nn.functional.mse_loss(net(poly[:n, :k]).squeeze(), labels[:n])
        opt.zero_grad()
        l.backward()
        opt.step()
    with torch.no_grad():
        print(k, l.item(), nn.functional.mse_loss(net(poly[n:, :k])[:, 0], labels[n:]).item())
print(net[0].weight.data.numpy())
