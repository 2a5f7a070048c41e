import torch

from torch import nn

print(nn.MSELoss(), nn.MSELoss()(torch.ones(2, 1), torch.zeros(2, 1)), nn.MSELoss(reduction='none')(torch.ones(2), torch.zeros(2)))
print(nn.MSELoss()(torch.ones(2, 1), torch.ones(2)), nn.L1Loss()(torch.ones(2), torch.zeros(2)))
print(nn.HuberLoss()(torch.tensor([3.0, 0.5]), torch.zeros(2)), nn.SmoothL1Loss()(torch.tensor([3.0, 0.5]), torch.zeros(2)))
