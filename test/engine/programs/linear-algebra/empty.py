import torch

print((torch.zeros(0, 3) @ torch.zeros(3, 2)).shape, torch.zeros(2, 0) @ torch.zeros(0, 2))
