import torch

x = torch.tensor([-1.5, -0.2, 0.0, 0.7, 2.0])
print(torch.isnan(x))
print(torch.isinf(1 / x))
print(torch.isfinite(x / 0))
print(torch.nan_to_num(torch.tensor([float('nan'), float('inf')])))
print(torch.logical_and(x > 0, x < 1))
print(torch.logical_not(x > 0))
print((x > 0) & (x < 1))
print((x > 0) | (x < -1))
print(~(x > 0))
print((x > 0) ^ (x < 1))
