import torch
from d2l import torch as d2l

eta = 0.4


def f_2d(x1, x2):
    return 0.1 * x1**2 + 2 * x2**2


def gd_2d(x1, x2, s1, s2):
    return (x1 - eta * 0.2 * x1, x2 - eta * 4 * x2, 0, 0)


def momentum_2d(x1, x2, v1, v2):
    v1 = beta * v1 + 0.2 * x1
    v2 = beta * v2 + 4 * x2
    return x1 - eta * v1, x2 - eta * v2, v1, v2


d2l.show_trace_2d(f_2d, d2l.train_2d(gd_2d))
eta, beta = 0.6, 0.5
d2l.show_trace_2d(f_2d, d2l.train_2d(momentum_2d))
beta = 0.25
d2l.show_trace_2d(f_2d, d2l.train_2d(momentum_2d))
d2l.set_figsize()
for beta in [0.95, 0.9, 0.6, 0]:
    x = torch.arange(40).detach().numpy()
    d2l.plt.plot(x, beta**x, label=f'beta = {beta:.2f}')
d2l.plt.xlabel('time')
d2l.plt.legend()
lambdas = [0.1, 1, 10, 19]
eta = 0.1
for lam in lambdas:
    t = torch.arange(20).detach().numpy()
    d2l.plt.plot(t, (1 - eta * lam) ** t, label=f'lambda = {lam:.2f}')
print((0.9**x)[:4], ((1 - eta * 19) ** t)[-1])
