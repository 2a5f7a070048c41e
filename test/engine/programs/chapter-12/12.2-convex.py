import numpy as np
import torch
from mpl_toolkits import mplot3d

from d2l import torch as d2l

f = lambda x: 0.5 * x**2
g = lambda x: torch.cos(np.pi * x)
h = lambda x: torch.exp(0.5 * x)
x, segment = torch.arange(-2, 2, 0.01), torch.tensor([-1.5, 1])
d2l.use_svg_display()
_, axes = d2l.plt.subplots(1, 3, figsize=(9, 3))
for ax, func in zip(axes, [f, g, h]):
    d2l.plot([x, segment], [func(x), func(segment)], axes=ax)
print(func(segment), g(x)[:3])
x = torch.linspace(-2, 2, 5)
print((f(0.3 * x + 0.7 * x.flip(0)) <= 0.3 * f(x) + 0.7 * f(x.flip(0))).all())
