import torch

print((torch.ones(2, 3) * torch.ones(3)).shape)
torch.ones(2, 3) + torch.ones(4, 3)
