import torch

x = torch.arange(-3.0, 4)
print(torch.where(x > 0, x, 0.1 * x), torch.where(x > 0, 1.0, 0.0))
print(x.clamp(-1, 2), x.clamp(min=0), torch.clamp(x, max=1), torch.maximum(x, -x), torch.minimum(x, x * 2))
print(torch.where(x > 1))
