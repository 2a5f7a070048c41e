import torch

x = torch.tensor([-1.5, -0.2, 0.0, 0.7, 2.0])
print(torch.floor(x))
print(torch.ceil(x))
print(torch.round(x))
print(torch.trunc(x))
print(torch.frac(x))
print(x.round())
print(torch.round(torch.tensor(2.345), decimals=2))
print(x.clamp(-1, 1))
print(torch.clamp(x, min=0))
print(x.clip(max=0.5))
print(x.clamp_min(0))
