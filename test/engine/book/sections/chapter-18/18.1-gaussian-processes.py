# %% Functions drawn from a distribution over slopes and offsets
import numpy as np
from d2l import torch as d2l


def lin_func(x, n_sample):
    preds = np.zeros((n_sample, x.shape[0]))
    for ii in range(n_sample):
        w = np.random.normal(0, 1, 2)
        preds[ii, :] = w[0] + w[1] * x
    return preds


x_points = np.linspace(-5, 5, 20)
outs = lin_func(x_points, 6)
d2l.plt.plot(x_points, outs.T)
outs[:, 0].round(4)

# %%
lw_bd = -2 * np.sqrt((1 + x_points**2))
up_bd = 2 * np.sqrt((1 + x_points**2))
d2l.plt.fill_between(x_points, lw_bd, up_bd, alpha=0.25)
d2l.plt.plot(x_points, np.zeros(len(x_points)), linewidth=4, color='black')
up_bd[:3]
