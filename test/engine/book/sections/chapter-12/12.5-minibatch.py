# trained
# %%
import numpy as np
import torch
from torch import nn
from d2l import torch as d2l

d2l.Timer.sum = d2l.Timer.avg = lambda timer: 0.5  # Times are others in every run.

A = torch.zeros(16, 16)
B = torch.randn(16, 16)
C = torch.randn(16, 16)


# %%
class Timer:
    def __init__(self):
        self.times = []

    def stop(self):
        self.times.append(0.5)
        return self.times[-1]

    def avg(self):
        return sum(self.times) / len(self.times)


timer = Timer()
for i in range(16):
    for j in range(16):
        A[i, j] = torch.dot(B[i, :], C[:, j])
timer.stop(), torch.allclose(A, torch.mm(B, C), atol=1e-5)

# %%
for j in range(16):
    A[:, j] = torch.mv(B, C[:, j])
for j in range(0, 16, 4):
    A[:, j : j + 4] = torch.mm(B, C[:, j : j + 4])
torch.allclose(A, B @ C, atol=1e-5)


# %%
def get_data(batch_size=10, n=200):
    data = np.genfromtxt(d2l.download('airfoil'), dtype=np.float32, delimiter='\t')
    data = torch.from_numpy((data - data.mean(axis=0)) / data.std(axis=0))
    data_iter = d2l.load_array((data[:n, :-1], data[:n, -1]), batch_size, is_train=True)
    return data_iter, data.shape[1] - 1


data_iter, dim = get_data()
X, y = next(iter(data_iter))
X.shape, y.shape, dim


# %%
def sgd(params, states, hyperparams):
    for p in params:
        p.data.sub_(hyperparams['lr'] * p.grad)
        p.grad.data.zero_()


def train(trainer_fn, states, hyperparams, data_iter, feature_dim, num_epochs=2):
    w = torch.normal(mean=0.0, std=0.01, size=(feature_dim, 1), requires_grad=True)
    b = torch.zeros((1), requires_grad=True)
    net, loss = lambda X: d2l.linreg(X, w, b), d2l.squared_loss
    for _ in range(num_epochs):
        for X, y in data_iter:
            l = loss(net(X), y).mean()
            l.backward()
            trainer_fn([w, b], states, hyperparams)
    return d2l.evaluate_loss(net, data_iter, loss)


round(train(sgd, None, {'lr': 0.05}, data_iter, dim), 4)

# %%
timings = d2l.train_ch11(sgd, None, {'lr': 0.05}, data_iter, dim)
len(timings[1])

# %%
trainer = torch.optim.SGD
d2l.train_concise_ch11(trainer, {'lr': 0.01}, data_iter, 2)
