import torch

f, d = torch.ones(2), torch.ones(2, dtype=torch.float64)
print((torch.tensor(1) + d).dtype, (torch.tensor(1.0, dtype=torch.float64) + f).dtype, (torch.tensor(1.5) + torch.arange(2)).dtype)
print((torch.tensor(1) * torch.tensor(2.5)).dtype, (torch.tensor(True) + 1).dtype)
