import torch


def f(a):
    b = a * 2
    while b.norm() < 1000:
        b = b * 2
    if b.sum() > 0:
        c = b
    else:
        c = 100 * b
    return c


a = torch.randn(size=(), requires_grad=True)
d = f(a)
d.backward()
print(a, d, a.grad == d / a)
a = torch.randn(3, requires_grad=True)
d = f(a)
try:
    d.backward()
except RuntimeError as error:
    print(error)
d.backward(torch.ones_like(d))
a.grad
