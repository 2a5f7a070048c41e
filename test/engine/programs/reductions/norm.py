import torch

u = torch.tensor([3.0, -4.0])
print(torch.norm(u), torch.abs(u).sum(), u.norm(), torch.norm(torch.ones((2, 8))), u.norm(1), torch.linalg.norm(u), u.norm(p=2, dim=0))
