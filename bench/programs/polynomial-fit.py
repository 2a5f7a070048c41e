"""A cubic through 100 noisy points by minibatches with momentum, 20 epochs in a loop of one's own."""

import time

import torch
from torch.utils.data import DataLoader, TensorDataset

x = torch.linspace(-1, 1, 100)
features = torch.stack([x**power for power in range(4)], dim=1)
targets = features @ torch.tensor([0.5, -1.0, 2.0, 3.0]) + 0.05 * torch.randn(100)
loader = DataLoader(TensorDataset(features, targets), batch_size=10, shuffle=True)

for _ in range(REPETITIONS):  # noqa: F821 - set by the bench
    w = torch.zeros(4, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.9)
    start = time.perf_counter()
    for _epoch in range(20):
        for X, y in loader:
            loss = ((X @ w - y) ** 2).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    print(1000 * (time.perf_counter() - start))
