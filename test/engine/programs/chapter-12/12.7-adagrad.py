# trained
import math

import torch
from d2l import torch as d2l


def adagrad_2d(x1, x2, s1, s2):
    eps = 1e-6
    g1, g2 = 0.2 * x1, 4 * x2
    s1 += g1**2
    s2 += g2**2
    x1 -= eta / math.sqrt(s1 + eps) * g1
    x2 -= eta / math.sqrt(s2 + eps) * g2
    return x1, x2, s1, s2


def f_2d(x1, x2):
    return 0.1 * x1**2 + 2 * x2**2


for eta in (0.4, 2):
    d2l.show_trace_2d(f_2d, d2l.train_2d(adagrad_2d))


def adagrad(params, states, hyperparams):
    eps = 1e-6
    for p, s in zip(params, states):
        with torch.no_grad():
            s[:] += torch.square(p.grad)
            p[:] -= hyperparams['lr'] * p.grad / torch.sqrt(s + eps)
        p.grad.data.zero_()


X, y = d2l.synthetic_data(torch.tensor([2.0, -1.0, 0.5]), 1.0, 100)
w = torch.normal(0.0, 0.01, size=(3, 1), requires_grad=True)
b = torch.zeros(1, requires_grad=True)
states = (torch.zeros(3, 1), torch.zeros(1))
for epoch in range(2):
    for Xb, yb in d2l.load_array((X, y), 10):
        d2l.squared_loss(d2l.linreg(Xb, w, b), yb).mean().backward()
        adagrad([w, b], states, {'lr': 0.1})
w, b, states
