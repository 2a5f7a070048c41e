# %% Weighted squares of log counts
import torch

counts = torch.tensor([[0.0, 3.0, 8.0], [3.0, 0.0, 120.0], [8.0, 120.0, 0.0]])
weights = torch.where(counts < 100, (counts / 100) ** 0.75, torch.ones(()))
torch.manual_seed(0)
u, v = torch.randn(3, 2), torch.randn(3, 2)
b, c = torch.zeros(3), torch.zeros(3)
errors = u @ v.T + b[:, None] + c - torch.log(counts.clamp(min=1))
(weights * errors**2).sum(), weights
