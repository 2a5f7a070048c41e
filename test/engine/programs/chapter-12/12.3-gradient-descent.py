import numpy as np
import torch
from d2l import torch as d2l


def f(x):
    return x**2


def f_grad(x):
    return 2 * x


def gd(eta, f_grad):
    x = 10.0
    results = [x]
    for i in range(10):
        x -= eta * f_grad(x)
        results.append(float(x))
    print(f'epoch 10, x: {x:f}')
    return results


def show_trace(results, f):
    n = max(abs(min(results)), abs(max(results)))
    f_line = torch.arange(-n, n, 0.01)
    d2l.set_figsize()
    d2l.plot(
        [f_line, results],
        [[f(x) for x in f_line], [f(x) for x in results]],
        'x',
        'f(x)',
        fmts=['-', '-o'],
    )


show_trace(gd(0.2, f_grad), f)
show_trace(gd(0.05, f_grad), f)
show_trace(gd(1.1, f_grad), f)
c = torch.tensor(0.15 * np.pi)


def wave(x):
    return x * torch.cos(c * x)


def wave_grad(x):
    return torch.cos(c * x) - c * x * torch.sin(c * x)


results = gd(2, wave_grad)
results[-3:]
