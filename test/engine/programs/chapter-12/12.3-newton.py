import torch

c = torch.tensor(0.5)


def f(x):
    return torch.cosh(c * x)


def f_grad(x):
    return c * torch.sinh(c * x)


def f_hess(x):
    return c**2 * torch.cosh(c * x)


def newton(eta=1):
    x = 10.0
    results = [x]
    for i in range(10):
        x -= eta * f_grad(x) / f_hess(x)
        results.append(float(x))
    print('epoch 10, x:', x)
    return results


print(newton())
c = torch.tensor(0.15 * 3.14159)


def f_grad(x):
    return torch.cos(c * x) - c * x * torch.sin(c * x)


def f_hess(x):
    return -2 * c * torch.sin(c * x) - x * c**2 * torch.cos(c * x)


print(newton()[-1])
newton(0.5)[-1]
