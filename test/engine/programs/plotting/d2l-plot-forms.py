import numpy as np
import torch
from d2l import torch as d2l

x = torch.arange(0, 3, 0.5)
d2l.plot(x, x**2, 'x', 'y')
d2l.plot(x, [x, x**2], 'x', 'y', legend=['a', 'b'], figsize=(4, 3), xlim=[0, 2], ylim=[0, 4])
d2l.plot([x, x], [x, x**2], fmts=['-', 'r:'])
d2l.plot([1, 2, 3])
d2l.plot(np.arange(3), np.arange(3.0), xscale='log', yscale='log')
d2l.set_figsize((3, 2))
d2l.plt.scatter(x, x)
d2l.show_images(torch.rand(4, 5, 5), 2, 2, titles=['a', 'b', 'c', 'd'])
d2l.use_svg_display()
print('drawn')
