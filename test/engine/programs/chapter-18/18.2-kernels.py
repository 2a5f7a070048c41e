import numpy as np
from d2l import torch as d2l

x = np.array([0.0, 1.0, 3.0])
print(d2l.rbfkernel(x, np.array([0.0, 2.0]), ls=0.5))
print(d2l.distance_matrix(np.array([[0.0, 1.0]]), np.array([[3.0, 5.0], [0.0, 1.0]])))
