# %%
import torch
from d2l import torch as d2l

torch.pi = torch.acos(torch.zeros(1)) * 2
theta_true = 3
theta = torch.arange(theta_true - 1, theta_true + 1, 0.01)
xd = torch.normal(4, 1, size=(300, 1))
d2l.plt.scatter(xd.numpy(), torch.zeros(300).numpy(), color='r', alpha=0.2)
xd.mean(), xd.std()


# %%
def stat_bias(true_theta, est_theta):
    return torch.mean(est_theta) - true_theta


def mse(data, true_theta):
    return torch.mean(torch.square(data - true_theta))


theta_true = 1
sigma = 4
sample_len = 10000
samples = torch.normal(theta_true, sigma, size=(sample_len, 1))
theta_est = torch.mean(samples)
theta_est

# %%
mse(samples, theta_true)

# %%
bias = stat_bias(theta_true, theta_est)
torch.square(samples.std(unbiased=False)) + torch.square(bias)

# %%
N = 1000
samples = torch.normal(0, 1, size=(N,))
t_star = 1.96
mu_hat = torch.mean(samples)
sigma_hat = samples.std(unbiased=True)
(mu_hat - t_star * sigma_hat / torch.sqrt(torch.tensor(N, dtype=torch.float32)), mu_hat + t_star * sigma_hat / torch.sqrt(torch.tensor(N, dtype=torch.float32)))
