"""A perceptron 784-256-10 on 256 made-up pictures: prints the ms of a training step, its loss read."""

import time

import torch
from torch import nn

STEPS = 5

X = torch.rand(256, 1, 28, 28)
y = torch.randint(0, 10, (256,))
net = nn.Sequential(nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 10))
measure = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)

for _ in range(REPETITIONS):  # noqa: F821 - set by the bench
    start = time.perf_counter()
    for _step in range(STEPS):
        loss = measure(net(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        loss.item()
    print(1000 * (time.perf_counter() - start) / STEPS)
