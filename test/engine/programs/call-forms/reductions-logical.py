import torch

x = torch.tensor([[1.0, 5.0, 3.0], [4.0, 2.0, 6.0]])
print(x.all())
print((x > 0).all(1))
print((x > 5).any())
print(torch.any(x > 5, dim=0))
print(x.norm())
print(torch.nansum(x))
print(torch.logsumexp(x, (0, 1)))
