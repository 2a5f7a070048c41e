import math

import torch
from d2l import torch as d2l


def f(x1, x2):
    return x1**2 + 2 * x2**2


def f_grad(x1, x2):
    return 2 * x1, 4 * x2


def sgd(x1, x2, s1, s2, f_grad):
    g1, g2 = f_grad(x1, x2)
    g1 += torch.normal(0.0, 1, (1,)).item()
    g2 += torch.normal(0.0, 1, (1,)).item()
    eta_t = eta * lr()
    return (x1 - eta_t * g1, x2 - eta_t * g2, 0, 0)


def constant_lr():
    return 1


def exponential_lr():
    global t
    t += 1
    return math.exp(-0.1 * t)


def polynomial_lr():
    global t
    t += 1
    return (1 + 0.1 * t) ** (-0.5)


eta = 0.1
for lr, steps in ((constant_lr, 50), (exponential_lr, 1000), (polynomial_lr, 50)):
    t = 1
    d2l.show_trace_2d(f, d2l.train_2d(sgd, steps=steps, f_grad=f_grad))
