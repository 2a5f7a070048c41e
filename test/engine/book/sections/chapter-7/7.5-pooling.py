# %%
import torch
from d2l import torch as d2l
from torch import nn


def pool2d(X, pool_size, mode='max'):
    p_h, p_w = pool_size
    Y = torch.zeros((X.shape[0] - p_h + 1, X.shape[1] - p_w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            window = X[i : i + p_h, j : j + p_w]
            Y[i, j] = window.max() if mode == 'max' else window.mean()
    return Y


# %%
X = torch.arange(9.0).reshape(3, 3)
pool2d(X, (2, 2))

# %%
pool2d(X, (2, 2), 'avg')

# %%
X = torch.arange(16, dtype=torch.float32).reshape((1, 1, 4, 4))
X

# %%
pool2d = nn.MaxPool2d(3)
pool2d(X)

# %%
pool2d = nn.MaxPool2d(3, padding=1, stride=2)
pool2d(X)

# %%
pool2d = nn.MaxPool2d((2, 3), stride=(2, 3), padding=(0, 1))
print(pool2d)
pool2d(X)

# %%
X = torch.cat((X, X + 1), 1)
X

# %%
pool2d = nn.MaxPool2d(3, padding=1, stride=2)
pool2d(X)
