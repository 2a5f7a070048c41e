import torch

x = torch.tensor([1.0, 2, 4, 8])
y = torch.tensor([2, 2, 2, 2])
print(x + y, x - y, x * y, x / y, x**y, x // 3, x % 3, -x)
print(torch.add(x, y), torch.sub(x, y), torch.mul(x, y), torch.div(x, y), torch.pow(x, 2))
print(x.add(1), x.sub(1), x.mul(2), x.div(4), x.pow(0.5))
