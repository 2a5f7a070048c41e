# trained
import math

import torch
from d2l import torch as d2l

d2l.set_figsize()
for gamma in [0.95, 0.9, 0.8, 0.7]:
    x = torch.arange(40).detach().numpy()
    d2l.plt.plot(x, (1 - gamma) * gamma**x, label=f'gamma = {gamma:.2f}')
d2l.plt.xlabel('time')
print(((1 - gamma) * gamma**x)[:5])


def rmsprop_2d(x1, x2, s1, s2):
    g1, g2, eps = 0.2 * x1, 4 * x2, 1e-6
    s1 = gamma * s1 + (1 - gamma) * g1**2
    s2 = gamma * s2 + (1 - gamma) * g2**2
    x1 -= eta / math.sqrt(s1 + eps) * g1
    x2 -= eta / math.sqrt(s2 + eps) * g2
    return x1, x2, s1, s2


eta, gamma = 0.4, 0.9
d2l.show_trace_2d(lambda x1, x2: 0.1 * x1**2 + 2 * x2**2, d2l.train_2d(rmsprop_2d))


def rmsprop(params, states, hyperparams):
    gamma, eps = hyperparams['gamma'], 1e-6
    for p, s in zip(params, states):
        with torch.no_grad():
            s[:] = gamma * s + (1 - gamma) * torch.square(p.grad)
            p[:] -= hyperparams['lr'] * p.grad / torch.sqrt(s + eps)
        p.grad.data.zero_()


X, y = d2l.synthetic_data(torch.tensor([2.0, -1.0, 0.5]), 1.0, 100)
w = torch.normal(0.0, 0.01, size=(3, 1), requires_grad=True)
b = torch.zeros(1, requires_grad=True)
states = (torch.zeros(3, 1), torch.zeros(1))
for Xb, yb in d2l.load_array((X, y), 10):
    d2l.squared_loss(d2l.linreg(Xb, w, b), yb).mean().backward()
    rmsprop([w, b], states, {'lr': 0.01, 'gamma': 0.9})
w, b
