import torch

print(torch.zeros(2, 2, dtype=torch.float64), torch.tensor(1 / 3, dtype=torch.float64), torch.tensor([1e-20, 1], dtype=torch.float64))
