# %%
import numpy as np
from d2l import torch as d2l
from scipy.spatial import distance_matrix

d2l.set_figsize()


def rbfkernel(x1, x2, ls=4.0):
    dist = distance_matrix(np.expand_dims(x1, 1), np.expand_dims(x2, 1))
    return np.exp(-(1.0 / ls / 2) * (dist**2))


x_points = np.linspace(0, 5, 50)
meanvec = np.zeros(len(x_points))
covmat = rbfkernel(x_points, x_points, 1)
covmat.shape, covmat[0, :4].round(4), d2l.rbfkernel(x_points, x_points, 1)[3, :3].round(4)
