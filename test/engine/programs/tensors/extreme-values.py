import torch

x = torch.tensor([0.0, -1.0, 1e30, -1e30, float('inf'), float('nan')])
print(x * 1e10, x / 0, x - x, torch.exp(x), torch.log(x), torch.sqrt(x), x**2)
print(x == x, torch.isnan(x), torch.isinf(x), torch.isfinite(x))
