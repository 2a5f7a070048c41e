# %%
import numpy as np
import torch
from mpl_toolkits import mplot3d
from d2l import torch as d2l

# %%
f = lambda x: 0.5 * x**2
g = lambda x: torch.cos(np.pi * x)
h = lambda x: torch.exp(0.5 * x)
x, segment = torch.arange(-2, 2, 0.01), torch.tensor([-1.5, 1])
d2l.use_svg_display()
_, axes = d2l.plt.subplots(1, 3, figsize=(9, 3))
for ax, func in zip(axes, [f, g, h]):
    d2l.plot([x, segment], [func(x), func(segment)], axes=ax)

# %%
f = lambda x: (x - 1) ** 2 * (x + 1)
d2l.set_figsize()
d2l.plot([x, segment], [f(x), f(segment)], 'x', 'f(x)')

# %%
def projection(point, radius):
    return point * min(1.0, radius / point.norm())


projection(torch.tensor([3.0, 4.0]), 1), projection(torch.tensor([0.3, 0.4]), 1)

# %%
lambdas = torch.tensor([0.2, 0.3, 0.5])
points = torch.tensor([-1.0, 0.5, 2.0])
(lambdas * points**2).sum() >= (lambdas * points).sum() ** 2
