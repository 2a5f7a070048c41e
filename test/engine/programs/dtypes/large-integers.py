import torch

print(torch.tensor(2**62) + torch.tensor(2**61), torch.tensor(2**40) * 3, torch.tensor([2**33]) // 3, torch.tensor(-(2**40)) % 7)
