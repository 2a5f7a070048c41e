import torch

x = torch.arange(1, 5)
x += 1
x -= torch.tensor([1, 0, 1, 0])
x *= 3
x //= 2
print(x)
y = torch.ones(2)
y /= 4
y **= 2
print(y)
