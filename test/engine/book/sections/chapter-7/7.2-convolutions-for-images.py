# %%
import torch
from d2l import torch as d2l
from torch import nn


# %% The cross-correlation
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return Y


# %%
corr2d(torch.arange(9.0).reshape(3, 3), torch.arange(4.0).reshape(2, 2))


# %% A layer of it
class Conv2D(nn.Module):
    def __init__(self, kernel_size):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(kernel_size))
        self.bias = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return corr2d(x, self.weight) + self.bias


Conv2D((2, 2))(torch.ones(3, 3))

# %% Edges
X = torch.ones((6, 8))
X[:, 2:6] = 0
X

# %%
K = torch.tensor([[1.0, -1.0]])
Y = corr2d(X, K)
Y

# %%
corr2d(X.t(), K)

# %% Learning the kernel
conv2d = nn.LazyConv2d(1, kernel_size=(1, 2), bias=False)
X = X.reshape((1, 1, 6, 8))
Y = Y.reshape((1, 1, 6, 7))
lr = 3e-2
for i in range(10):
    Y_hat = conv2d(X)
    l = (Y_hat - Y) ** 2
    conv2d.zero_grad()
    l.sum().backward()
    conv2d.weight.data[:] -= lr * conv2d.weight.grad
    if (i + 1) % 2 == 0:
        print(f'epoch {i + 1}, loss {l.sum():.3f}')

# %%
conv2d.weight.data.reshape((1, 2))
