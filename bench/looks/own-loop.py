"""Linear regression by a loop of the learner's own: 1000 steps."""

import torch

X = torch.randn(1000, 2)
y = X @ torch.tensor([[2.0], [-3.4]]) + 4.2
w = torch.zeros(2, 1, requires_grad=True)
b = torch.zeros(1, requires_grad=True)
for step in range(1000):
    i = torch.randint(0, 1000, (32,))
    Xb, yb = X[i], y[i]
    y_hat = Xb @ w + b
    l = ((y_hat - yb) ** 2).mean()
    l.backward()
    with torch.no_grad():
        w -= 0.03 * w.grad
        b -= 0.03 * b.grad
        w.grad.zero_()
        b.grad.zero_()
