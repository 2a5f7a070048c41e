import torch

x, y = torch.tensor([1, 2, 3]), torch.tensor([3, 2, 1])
print(x == y, x != y, x < y, x <= y, x > 2, x >= y, 2 > x)
print((x > 1) & (y > 1), (x > 2) | (y > 2), ~(x > 1), (x == y).sum(), torch.equal(x, y), torch.equal(x, x.clone()))
print(torch.allclose(torch.ones(2), torch.ones(2) + 1e-7), torch.allclose(torch.ones(2), torch.zeros(2)))
