# %%
import torch
from d2l import torch as d2l

torch.pi = torch.acos(torch.zeros(1)).item() * 2
x = torch.arange(-5, 5, 0.01)
p = 0.2 * torch.exp(-((x - 3) ** 2) / 2) / torch.sqrt(2 * torch.tensor(torch.pi)) + 0.8 * torch.exp(
    -((x + 1) ** 2) / 2
) / torch.sqrt(2 * torch.tensor(torch.pi))
d2l.plot(x, p, 'x', 'Density')

# %%
epsilon = 0.01
d2l.set_figsize()
d2l.plt.plot(x, p, color='black')
d2l.plt.fill_between(x.tolist()[300:800], p.tolist()[300:800])
d2l.plt.show()
f'approximate Probability: {torch.sum(epsilon * p[300:800])}'


# %%
def plot_chebyshev(a, p):
    d2l.set_figsize()
    d2l.plt.stem([a - 2, a, a + 2], [p, 1 - 2 * p, p], use_line_collection=True)
    d2l.plt.xlim([-4, 4])
    d2l.plt.xlabel('x')
    d2l.plt.ylabel('p.m.f.')
    d2l.plt.hlines(0.5, a - 2 * (2 * p) ** 0.5, a + 2 * (2 * p) ** 0.5, 'black', lw=4)
    d2l.plt.vlines(a - 2 * (2 * p) ** 0.5, 0.53, 0.47, 'black', lw=1)
    d2l.plt.title(f'p = {p:.3f}')
    d2l.plt.show()


plot_chebyshev(0.0, torch.tensor(0.2))

# %%
x = torch.arange(-5, 5, 0.02)
p = 1 / (1 + x**2) / torch.pi
F = torch.tensor([p[:i].sum() * 0.02 for i in range(20)])
d2l.plot(x, p, 'x', 'p.d.f.')
F[-3:]
