import torch

x = torch.tensor([1.0, -2.0, 4.0])
print(2 + x, 2 - x, 2 * x, 2 / x, 2**x, x**2, x**-1, x**0.5)
print(1 - x / 2, (x + 1) * 3, 10 // x, True + x)
