"""What it costs that the engine watches a loop of one's own: the ratio to the same loop unwatched.

Only for the engine: `node dist/cli.js run bench/programs/own-loop.py`. In a Trainer's fit nothing is watched.
"""

import time

import _engine
import torch

STEPS = 10_000

X = torch.randn(32, 2)
y = X @ torch.tensor([2.0, -3.4]) + 4.2


def train(steps: int) -> float:
    """Seconds of a loop with two parameters."""
    w = torch.zeros(2, requires_grad=True)
    b = torch.zeros(1, requires_grad=True)
    begun = time.perf_counter()
    for _ in range(steps):
        loss = ((X @ w + b - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= 0.01 * w.grad
            b -= 0.01 * b.grad
            w.grad.zero_()
            b.grad.zero_()
    return time.perf_counter() - begun


def train_unwatched(steps: int) -> float:
    """The same as if a Trainer ran it."""
    _engine.fit_started('unwatched', 0)
    try:
        return train(steps)
    finally:
        _engine.fit_ended(0, '[]', 'null')


train(2000)
train_unwatched(2000)
ratios = []
for _ in range(7):
    watched, unwatched = train(STEPS), train_unwatched(STEPS)
    ratios.append(watched / unwatched)
    print(f'watched {1000 * watched:.0f} ms, unwatched {1000 * unwatched:.0f} ms, ratio {ratios[-1]:.3f}')
print(f'median ratio {sorted(ratios)[3]:.3f}')
