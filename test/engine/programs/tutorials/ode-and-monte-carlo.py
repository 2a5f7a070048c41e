import math
import torch

torch.manual_seed(0)
n = 10000
p = torch.rand(n, 2)
inside = (p.pow(2).sum(1) <= 1).sum().item()
print(4 * inside / n)
y, t, h = torch.tensor([1., 0.], dtype=torch.float64), 0.0, 0.01
f = lambda y: torch.stack([y[1], -y[0]])
while t < 1 - 1e-9:
    k1 = f(y)
    k2 = f(y + h / 2 * k1)
    k3 = f(y + h / 2 * k2)
    k4 = f(y + h * k3)
    y = y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
    t += h
print(y, math.cos(1), torch.allclose(y[0], torch.tensor(math.cos(1), dtype=torch.float64)))
x = torch.linspace(0, math.pi, 101)
print(torch.trapz(torch.sin(x), x), torch.cumulative_trapezoid(torch.ones(4)), torch.diff(torch.tensor([1, 4, 9])), torch.gradient(torch.tensor([1., 4., 9.]))[0])
counts = torch.multinomial(torch.ones(6), 600, replacement=True).bincount(minlength=6)
print(counts, counts / 600, (counts / 600).cumsum(0))
walk = torch.randint(0, 2, (100,)).mul(2).sub(1).cumsum(0)
print(walk.min(), walk.max(), walk[-1], (walk == 0).sum(), torch.randn(1000).histc(4, -2, 2))
a = torch.tensor(2.0, requires_grad=True)
for _ in range(5):
    v = a ** 2 - 2
    g, = torch.autograd.grad(v, a)
    with torch.no_grad():
        a -= v / g
print(a)
