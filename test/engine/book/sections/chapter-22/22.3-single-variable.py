# %%
import torch
from d2l import torch as d2l

torch.pi = torch.acos(torch.zeros(1)).item() * 2
x_big = torch.arange(0.01, 3.01, 0.01)
ys = torch.sin(x_big**x_big)
d2l.plot(x_big, ys, 'x', 'f(x)')
torch.pi, ys[-2:]


# %%
def L(x):
    return x**2 + 1701 * (x - 4) ** 3


for epsilon in [0.1, 0.001, 0.0001, 0.00001]:
    print(f'epsilon = {epsilon:.5f} -> {(L(4 + epsilon) - L(4)) / epsilon:.5f}')

# %%
xs = torch.arange(-torch.pi, torch.pi, 0.01)
plots = [torch.sin(xs)]
for x0 in [-1.5, 0.0, 2.0]:
    plots.append(torch.sin(torch.tensor(x0)) + (xs - x0) * torch.cos(torch.tensor(x0)))
d2l.plot(xs, plots, 'x', 'f(x)', ylim=[-1.5, 1.5])
[p[0] for p in plots]

# %%
P1 = 1 + xs
P2 = 1 + xs + xs**2 / 2
P5 = 1 + xs + xs**2 / 2 + xs**3 / 6 + xs**4 / 24 + xs**5 / 120
d2l.plot(
    xs,
    [torch.exp(xs), P1, P2, P5],
    'x',
    'f(x)',
    legend=['Exponential', 'Degree 1', 'Degree 2', 'Degree 5'],
)
P5[:3]
