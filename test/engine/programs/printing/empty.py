import torch

print(torch.tensor([]), torch.zeros(0, 3), torch.zeros(0, dtype=torch.int64), torch.zeros(3, 0), torch.Size([0]))
