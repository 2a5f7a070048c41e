import torch

a, b = torch.arange(3), torch.arange(3, 6)
print(torch.stack((a, b)), torch.stack([a, b], dim=1), torch.stack((a, b), 0).shape)
print(torch.stack([torch.tensor(1.0), torch.tensor(2.0)]))
