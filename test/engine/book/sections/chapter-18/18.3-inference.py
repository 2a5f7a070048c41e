# %%
import math

import numpy as np
from d2l import torch as d2l
from scipy import optimize

d2l.set_figsize()


def data_maker1(x, sig):
    return np.sin(x) + 0.5 * np.sin(4 * x) + np.random.randn(x.shape[0]) * sig


sig = 0.25
train_x, test_x = np.linspace(0, 5, 25), np.linspace(0, 5, 100)
train_y, test_y = data_maker1(train_x, sig=sig), data_maker1(test_x, sig=0.0)
d2l.plt.scatter(train_x, train_y)
d2l.plt.plot(test_x, test_y)
train_y[:4].round(4)


# %%
def neg_MLL(pars):
    K = d2l.rbfkernel(train_x, train_x, ls=pars[0])
    kernel_term = -0.5 * train_y @ np.linalg.inv(K + pars[1] ** 2 * np.eye(train_x.shape[0])) @ train_y
    logdet = -0.5 * np.log(np.linalg.det(K + pars[1] ** 2 * np.eye(train_x.shape[0])))
    const = -train_x.shape[0] / 2.0 * np.log(2 * np.pi)
    return -(kernel_term + logdet + const)


round(float(neg_MLL(np.array([0.4, 0.75]))), 5)

# %%
learned_hypers = optimize.minimize(
    neg_MLL, x0=np.array([0.4, 0.75]), bounds=((0.01, 10.0), (0.01, 10.0))
)
ell, post_sig_est = learned_hypers.x
round(float(ell), 2), round(float(post_sig_est), 2), learned_hypers.success

# %%
ell, post_sig_est = 0.4, 0.25
K_x_xstar = d2l.rbfkernel(train_x, test_x, ls=ell)
K_x_x = d2l.rbfkernel(train_x, train_x, ls=ell)
K_xstar_xstar = d2l.rbfkernel(test_x, test_x, ls=ell)
post_mean = K_x_xstar.T @ np.linalg.inv((K_x_x + post_sig_est**2 * np.eye(train_x.shape[0]))) @ train_y
post_cov = K_xstar_xstar - K_x_xstar.T @ np.linalg.inv((K_x_x + post_sig_est**2 * np.eye(train_x.shape[0]))) @ K_x_xstar
lw_bd = post_mean - 2 * np.sqrt(np.diag(post_cov))
up_bd = post_mean + 2 * np.sqrt(np.diag(post_cov))
d2l.plt.plot(test_x, post_mean, linewidth=2.0)
d2l.plt.fill_between(test_x, lw_bd, up_bd, alpha=0.25)
d2l.plt.legend(['Observed Data', 'Predictive Mean', '95% Set on True Func'])
post_mean[:4].round(4), lw_bd[:3].round(4)
