import torch

print((torch.tensor(0.1) + torch.tensor(0.2)).item(), (torch.tensor(0.1, dtype=torch.float64) + 0.2).item())
print(torch.tensor(16777217.0).item(), torch.tensor(16777217).item(), torch.tensor(1 / 3).item(), torch.tensor(2**53 + 1).item())
print(torch.tensor(1e-45).item(), torch.tensor(1e-46).item(), torch.tensor(3.5e38).item(), torch.finfo(torch.float32).eps)
