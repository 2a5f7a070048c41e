# %%
from math import erf, factorial

import torch
from d2l import torch as d2l
from IPython import display

torch.pi = torch.acos(torch.zeros(1)) * 2
p = 0.3
d2l.set_figsize()
d2l.plt.stem([0, 1], [1 - p, p], use_line_collection=True)
d2l.plt.xlabel('x')
d2l.plt.ylabel('p.m.f.')
d2l.plt.show()

# %%
x = torch.arange(-1, 2, 0.01)


def F(x):
    return 0 if x < 0 else 1 if x > 1 else 1 - p


d2l.plot(x, torch.tensor([F(y) for y in x]), 'x', 'c.d.f.')
1 * (torch.rand(6, 6) < p)

# %%
n = 5
d2l.plt.stem([i + 1 for i in range(n)], n * [1 / n], use_line_collection=True)
d2l.plt.show()
torch.randint(1, n, size=(4, 10))

# %%
a, b = 1, 3
(b - a) * torch.rand(3, 4) + a

# %%
n, p = 10, 0.2


def binom(n, k):
    comb = 1
    for i in range(min(k, n - k)):
        comb = comb * (n - i) // (i + 1)
    return comb


pmf = torch.tensor([p**i * (1 - p) ** (n - i) * binom(n, i) for i in range(n + 1)])
d2l.plt.stem([i for i in range(n + 1)], pmf, use_line_collection=True)
d2l.plt.show()
pmf

# %%
cmf = torch.cumsum(pmf, dim=0)
m = torch.distributions.binomial.Binomial(n, p)
print(cmf)
m.sample(sample_shape=(4, 6))

# %%
lam = 5.0
xs = [i for i in range(20)]
pmf = torch.tensor([torch.exp(torch.tensor(-lam)) * lam**k / factorial(k) for k in xs])
d2l.plt.stem(xs, pmf, use_line_collection=True)
d2l.plt.show()
m = torch.distributions.poisson.Poisson(lam)
m.sample((4, 5))

# %%
mu, sigma = 0, 1
x = torch.arange(-3, 3, 0.01)
p = 1 / torch.sqrt(2 * torch.pi * sigma**2) * torch.exp(-((x - mu) ** 2) / (2 * sigma**2))
d2l.plot(x, p, 'x', 'p.d.f.')


def phi(x):
    return (1.0 + erf((x - mu) / (sigma * torch.sqrt(torch.tensor(2.0))))) / 2.0


d2l.plot(x, torch.tensor([phi(y) for y in x.tolist()]), 'x', 'c.d.f.')
torch.normal(mu, sigma, size=(3, 6))
