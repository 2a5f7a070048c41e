import torch


def grow(x):
    y = x * 3
    while y.norm() < 500:
        y = y * 2 + x
    return y if y.sum() > 0 else -y * 10


x = torch.randn(3, requires_grad=True)
y = grow(x)
y.sum().backward()
print(x, y, x.grad, torch.allclose(x.grad, y / x))
