import torch

A = torch.tensor([[True, False], [True, True]])
print(A.all(), A.any(), A.all(dim=1), A.any(0), (torch.ones(3) == 1).all().item(), torch.arange(3).any())
