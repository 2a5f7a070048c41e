import torch

a, b = torch.arange(3).reshape((3, 1)), torch.arange(2).reshape((1, 2))
print(a + b, a * b, a - b, (a == b), (a > b).shape)
print((torch.ones(2, 1, 3) + torch.ones(4, 1)).shape, (torch.ones(5) * torch.ones(3, 1)).shape, torch.ones(1) + torch.zeros(2, 2))
print((torch.zeros(0, 3) + torch.ones(3)).shape, (torch.ones(1, 3) + torch.zeros(0, 1)).shape)
