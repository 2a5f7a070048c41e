import torch
from d2l import torch as d2l

import numpy as np

x = np.arange(0, 3, 0.1)
d2l.plot(x, [x**2, 2 * x - 1], 'x', 'f(x)', legend=['f', 'tangent'])
print(len(x))
