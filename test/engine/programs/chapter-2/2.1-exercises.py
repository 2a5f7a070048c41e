import torch

X = torch.arange(12).reshape(3, 4)
Y = torch.tensor([[2, 1, 4, 3], [1, 2, 3, 4], [4, 3, 2, 1]])
print(X < Y)
print(X > Y)
a = torch.arange(6).reshape(3, 1, 2)
b = torch.arange(4).reshape(1, 4, 1)
print((a + b).shape)
print(a * b)
try:
    torch.ones(3, 2) + torch.ones(3, 4)
except RuntimeError as error:
    print(error)
