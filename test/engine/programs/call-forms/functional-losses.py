import torch
from torch.nn import functional as F

x = torch.tensor([[1.0, -2.0, 0.5]])
print(F.mse_loss(x, torch.zeros(1, 3)))
print(F.mse_loss(x, torch.zeros(1, 3), reduction='none'))
print(F.l1_loss(x, torch.zeros(1, 3)))
print(F.smooth_l1_loss(x, torch.zeros(1, 3)))
print(F.huber_loss(x, torch.zeros(1, 3), delta=0.5))
print(F.binary_cross_entropy(torch.sigmoid(x), torch.ones(1, 3)))
print(F.binary_cross_entropy_with_logits(x, torch.ones(1, 3)))
