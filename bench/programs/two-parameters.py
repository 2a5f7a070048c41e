"""10,000 steps of `w * x + b` in a loop of one's own, on 32 points; prints the ms of all steps."""

import time

import torch

x = torch.randn(32)
y = 2 * x + 1 + 0.1 * torch.randn(32)

for _ in range(REPETITIONS):  # noqa: F821 - set by the bench
    w = torch.zeros(1, requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    start = time.perf_counter()
    for _step in range(10_000):
        loss = ((w * x + b - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= 0.01 * w.grad
            b -= 0.01 * b.grad
            w.grad.zero_()
            b.grad.zero_()
    print(1000 * (time.perf_counter() - start))
