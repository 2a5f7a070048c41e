# %%
import math
import time
import numpy as np
import torch
from d2l import torch as d2l

# %%
n = 10000
a = torch.ones(n)
b = torch.ones(n)

# %%
c = torch.zeros(n)
t = time.time()
for i in range(200):
    c[i] = a[i] + b[i]
slow = time.time() - t
c[:201].sum(), slow > 0

# %%
t = time.time()
d = a + b
len(f'{time.time() - t:.5f} sec'), d.sum()


# %%
def normal(x, mu, sigma):
    p = 1 / math.sqrt(2 * math.pi * sigma**2)
    return p * np.exp(-0.5 * (x - mu) ** 2 / sigma**2)


x = np.arange(-7, 7, 0.1)
params = [(0, 1), (0, 2), (3, 1)]
d2l.plot(
    x,
    [normal(x, mu, sigma) for mu, sigma in params],
    xlabel='x',
    ylabel='p(x)',
    figsize=(4.5, 2.5),
    legend=[f'mean {mu}, std {sigma}' for mu, sigma in params],
)

# %%
X = torch.tensor([[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 3.0]])
y = torch.tensor([1.0, 2.9, 5.1, 7.0])
torch.linalg.solve(X.T @ X, X.T @ y), torch.linalg.lstsq(X, y.reshape(-1, 1)).solution
